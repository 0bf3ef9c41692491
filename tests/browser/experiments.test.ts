/** Experiments on the page: started, watched while the interval narrows, stopped, kept, linked to, and taken away as files. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExperimentFrame } from "../../shared/experiments.ts";
import { heldTogether } from "../../shared/held-together.ts";
import { flawsOf, openHouse, until, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.button("Pause").click();
});
afterAll(() => house.close());

const list = ({ page }: Visit) => page.getByRole("region", { name: "Experiments of this session" });
const widthOf = async ({ page }: Visit): Promise<number> => {
  const box = await page.locator("svg.narrowing .whisker").boundingBox();
  return box?.height ?? 0;
};

test("by keyboard alone: a comparison is asked for, and what is wrong is said at its field", async () => {
  const { page } = visit;
  await page.keyboard.press("x");
  await page.getByRole("radio", { name: "after so many days" }).press("Space");
  const days = page.getByRole("textbox", { name: "Days", exact: true });
  await days.fill("2");
  await page.getByText("Expected a whole number from 5 to 2000; found 2.").waitFor();
  expect(await days.getAttribute("aria-invalid")).toBe("true");
  expect(await flawsOf(visit)).toEqual([]);
  await days.fill("120");
  await days.press("Enter");
  await page.getByRole("heading", { name: "1. B against A: Wait, mean" }).waitFor();
});

test("the interval is drawn while days arrive, and narrows", async () => {
  const { page } = visit;
  await page.locator("svg.narrowing .whisker").waitFor();
  const early = await widthOf(visit);
  await list(visit).getByText("done").waitFor();
  await page
    .getByText(/^After 120 days the difference is −/)
    .first()
    .waitFor();
  expect(await widthOf(visit)).toBeLessThan(early);
  await page
    .getByText(/^B cuts the mean wait by /)
    .first()
    .waitFor();
});

test("the answer reads without the picture, and the whole screen is accessible in both themes", async () => {
  const { page } = visit;
  const card = page.getByRole("region", { name: "How sure, day by day" });
  await card.getByRole("button", { name: /^View data/ }).click();
  await card.getByRole("columnheader", { name: "Days" }).waitFor();
  await card.getByRole("button", { name: /^View picture/ }).click();
  for (const theme of ["light", "dark"]) {
    const root = page.locator(":root");
    if ((await root.getAttribute("data-theme")) !== theme) await page.keyboard.press("t");
    expect(await flawsOf(visit), theme).toEqual([]);
  }
});

test("results are taken away as a table and whole", async () => {
  const { page } = visit;
  const saved = async (name: string): Promise<string> => {
    await visit.button("Results as a file").click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const csv = (await saved("Table (CSV)")).split("\n");
  expect(csv[0]).toContain("B − A");
  expect(csv[1]).toMatch(/^"?Wait, mean"?,min,120,/);
  const whole = JSON.parse(await saved("Everything (JSON)")) as ExperimentFrame;
  expect(whole).toMatchObject({ id: 1, done: 120, seed: 1, status: "done" });
});

test("a link restores the experiment for whoever watches, on a phone and in another language", async () => {
  const watch = new URL(await watchLinkOf(visit));
  expect(watch.search).toContain("x=1");
  watch.searchParams.set("lang", "fr");
  const phone = await house.visit(watch.pathname + watch.search + watch.hash, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.page.getByRole("heading", { name: "1. B contre A : Attente, moyenne" }).waitFor();
  for (const name of ["Nouvelle expérience", "Lancer", "Encore, sur 240 jours"])
    expect(await phone.button(name).count(), name).toBe(0);
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(await flawsOf(phone)).toEqual([]);
});

test("stopped, it keeps what is done; removed, it is gone", async () => {
  const { page } = visit;
  await visit.button("New experiment").click();
  await page.getByRole("radio", { name: "after so many days" }).check();
  await page.getByRole("textbox", { name: "Days", exact: true }).fill("2000");
  await visit.button("Start").click();
  await page.getByRole("heading", { name: /^2\. / }).waitFor();
  await page.locator("svg.narrowing .whisker").waitFor();
  await page.getByText(/days left/).waitFor();
  await visit.button("Stop").click();
  await page.getByText("Stopped; what was done by then is kept.").waitFor();
  expect(await page.locator("svg.narrowing .whisker").count()).toBe(1);
  await visit.button("Remove experiment 2").click();
  await until(async () => (await list(visit).getByRole("listitem").count()) === 1);
});

test("a sweep: settings are chosen, points arrive, and the frontier is read by keyboard", async () => {
  const { page } = visit;
  await visit.button("New experiment").click();
  await visit.button("Sweep").click();
  await page.getByRole("textbox", { name: "Its values" }).fill("+ 0, 1");
  await page.getByRole("textbox", { name: "Days for each point" }).fill("5");
  await page.getByText(/^expected .*found .*→/).waitFor();
  expect(await page.getByRole("textbox", { name: "Its values" }).getAttribute("aria-invalid")).toBe("true");
  expect(await flawsOf(visit)).toEqual([]);
  await page.getByRole("textbox", { name: "Its values" }).fill("+ 0, + 1, + 2");
  await visit.button("Start").click();
  await page.getByText("3 points of 3, each over 5 days").waitFor();
  const points = page.getByRole("group", { name: /^Points of the sweep/ }).getByRole("button");
  expect(await points.count()).toBe(3);
  await points.first().focus();
  await page.keyboard.press("ArrowRight");
  await page
    .getByRole("status")
    .filter({ hasText: /^Point 2, / })
    .waitFor();
  for (const theme of ["light", "dark"]) {
    const root = page.locator(":root");
    if ((await root.getAttribute("data-theme")) !== theme) await page.keyboard.press("t");
    expect(await flawsOf(visit), theme).toEqual([]);
  }
});

test("a picture that is taken away says what its bars and lines are", async () => {
  const { page } = visit;
  await visit.button(/^Download “What counts most: .*” as$/).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "SVG picture" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const note =
    "bar: change over all values of the setting · line: 95 % interval · outline: too close to call";
  expect(texts.join(" ")).toContain(heldTogether(note));
});

test("a point is taken over as a scenario of the session", async () => {
  const { page } = visit;
  await visit.button("Open as C").click();
  await page.getByText("It is scenario C now.").waitFor();
  await page.keyboard.press("x");
  await page.getByRole("button", { name: /^C / }).first().waitFor();
});

test("a Latin hypercube spreads its points over ranges", async () => {
  const { page } = visit;
  await page.keyboard.press("x");
  await visit.button("New experiment").click();
  await visit.button("Sweep").click();
  await page.getByRole("radio", { name: /Latin hypercube/ }).check();
  await page.getByRole("combobox", { name: "Setting 1" }).selectOption("trucks a day");
  const from = page.getByRole("textbox", { name: "From" });
  const said = async (): Promise<string> => {
    const ids = (await from.getAttribute("aria-describedby"))?.split(" ") ?? [];
    return (await Promise.all(ids.map((id) => page.locator(`#${id}`).textContent()))).join(" ");
  };
  await from.fill("6,000 /day");
  expect(await said()).toMatch(/^With units as in the file.*Expected one value.*found 6,000 \/day\.$/);
  expect(await page.getByRole("textbox", { name: "To" }).getAttribute("aria-invalid")).toBe("false");
  await from.fill("× 0.9");
  await page.getByRole("textbox", { name: "Points", exact: true }).fill("3");
  await page.getByRole("textbox", { name: "Days for each point" }).fill("5");
  await page.getByText("3 points: 15 days in all").waitFor();
  expect(await flawsOf(visit)).toEqual([]);
  await visit.button("Start").click();
  await page.getByText("3 points of 3, each over 5 days").waitFor();
  await page.getByRole("heading", { name: /demand\.trucks, Latin hypercube$/ }).waitFor();
});

test("one more setting varies what no other does, and a path to be written is not wrong before it is left", async () => {
  const { page } = visit;
  await visit.button("New experiment").click();
  await visit.button("Sweep").click();
  await page.getByRole("radio", { name: /Morris/ }).check();
  const path = page.getByRole("textbox", { name: "Path of the setting" });
  const wrong = page.locator(".experiment-form [aria-invalid=true]");
  for (let number = 2; (await path.count()) === 0; number++) {
    await visit.button("One more setting").click();
    await page.getByRole("group", { name: `Setting ${number}`, exact: true }).waitFor();
  }
  await until(() => path.evaluate((field) => field === document.activeElement));
  expect(await wrong.count()).toBe(0);
  expect(await flawsOf(visit)).toEqual([]);
  expect(await page.getByText(/^With units as in the file/).count()).toBe(1);
  for (const to of await page.getByRole("textbox", { name: "To", exact: true }).all())
    expect(await to.getAttribute("aria-describedby")).toBe("experiment-range-note");
  await page.getByRole("textbox", { name: "Days for each point" }).focus();
  await page.getByText("The path of the setting is missing.").waitFor();
  expect(await path.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByText(/^Expected one to/).count()).toBe(0);
  await path.fill("northbound.staffing.primary");
  await page
    .getByText(/^Setting \d+ \(northbound\.staffing\.primary\) and setting 1 \(.+\) both vary /)
    .waitFor();
  // The form is put away again.
  await visit.button("New experiment").click();
});

test("steps of one setting after another say which counts most, up or down", async () => {
  const { page } = visit;
  await visit.button("New experiment").click();
  await visit.button("Sweep").click();
  await page.getByRole("radio", { name: /Morris/ }).check();
  await page.getByRole("combobox", { name: "Setting 1" }).selectOption("trucks a day");
  await page.getByRole("textbox", { name: "Points", exact: true }).fill("4");
  await page.getByRole("textbox", { name: "Days for each point" }).fill("5");
  await page.getByText("4 points: 20 days in all").waitFor();
  await visit.button("Start").click();
  await page.getByText("4 points of 4, each over 5 days").waitFor();
  const card = page.getByRole("region", { name: "What counts most" });
  await card.getByText(/^demand\.trucks counts most: on the average it moves the figure by /).waitFor();
  expect(await card.locator("svg.tornado .bars rect").count()).toBe(1);
  await card.getByRole("button", { name: /^View data/ }).click();
  await card.getByRole("columnheader", { name: "Mean size (μ*) (min)" }).waitFor();
  expect(await flawsOf(visit)).toEqual([]);
});
