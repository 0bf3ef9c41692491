/** Promises as people write them. */
import { expect, test } from "vitest";
import { MINUTE } from "../../shared/units.ts";
import { formatWaitPromise, parseWaitPromise } from "../../shared/wait-promise.ts";

test.each([
  ["95 % of fast under 20 min", 0.95, "fast", 20],
  ["all under 60 min", 1, null, 60],
  ["99.5% of ALL under 1 h", 0.995, null, 60],
  ["laden under 90 s", 1, "laden", 1.5],
  ["waitP95 of fast < 20 min", 0.95, "fast", 20],
  ["waitMax < 1 h", 1, null, 60],
])("%s", (text, share, of, minutes) => {
  const promise = { share, class: of, stage: null, limitMs: minutes * MINUTE };
  expect(parseWaitPromise(text)).toEqual({ ok: true, value: promise });
});

test.each([
  ["95 % of all at secondary.bay under 30 min", 0.95],
  ["all at secondary.bay under 30 min", 1],
  ["stageWaitP95 at secondary.bay < 30 min", 0.95],
])("%s is about the line of that post", (text, share) => {
  const promise = { share, class: null, stage: "secondary.bay", limitMs: 30 * MINUTE };
  expect(parseWaitPromise(text)).toEqual({ ok: true, value: promise });
});

test.each([
  "95 % of fast under 20 min",
  "95 % of all at toll under 5 min",
  "all under 1 h",
  "99.5 % of laden under 90 s",
])("%s is written as it was read", (text) => {
  const read = parseWaitPromise(text);
  expect(read.ok && formatWaitPromise(read.value)).toBe(text);
});

test.each([
  ["fast trucks should be quick", "promise"],
  ["95 % of quick under 20 min", "class"],
  ["95 % of fast at secondary.bay under 20 min", "class"],
  ["95 % of fast under 20", "unit"],
  ["0 % of fast under 20 min", "promise"],
  ["120 % of fast under 20 min", "promise"],
  ["fast under 0 min", "promise"],
  ["waitMean < 20 min", "promise"],
  ["waitP95 > 20 min", "promise"],
  ["waitP95 in hour 8 < 20 min", "promise"],
  ["stageWaitMean at secondary.bay < 20 min", "promise"],
  ["stageWaitP95 < 20 min", "promise"],
])("%s: %s", (text, fault) => {
  expect(parseWaitPromise(text)).toMatchObject({ ok: false, fault });
});
