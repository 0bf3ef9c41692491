/** What results must meet: how it is written, and when an interval meets it. */
import { expect, test } from "vitest";
import { parseRequirement, requirementOutcome } from "../../shared/requirement.ts";
import type { Requirement } from "../../shared/requirement.ts";

function required(text: string): Requirement {
  const asked = parseRequirement(text);
  if (!asked.ok) throw new Error(`${asked.fault}: ${text}`);
  return asked.value;
}

test("a condition is about every scenario", () => {
  expect(required(" waitP95 of fast < 1 h ")).toMatchObject({
    text: "waitP95 of fast < 1 h",
    of: "scenario",
    figure: { metric: "wait", statistic: "p95", class: "fast" },
    comparator: "<",
    limit: 60,
  });
});

test("what it says of a difference is about that from the baseline", () => {
  expect(required("difference  of wait < -5 min")).toMatchObject({
    text: "difference  of wait < -5 min",
    of: "difference",
    figure: { metric: "wait", statistic: "mean" },
    limit: -5,
  });
});

test.each([
  ["difference of wait", "condition"],
  ["difference of delight < 5 min", "figure"],
  ["difference wait < 5 min", "figure"],
  ["wait < 5 km", "unit"],
])("%s is refused for its %s", (text, fault) => {
  expect(parseRequirement(text)).toMatchObject({ ok: false, fault });
});

test.each([
  ["wait < 45 min", 40, 44.9, "met"],
  ["wait < 45 min", 40, 45, "tooClose"],
  ["wait <= 45 min", 40, 45, "met"],
  ["wait < 45 min", 45, 50, "notMet"],
  ["wait > 45 min", 45.1, 50, "met"],
  ["wait > 45 min", 45, 50, "tooClose"],
  ["wait >= 45 min", 45, 50, "met"],
  ["wait > 45 min", 40, 44, "notMet"],
  ["difference of wait < -5 min", -9, -6, "met"],
  ["difference of wait < -5 min", -9, -4, "tooClose"],
  ["difference of wait < -5 min", -4, 1, "notMet"],
])("%s with an interval from %d to %d is %s", (text, low, high, outcome) => {
  expect(requirementOutcome(required(text), { low, high })).toBe(outcome);
});

test("without an interval, or without a figure, nothing is known", () => {
  expect(requirementOutcome(required("wait < 45 min"), { low: null, high: null })).toBe("unknown");
  expect(requirementOutcome(required("wait < 45 min"), null)).toBe("unknown");
});
