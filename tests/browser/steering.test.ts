/** Who holds the control link moves the clock and changes a scenario while it runs, by keyboard alone. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { openHouse, until } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
});
afterAll(() => house.close());

test("the space bar stops the clock, and lets it go on", async () => {
  await visit.moreFrames(1);
  await visit.page.keyboard.press("Space");
  await visit.button("Play").waitFor();
  const stopped = await visit.clock.textContent();
  const { timeMs } = visit.frames.at(-1)!;
  await visit.moreFrames(2);
  expect(await visit.clock.textContent()).toBe(stopped);
  expect(visit.frames.at(-1)!.timeMs).toBe(timeMs);
  await visit.page.keyboard.press("Space");
  await visit.button("Pause").waitFor();
  await until(async () => (await visit.clock.textContent()) !== stopped);
});

test("a step of ten minutes moves the clock by exactly ten minutes", async () => {
  await visit.standAt("08:00");
  const { timeMs } = visit.frames.at(-1)!;
  const minutes = await visit.minutes();
  await visit.button("Step 10 min ahead").click();
  await until(async () => (await visit.minutes()) !== minutes);
  expect(await visit.minutes()).toBe(minutes + 10);
  expect(visit.frames.at(-1)!.timeMs).toBe(timeMs + 600_000);
});

test("one can go to a time of the day, back to an earlier one, and to the start", async () => {
  await visit.standAt("15:00");
  await visit.jumpTo("09:30");
  await visit.button("Start the day again").click();
  await until(async () => (await visit.minutes()) <= 7 * 60 + 1);
});

const isAt = (visit: Visit, name: string): Promise<boolean> =>
  visit.page.evaluate((wanted) => document.activeElement?.getAttribute("aria-label") === wanted, name);

/** Moves the focus with the tab key alone. */
async function tabTo(name: string, key: "Tab" | "Shift+Tab"): Promise<void> {
  for (let press = 0; press < 120; press++) {
    if (await isAt(visit, name)) return;
    await visit.page.keyboard.press(key);
  }
  throw new Error(`the tab key does not lead to “${name}”`);
}

const closedBooths = (label: string): Locator =>
  visit.page
    .getByRole("group", { name: new RegExp(`^Booths of ${label}\\b`) })
    .getByRole("img", { name: /^Booth \d+, general: closed/ });

test("at the end of the day play begins it again", async () => {
  const { page } = visit;
  await page.getByRole("combobox", { name: "Speed" }).selectOption("max");
  await visit.button("Play").click();
  await page.getByText("the day is over").waitFor();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("120");
  await visit.button("Play").click();
  await visit.button("Pause").waitFor();
  await until(async () => (await visit.minutes()) >= 7 * 60 && (await visit.minutes()) < 9 * 60);
});

/** The queue of a scenario as its row of the yard says it. */
async function queueOf(index: number): Promise<number> {
  const text = await visit.page
    .getByRole("region", { name: "Northbound cargo" })
    .getByText(/\d+ in queue/)
    .nth(index)
    .textContent();
  return Number.parseInt(text ?? "", 10);
}

test("officers taken away by keyboard close booths of B, lengthen its queue, stand in the log, and come back", async () => {
  const { page } = visit;
  await visit.standAt("09:00");
  expect(await closedBooths("B").count()).toBe(0);
  await tabTo("Officers at general booths, 09:00 to 10:00", "Tab");
  for (let officer = 0; officer < 3; officer++) await page.keyboard.press("ArrowDown");
  const log = page.getByRole("region", { name: "Log" });
  await log.getByText(/^09:00 B: 0 officers at general booths for 1\sh$/).waitFor();

  await visit.button("Step 10 min ahead").click();
  await until(async () => (await closedBooths("B").count()) === 3);
  expect(await closedBooths("A").count()).toBe(1);
  await visit.button("Step 10 min ahead").click();
  await visit.button("Step 10 min ahead").click();
  await visit.reads("09:30");
  await until(async () => (await queueOf(1)) >= (await queueOf(0)) + 5);

  await tabTo("Undo", "Shift+Tab");
  await page.keyboard.press("Enter");
  await log.getByText("no changes yet").waitFor();
  await until(async () => (await closedBooths("B").count()) === 0);
  expect(await queueOf(1)).toBeLessThanOrEqual(await queueOf(0));
});

test("a disruption strikes the scenarios it is meant for at one instant, and is taken back as one", async () => {
  const { page } = visit;
  await visit.standAt("09:00");
  await page.keyboard.press("d");
  await page.getByRole("radio", { name: "Booths closed" }).check();
  await page.getByRole("spinbutton", { name: "Booths" }).fill("2");
  await visit.button("Start now").click();
  const log = page.getByRole("region", { name: "Log" });
  await log.getByText(/^09:00 A: 2 booths closed for 1\sh$/).waitFor();
  await log.getByText(/^09:00 B: 2 booths closed for 1\sh$/).waitFor();
  await visit.button("Undo").click();
  await log.getByText("no changes yet").waitFor();
});
