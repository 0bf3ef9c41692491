/** Finding staffing on the page: asked in a planner's words, watched, read by keyboard, and taken over as a scenario. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadSmall } from "../protocol/small-port.ts";
import { flawsOf, openHouse, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

// Hundreds of days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 180_000 });

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.button("Pause").click();
});
afterAll(() => house.close());

test("by keyboard alone: a promise is made in words, and what is wrong is said beside it", async () => {
  const { page } = visit;
  await page.keyboard.press("x");
  await visit.button("Find staffing").press("Enter");
  const minutes = page.getByRole("textbox", { name: "Under so many minutes" });
  await minutes.fill("soon");
  await page.getByText("Expected a share from above 0 to 100 % and a number of minutes above 0.").waitFor();
  expect(await minutes.getAttribute("aria-invalid")).toBe("true");
  const told = page.locator(`#${await minutes.getAttribute("aria-describedby")}`);
  expect(await told.textContent()).toContain("a number of minutes above 0");
  expect(await flawsOf(visit)).toEqual([]);
  await minutes.fill("12");
  await page.getByRole("checkbox", { name: "8 h" }).press("Space");
  await page.getByText("Breaks, starts, roster and days").press("Enter");
  await page.getByRole("combobox", { name: "Shifts start every" }).selectOption("2 h");
  const days = page.getByRole("textbox", { name: "Days on which the plan is tried anew" });
  await days.fill("");
  await days.fill("20");
  expect(await days.isVisible(), "stays open when the last fault is mended").toBe(true);
  await days.press("Enter");
  await page.getByRole("heading", { name: "1. B: staffing for 95% of all trucks under 12 min" }).waitFor();
});

test("what is at work is told in words, and then how well the plan keeps the promise", async () => {
  const { page } = visit;
  const step = page.getByRole("list").locator('[aria-current="step"]');
  await step.getByRole("progressbar").waitFor();
  await page
    .getByText(/keep “95% of all trucks under 12\smin” on .* of the days \(95\s%: .*; 90% asked\)/)
    .first()
    .waitFor();
  await page.getByRole("heading", { name: "Three staffings on the same trucks" }).waitFor();
  await page.getByText(/^\d+\sh at the posts fewer \(\d+ instead of 48\)$/).waitFor();
  const card = page.getByRole("region", { name: "Officers at the posts" });
  await card.getByRole("button", { name: /^View data/ }).click();
  await card.getByRole("columnheader", { name: "general booths, plan" }).waitFor();
  await card.getByRole("button", { name: /^View picture/ }).click();
  await page.getByRole("region", { name: "What the next officer is worth" }).waitFor();
});

test("it is accessible in both themes, and on a phone in Spanish", async () => {
  const { page } = visit;
  await visit.button("Scenario file").waitFor();
  for (const theme of ["light", "dark"]) {
    const root = page.locator(":root");
    if ((await root.getAttribute("data-theme")) !== theme) await page.keyboard.press("t");
    expect(await flawsOf(visit), theme).toEqual([]);
  }
  const watch = new URL(await watchLinkOf(visit));
  watch.searchParams.set("lang", "es");
  const phone = await house.visit(watch.pathname + watch.search + watch.hash, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.page.getByRole("heading", { name: "Oficiales en los puestos" }).waitFor();
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(await flawsOf(phone)).toEqual([]);
});

test("the plan becomes a scenario of the session", async () => {
  const { page } = visit;
  await visit.button("Open as C").click();
  await page.getByText("It is scenario C now.").waitFor();
  await page.keyboard.press("x");
  await page
    .getByRole("button", { name: /^C One more booth, plan 1/ })
    .first()
    .waitFor();
});

test("an impossible promise says what fully staffed posts do keep", async () => {
  const { page } = visit;
  await page.keyboard.press("x");
  await visit.button("New experiment").click();
  await visit.button("Find staffing").click();
  await page.getByRole("textbox", { name: "Under so many minutes" }).fill("0.05");
  await visit.button("Start").click();
  await page
    .getByText(/^No staffing keeps the promise/)
    .first()
    .waitFor();
  await page.getByText(/fails: fully staffed posts keep "95% of all trucks under \d+\smin"/).waitFor();
});

test("on a phone, officers who man the bays of secondary too: a promise about these is asked for", async () => {
  const pooled = await openHouse({ scenarios: [loadSmall("pooled-port.yaml")] });
  try {
    const phone = await pooled.open({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const { page } = phone;
    await phone.button("Pause").click();
    await page.keyboard.press("x");
    await phone.button("Find staffing").press("Enter");
    const second = page.getByRole("group", { name: "Promise 2" });
    const who = second.getByRole("combobox", { name: "Of whom" });
    expect(await who.inputValue()).toBe("all at secondary.bay");
    await phone.button("Leave out promise 2").press("Enter");
    await page.getByText(/^Promise something of .* too: the same officers man it\.$/).waitFor();
    expect(await flawsOf(phone)).toEqual([]);
    await phone.button("One more promise").press("Enter");
    expect(await who.inputValue()).toBe("all at secondary.bay");
    await second.getByRole("textbox", { name: "Under so many minutes" }).fill("25");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.button("Start").press("Enter");
    await page
      .getByRole("heading", { name: /^1\. A: staffing for .* and 95% of all trucks at .* under 25/ })
      .waitFor();
  } finally {
    await pooled.close();
  }
});
