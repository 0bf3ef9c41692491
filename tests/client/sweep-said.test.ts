/** What the page says of the frontier of a sweep. */
import { describe, expect, test } from "vitest";
import { frontierFinding } from "../../client/views/experiments/sweep-said.ts";
import { wordsOf } from "../../client/views/words.ts";
import type { FrontierPoint, SweptFigure } from "../../shared/sweep/result.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import type { Language } from "../../shared/vocabulary.ts";

const figure: SweptFigure = {
  metric: "wait",
  statistic: "p95",
  class: null,
  stage: null,
  hour: null,
  unit: "min",
};
const at = { value: 45, low: 38, high: 60, n: 20 };
const finding = (standings: readonly FrontierPoint["standing"][], language: Language = "en"): string =>
  frontierFinding(wordsOf(language), {
    x: figure,
    y: figure,
    points: standings.map((standing, p) => ({ point: p + 1, x: at, y: at, standing, sure: null })),
  });

describe("the finding of a frontier", () => {
  test("names the points that are surely on it", () => {
    expect(finding(["on", "close", "off", "on"])).toBe("2 points of 4 are beaten by no other: 1 and 4.");
  });

  test("says where none is sure that it is too close to call, and how many may be on it", () => {
    expect(finding(["close", "close", "off"])).toBe(
      "It is too close to call which points of 3 are beaten by no other; 2 may be.",
    );
    expect(finding(["off", "off"])).toBe("It is too close to call which points of 2 are beaten by no other.");
    for (const language of LANGUAGES) expect(finding(["close", "off"], language)).not.toMatch(/\b0\b|: ?\./);
  });

  test("waits for the first point", () => {
    expect(finding([])).toBe("The first points are being run…");
  });
});
