/** What one more officer is worth: asked for with one press, read by keyboard, tried in “What if”, old after a change. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSmall } from "../protocol/small-port.ts";
import { openHouse, until, watchLinkOf } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  // The second has a booth free in every hour.
  house = await openHouse({ scenarios: [loadSmall("wider-port.yaml"), loadSmall("small-port.yaml")] });
  visit = await house.open();
  await visit.standAt("08:00");
});
afterAll(() => house.close());

const card = ({ page }: Visit) => page.getByRole("region", { name: "One more officer" });
const hours = (of: Visit) =>
  card(of)
    .getByRole("group", { name: /^Truck-hours saved a day/ })
    .getByRole("button");

test.each([1200, 1280, 1366])("at %d px the tools of a chart stay in its card", async (width) => {
  const narrow = await house.visit(new URL(visit.page.url()).pathname + new URL(visit.page.url()).hash, {
    viewport: { width, height: 900 },
  });
  const time = narrow.page.getByRole("region", { name: "Where the time goes" });
  await time.getByRole("button", { name: "+1 officer" }).waitFor();
  const beyond = await time.evaluate((card) =>
    Math.max(
      ...[...card.querySelectorAll("header button")].map(
        (tool) => tool.getBoundingClientRect().right - card.getBoundingClientRect().right,
      ),
    ),
  );
  expect(beyond).toBeLessThan(0);
  await narrow.page.context().close();
});

test("one press asks about the chosen scenario, and every hour gets its answer", async () => {
  await visit.button("+1 officer").click();
  expect(visit.page.url()).toContain("by=worth");
  const chosen = card(visit).getByRole("button", { name: "In B" });
  expect(await chosen.getAttribute("aria-pressed")).toBe("true");
  await visit.button("Work it out").click();
  await card(visit).getByRole("button", { name: "Again" }).waitFor();
  const said = await hours(visit).evaluateAll((all) =>
    all.map((one) => one.getAttribute("aria-label") ?? ""),
  );
  expect(said).toHaveLength(12);
  for (const sentence of said)
    expect(sentence).toMatch(/^\d\d:00–\d\d:00: (saves [\d.]+ \(|too close to call \(|changes nothing)/);
  expect(await card(visit).locator("rect.hour").count()).toBe(12);
});

test("the table has a row an hour, with its interval and what it reads", async () => {
  await card(visit)
    .getByRole("button", { name: /^View data/ })
    .click();
  const rows = card(visit).locator("tbody tr");
  expect(await rows.count()).toBe(12);
  expect((await rows.first().innerText()).split("\t")).toHaveLength(7);
  await card(visit)
    .getByRole("button", { name: /^View picture/ })
    .click();
});

test("arrow keys go from hour to hour, and Enter leads to the officers of that hour, one press from trying it", async () => {
  const { page } = visit;
  await hours(visit).first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await card(visit)
    .getByText(/^09:00–10:00:/)
    .waitFor();
  await page.keyboard.press("Enter");
  const more = visit.button("One officer more from 09:00");
  await until(() => more.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  await page.getByText(/^\+1 officer-hours$/).waitFor();
});

test("after a change of its scenario it is old and says so, until it is worked out again", async () => {
  const old = card(visit).getByText(/^B has changed since; this is of before\./);
  await old.waitFor();
  await card(visit).getByRole("button", { name: "Again" }).click();
  await old.waitFor({ state: "detached" });
});

test("who watches on a phone sees the hours, and nothing to press but them", async () => {
  await card(visit).getByRole("button", { name: "Again" }).waitFor();
  const { pathname, hash } = new URL(await watchLinkOf(visit));
  const phone = await house.visit(`${pathname}?by=worth${hash}`, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  // From nine to ten no booth is free any more.
  await until(async () => (await hours(phone).count()) === 11);
  for (const name of ["Again", "Try it", "In B"])
    expect(await card(phone).getByRole("button", { name }).count(), name).toBe(0);
  await hours(phone).nth(2).tap();
  await card(phone)
    .getByText(/^10:00–11:00:/)
    .waitFor();
});

test("an hour that is over cannot be tried, and the page says why", async () => {
  await visit.jumpTo("12:00");
  await hours(visit).first().focus();
  await card(visit)
    .getByRole("button", { name: /^Try it: one more officer from 07:00/ })
    .press("Enter");
  await card(visit).getByText("This hour is over in the run; go back to try it.").first().waitFor();
});
