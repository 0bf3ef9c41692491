/** The answer: read in a sentence, in a table with its intervals, and behind every chart as numbers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openHouse } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.page.getByRole("heading", { name: "A day in 40 runs" }).waitFor();
  // A clock that stands leaves the machine to what is tested.
  await visit.standAt("10:00");
});
afterAll(() => house.close());

const numbersIn = (text: string): number[] =>
  (text.replaceAll("−", "-").match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

test("the sentence and the first row of the table tell the same difference with the same interval", async () => {
  const results = visit.page.getByRole("region", { name: "A day in 40 runs" });
  const sentence = await results
    .getByText(/^B cuts the mean wait by/)
    .first()
    .textContent();
  expect(sentence).toMatch(/^B cuts the mean wait by [\d.]+\smin \(95\s%: [\d.]+ to [\d.]+\)\.$/);
  const [by, , least, most] = numbersIn(sentence ?? "");
  expect(least).toBeLessThanOrEqual(by!);
  expect(most).toBeGreaterThanOrEqual(by!);

  const row = results.getByRole("row", { name: /^Wait, mean/ });
  const cell = (await row.getByRole("cell").last().innerText()).trim();
  expect(numbersIn(cell)).toEqual([-by!, -most!, -least!]);
});

test("every row of the results tells both scenarios and the difference", async () => {
  const table = visit.page.getByRole("table", { name: /^Means over 40 days/ });
  const rows = await table.locator("tbody tr").allInnerTexts();
  expect(rows.length).toBeGreaterThanOrEqual(8);
  for (const row of rows) expect(numbersIn(row).length, row).toBeGreaterThanOrEqual(3);
});

test.each(["Wait before primary", "Trucks in queue", "Cleared per hour", "Where the time goes"])(
  "the table behind “%s” is one press away, and so is the way back",
  async (title) => {
    const chart = visit.page
      .getByRole("region", { name: title })
      .filter({ has: visit.page.getByRole("heading") });
    await chart.getByRole("button", { name: `View data: ${title}` }).click();
    const table = chart.getByRole("table", { name: title });
    expect(await table.getByRole("columnheader").count()).toBeGreaterThanOrEqual(3);
    expect(await table.getByRole("rowheader").count()).toBeGreaterThanOrEqual(2);
    const cells = await table.getByRole("cell").allTextContents();
    expect(cells.some((cell) => numbersIn(cell).length > 0)).toBe(true);
    await chart.getByRole("button", { name: `View picture: ${title}` }).click();
    await chart.getByRole("button", { name: `View data: ${title}` }).waitFor();
    await table.waitFor({ state: "detached" });
  },
);

test("where the time goes can be told by cause, from the keyboard, and the causes add up", async () => {
  const { page } = visit;
  const chart = page.getByRole("region", { name: "Where the time goes" });
  const byCause = chart.getByRole("button", { name: "by cause", exact: true });
  await byCause.focus();
  await page.keyboard.press("Enter");
  expect(await byCause.getAttribute("aria-pressed")).toBe("true");
  expect(await chart.getByText(/^Main cause of delay: /).textContent()).toMatch(/ in A .* in B /);
  await chart.getByRole("button", { name: /^View data: .*by cause of delay$/ }).click();
  const rows = await chart.getByRole("table").locator("tbody tr").allInnerTexts();
  expect(rows).toHaveLength(8);
  expect(rows[0]).toContain("too few officers");
  const columns = rows.map((row) => numbersIn(row));
  for (const scenario of [0, 1]) {
    const causes = columns.slice(0, -1).map((row) => row[scenario]!);
    const total = columns.at(-1)![scenario]!;
    expect(total).toBeGreaterThan(0);
    expect(Math.abs(causes.reduce((sum, one) => sum + one, 0) - total)).toBeLessThan(0.4);
  }
  await chart.getByRole("button", { name: /^View picture/ }).click();
});

test("the choice of causes stands in the address, and what they mean is one press away", async () => {
  const { page } = visit;
  const again = await house.visit(page.url().slice(house.server.url.length));
  const chart = again.page.getByRole("region", { name: "Where the time goes" });
  await chart.getByText(/^Main cause of delay: /).waitFor();
  await chart.getByRole("button", { name: "What the causes mean" }).click();
  await chart.getByRole("term").filter({ hasText: "trapped behind others" }).waitFor();
  expect(await chart.getByRole("definition").count()).toBe(7);
  await leave(again);
  await visit.button("by stage").click();
  await page.waitForURL((address) => !address.searchParams.has("by"));
});

test("the picture of the port has its table too", async () => {
  const yard = visit.page.getByRole("region", { name: "Northbound cargo" });
  await yard.getByRole("button", { name: "View data" }).click();
  for (const label of ["A", "B"]) {
    const table = yard.getByRole("table", { name: `Where the trucks of ${label} are now` });
    expect(await table.getByRole("row").count()).toBeGreaterThan(3);
  }
  await yard.getByRole("button", { name: "View picture" }).click();
});

test("a chart's numbers can be taken away as a table", async () => {
  await visit.button("Download “Wait before primary” as").click();
  const [download] = await Promise.all([
    visit.page.waitForEvent("download"),
    visit.button("CSV table").click(),
  ]);
  expect(download.suggestedFilename()).toBe("wait-before-primary.csv");
});

test("going back in the day keeps the answer", async () => {
  await visit.standAt("09:00");
  await visit.jumpTo("08:00");
  await visit.button("Start the day again").click();
  await visit.reads("07:00");
  expect(await visit.page.getByRole("heading", { name: "A day in 40 runs" }).isVisible()).toBe(true);
  expect(await visit.page.getByRole("table", { name: /^Means over 40 days/ }).isVisible()).toBe(true);
});
