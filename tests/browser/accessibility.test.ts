/** What a machine can check of accessibility, in both themes and all languages: nothing serious, nothing critical. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { flawsOf, openHouse, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
let watchPath: string;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open({ colorScheme: "light" });
  const { pathname, hash } = new URL(await watchLinkOf(visit));
  watchPath = pathname + hash;
  // By then all of the page has something to show: queues, bands, results, and what may come.
  await visit.standAt("10:00");
  await visit.page.getByRole("heading", { name: "A day in 40 runs" }).waitFor();
  await visit.page.keyboard.press("f");
  await visit.page.getByRole("table", { name: /^Means over 200 futures/ }).waitFor();
});
afterAll(() => house.close());

const THEMES = ["light", "dark"] as const;
const LANGUAGES = ["EN English", "ES Español", "FR Français"] as const;

test.each(THEMES.flatMap((theme) => LANGUAGES.map((language) => ({ theme, language }))))(
  "the workbench is accessible: $theme, $language",
  async ({ theme, language }) => {
    await visit.button(language).click();
    const root = visit.page.locator(":root");
    if ((await root.getAttribute("data-theme")) !== theme) await visit.page.keyboard.press("t");
    expect(await root.getAttribute("data-theme")).toBe(theme);
    expect(await flawsOf(visit)).toEqual([]);
  },
);

test("so are what opens over it: disruptions, links, causes, files", async () => {
  const { page } = visit;
  await visit.button("EN English").click();
  await visit.button("by cause").click();
  await visit.button("+1 officer").click();
  await visit.button("Work it out").click();
  await page.locator("rect.hour").first().waitFor();
  expect(await flawsOf(visit), "one more officer").toEqual([]);
  await visit.button("by cause").click();
  for (const name of ["Disrupt", "Share", "What the causes mean", /B: details, save, remove$/]) {
    await visit.button(name).click();
    expect(await flawsOf(visit), String(name)).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await visit.button("Compare another").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /World Trade Bridge today/ })
    .waitFor();
  expect(await flawsOf(visit), "files").toEqual([]);
  await page.keyboard.press("Escape");
});

test.each(THEMES)("the page of those who watch is accessible on a phone: %s", async (colorScheme) => {
  const watch = await house.visit(watchPath, { viewport: { width: 390, height: 844 }, colorScheme });
  await watch.page.getByRole("table", { name: /^Means over 40 days/ }).waitFor();
  expect(await flawsOf(watch)).toEqual([]);
});
