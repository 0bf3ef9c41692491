/** What may come: asked for with one key, read in a sentence and a table, old in words when it no longer holds. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, until, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.standAt("10:00");
});
afterAll(() => house.close());

const sentenceOf = ({ page }: Visit) => page.getByText(/^In the 4 hours from 10:00, B’s trucks wait/).first();
const chart = () => visit.page.getByRole("region", { name: "Wait before primary" });
/** The parts of the fan that are drawn, in all charts. */
const fans = ({ page }: Visit) => page.locator(".fan-median:not([d=''])").count();

test("one key forecasts from now: both fans, the answer with its interval, and the figures behind it", async () => {
  await visit.page.keyboard.press("f");
  await sentenceOf(visit).waitFor();
  expect(await sentenceOf(visit).textContent()).toMatch(
    /wait [\d.]+\smin less \(95\s%: [\d.]+ to [\d.]+\)\.$/,
  );
  expect(await fans(visit)).toBe(6);
  await visit.page
    .getByText(/from 10:00.* of 200 futures/)
    .first()
    .waitFor();
  const table = visit.page.getByRole("table", { name: /^Means over 200 futures/ });
  await table.waitFor();
  const rows = await table.locator("tbody tr").allInnerTexts();
  expect(rows.map((row) => row.split("\t")[0]!.trim())).toEqual([
    "Mean wait",
    "Longest queue",
    "Trucks cleared",
  ]);
  for (const row of rows) expect(row.match(/\d+/g)!.length, row).toBeGreaterThanOrEqual(3);
});

test("the table behind a chart has the futures, from their instant on", async () => {
  await chart().getByRole("button", { name: "View data: Wait before primary" }).click();
  const header = chart().getByRole("columnheader", { name: "B, futures’ median" });
  await header.waitFor();
  await chart().getByRole("button", { name: "View picture: Wait before primary" }).click();
});

test("who watches on a phone sees the fan and the answer, and nothing to press", async () => {
  const { pathname, hash } = new URL(await watchLinkOf(visit));
  const phone = await house.visit(pathname + hash, { viewport: { width: 390, height: 844 }, isMobile: true });
  await sentenceOf(phone).waitFor();
  await until(async () => (await fans(phone)) === 6);
  expect(await phone.button("Forecast").count()).toBe(0);
  expect(await phone.button("Again from now").count()).toBe(0);
});

test("when the clock has gone on for more than half an hour, the forecast is old, and says so", async () => {
  const old = visit.page.getByText("More than half an hour old: the clock has gone on since.");
  await visit.button("Step 10 min ahead").click();
  await visit.reads("10:10");
  expect(await old.count()).toBe(0);
  await visit.jumpTo("10:35");
  await old.waitFor();
  await visit.button("Again from now").click();
  await visit.page
    .getByText(/^In the 4 hours from 10:35/)
    .first()
    .waitFor();
  expect(await old.count()).toBe(0);
});

test("after a change it comes again by itself, and with the clock before it, it is gone", async () => {
  const title = visit.page.getByRole("heading", { name: "What may come" });
  await visit.page.getByRole("slider", { name: "Demand" }).focus();
  await visit.page.keyboard.press("PageUp");
  await visit.page
    .getByText(/^In the 4 hours from 10:35/)
    .first()
    .waitFor();
  const sentences = visit.page.getByText(/more \(95\s%|too close to call/);
  await sentences.first().waitFor();
  await visit.jumpTo("09:00");
  await title.waitFor({ state: "detached" });
  expect(await fans(visit)).toBe(0);
});

test("a forecast can be put away", async () => {
  await visit.button("Forecast").click();
  await visit.button("Put the forecast away").click();
  await visit.page.getByRole("heading", { name: "What may come" }).waitFor({ state: "detached" });
});
