/** Which instants a date and a time of day can name. */
import { expect, test } from "vitest";
import { DAY, HOUR, SECOND } from "../../shared/units.ts";
import { nextNamed } from "../../server/run/named-instant.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";

const plain = civilDays("America/Chicago", "2024-05-07", 2);
const backward = civilDays("America/Chicago", "2024-11-03", 1);
const forward = civilDays("America/Chicago", "2024-03-10", 1);

test("on a plain day every instant has its name", () => {
  expect(nextNamed(plain, 0)).toBe(0);
  expect(nextNamed(plain, 13 * HOUR + SECOND)).toBe(13 * HOUR + SECOND);
  expect(nextNamed(plain, DAY)).toBe(DAY);
});

test("in the hour that comes a second time the next name is that hour's end", () => {
  expect(nextNamed(backward, 1.5 * HOUR)).toBe(1.5 * HOUR);
  expect(nextNamed(backward, 2.5 * HOUR)).toBe(3 * HOUR);
  expect(nextNamed(backward, 3 * HOUR)).toBe(3 * HOUR);
});

test("where clocks are put forward every instant that there is has a name", () => {
  expect(nextNamed(forward, 2 * HOUR)).toBe(2 * HOUR);
  expect(nextNamed(forward, 22 * HOUR + 59 * SECOND)).toBe(22 * HOUR + 59 * SECOND);
});

test("after the last day there are no names", () => {
  expect(nextNamed(plain, 2 * DAY)).toBeNull();
});
