/** What results must meet: how it is written, and when an interval meets it. */
import { describe, expect, test } from "vitest";
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
  expect(requirementOutcome(required(text), { value: (low + high) / 2, low, high, n: 20 })).toBe(outcome);
});

test("without an interval, or without a figure, nothing is known", () => {
  const once = { value: 40, low: null, high: null, n: 1 };
  expect(requirementOutcome(required("wait < 45 min"), once)).toBe("unknown");
  expect(requirementOutcome(required("wait < 45 min"), null)).toBe("unknown");
});

describe("days that all came out the same", () => {
  const alike = (n: number, value = 0) => ({ value, low: value, high: value, n });

  test("tell nothing of others where they are few", () => {
    expect(requirementOutcome(required("waitShareOver60 < 5 %"), alike(19))).toBe("unknown");
    expect(requirementOutcome(required("waitShareOver60 > 5 %"), alike(19))).toBe("unknown");
    expect(requirementOutcome(required("difference of wait < 1 min"), alike(2))).toBe("unknown");
  });

  test("tell from 20 on", () => {
    expect(requirementOutcome(required("waitShareOver60 < 5 %"), alike(20))).toBe("met");
    expect(requirementOutcome(required("waitShareOver60 > 5 %"), alike(20))).toBe("notMet");
  });

  test("are the same though rounding leaves a little between them", () => {
    const rounded = { value: 0.1, low: 0.1 - 1e-17, high: 0.1 + 1e-16, n: 5 };
    expect(requirementOutcome(required("wait < 1 min"), rounded)).toBe("unknown");
    expect(requirementOutcome(required("wait < 1 min"), { ...rounded, high: 0.1001 })).toBe("met");
  });

  test("are no luck where they follow the plan of officers", () => {
    expect(requirementOutcome(required("officerHours <= 290 h"), alike(2, 290))).toBe("met");
    expect(requirementOutcome(required("boothHours < 240 h"), alike(2, 240))).toBe("notMet");
  });
});
