/** Whoever has the watch link sees the same moment, and has nothing to change it with. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, until, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

let house: House;
let control: Visit;
let watch: Visit;
let phone: Visit;
beforeAll(async () => {
  house = await openHouse();
  control = await house.open();
  const { pathname, hash } = new URL(await watchLinkOf(control));
  [watch, phone] = await Promise.all([house.visit(pathname + hash), house.visit(pathname + hash, PHONE)]);
  await Promise.all([watch.clock.waitFor(), phone.clock.waitFor()]);
});
afterAll(() => house.close());

test("the very same pictures reach the one who steers and the one who watches", async () => {
  await watch.moreFrames(5);
  const seen = new Map(control.frames.map(({ number, timeMs }) => [number, timeMs]));
  const shared = watch.frames.filter(({ number }) => seen.has(number));
  expect(shared.length).toBeGreaterThanOrEqual(4);
  for (const { number, timeMs } of shared) expect(timeMs).toBe(seen.get(number));
});

test("a watcher finds nothing to steer with, and is told so", async () => {
  const { page } = watch;
  await page.getByText("You are watching; the holder of the control link steers.").waitFor();
  for (const name of [
    "Pause",
    "Play",
    "Start the day again",
    "Undo",
    "Redo",
    "Disrupt",
    "Share",
    "Compare another",
  ]) {
    expect(await watch.button(name).count(), name).toBe(0);
  }
  expect(await page.getByRole("slider").count()).toBe(0);
  expect(await page.getByRole("region", { name: "What if…" }).count()).toBe(0);
});

test("keys that steer mean nothing on a watch link", async () => {
  const { timeMs } = watch.frames.at(-1)!;
  for (const key of ["Space", "Home", "d", "Control+z"]) await watch.page.keyboard.press(key);
  await until(() => watch.frames.at(-1)!.timeMs > timeMs + 60_000);
  expect(watch.frames.at(-1)!.playing).toBe(true);
});

test("what the holder of the control link does shows on every watch link", async () => {
  await control.standAt("10:00");
  await Promise.all([watch.reads("10:00"), phone.reads("10:00")]);
  await control.button("Step 10 min ahead").click();
  await Promise.all([watch.reads("10:10"), phone.reads("10:10")]);
});

test("a phone shows the clock and both waits at a glance", async () => {
  const waits = phone.page.getByRole("region", { name: "wait now" });
  const { height } = PHONE.viewport;
  for (const one of [phone.clock, waits]) {
    const box = await one.boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(height);
  }
  expect((await waits.innerText()).match(/wait now/g)).toHaveLength(2);
});

test("a phone never scrolls sideways", async () => {
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.viewport.width);
});
