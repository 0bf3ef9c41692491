/** Percentiles of few vehicles on the page: in words, and in pictures that do not end where nothing is known. */
import { describe, expect, test } from "vitest";
import { knownPart, openPart } from "../../client/charts/open-ends.ts";
import {
  compareHeadline,
  compareTable,
  narrowingFinding,
  precisionText,
} from "../../client/views/experiments/said.ts";
import { intervalText, sweepTable, tornadoFinding } from "../../client/views/experiments/sweep-said.ts";
import { openText } from "../../client/views/results/rows.ts";
import { wordsOf } from "../../client/views/words.ts";
import type { CompareData, CompareRequest } from "../../shared/experiments.ts";
import type { ResultRow } from "../../shared/protocol.ts";
import { frontierPlaces, hasOpenEnds, tornadoBars } from "../../shared/sweep/pictures.ts";
import type { SweepEffects, SweepFrontier, SweepResult, SweptFigure } from "../../shared/sweep/result.ts";

const en = wordsOf("en");
const upward = { value: 45, low: 38, high: null, n: 20, vehiclesNeeded: 72 };
const neither = { value: 3, low: null, high: null, n: 20, vehiclesNeeded: 72 };
const whole = { value: 45, low: 38, high: 60, n: 20 };

test("an interval without an end is told with the reason, in every language", () => {
  expect(openText(en, upward, String)).toBe("38 to ?; fewer than 72 vehicles: no upper end");
  expect(openText(en, neither, String)).toBe("fewer than 72 vehicles: no interval");
  expect(openText(en, whole, String)).toBeNull();
  expect(openText(en, { value: 3, low: null, high: null, n: 1 }, String)).toBeNull();
  expect(openText(wordsOf("es"), upward, String)).toContain("menos de 72 vehículos: sin extremo superior");
  expect(openText(wordsOf("fr"), upward, String)).toContain("moins de 72 véhicules");
});

describe("a picture", () => {
  test("draws what is known in full, and runs out to the edge where nothing is", () => {
    expect([knownPart(upward), openPart(upward, [0, 100])]).toEqual([
      [38, 45],
      [45, 100],
    ]);
    expect(openPart({ value: 45, low: null, high: 60 }, [0, 100])).toEqual([0, 45]);
  });

  test("draws no line without either end, nor an open one with both", () => {
    expect([knownPart(neither), openPart(neither, [0, 100])]).toEqual([[3, 3], null]);
    expect(openPart(whole, [0, 100])).toBeNull();
  });
});

describe("a comparison", () => {
  const row: ResultRow = {
    metric: "wait",
    statistic: "p95",
    class: "hazmat",
    unit: "min",
    estimates: [upward, upward],
    differences: [null, neither],
    named: true,
  };
  const reading = {
    state: "goesOn",
    days: 40,
    half: null,
    asked: 1,
    next: null,
    vehiclesNeeded: 72,
  } as const;
  const data = { rows: [row], reading } as unknown as CompareData;
  const request: CompareRequest = {
    kind: "compare",
    scenarios: [0, 1],
    answer: "waitP95",
    stop: { by: "precision", within: "1 min", most: 640 },
  };

  test("gives its difference, and says that nobody knows how sure it is", () => {
    expect(compareHeadline(en, data, [0, 1], 1)).toMatch(/differs by \+3\.0\smin; fewer than 72 vehicles/);
    expect(narrowingFinding(en, "waitP95", row, [], 72)).toMatch(/^Fewer than 72 vehicles/);
  });

  test("says in its table what is not whole, and why", () => {
    const { columns, rows } = compareTable(
      en,
      { ...data, rows: [row, { ...row, differences: [null, whole] }] },
      [0, 1],
    );
    expect(columns.at(-1)).toBe("Remarks");
    const of = (label: string, end: string): string => `${label}: fewer than 72 vehicles: no ${end}`;
    const both = [of("A", "upper end"), of("B", "upper end")];
    expect(rows[0]!.at(-1)).toBe([...both, of("B − A", "interval")].join("; "));
    expect(rows[1]!.at(-1)).toBe(both.join("; "));
  });

  test("does not take a missing end for a difference of 0", () => {
    expect(precisionText(en, request, data)).toBe(
      "Not known after 40 days: fewer than 72 vehicles tell no end of the interval.",
    );
  });
});

describe("a sweep", () => {
  const figure: SweptFigure = {
    metric: "wait",
    statistic: "p95",
    class: null,
    stage: null,
    hour: null,
    unit: "min",
  };
  const effects = (effect: typeof neither | typeof whole): SweepEffects => ({
    figure,
    method: "regression",
    r2: 1,
    isTrusted: true,
    none: null,
    rows: [{ setting: "x", from: "1", to: "2", effect, standardized: null, size: null, spread: null }],
  });
  const frontier: SweepFrontier = {
    x: figure,
    y: figure,
    points: [{ point: 1, x: whole, y: upward, standing: "close", sure: null }],
  };

  test("says so beside a point", () => {
    expect(intervalText(en, figure, upward)).toBe("(38 to ?; fewer than 72 vehicles: no upper end)");
  });

  test("says in its table of points what is not whole, and why", () => {
    const point = { point: 1, values: ["2"], estimates: [upward, { ...whole, low: 45, high: 45, n: 5 }] };
    const result = { settings: [], figures: [figure, figure], points: [point], frontier: null };
    expect(sweepTable(en, result as unknown as SweepResult).rows[0]!.at(-1)).toBe(
      "waitP95: fewer than 72 vehicles: no upper end; waitP95: all 5 days alike: no interval",
    );
  });

  test("has no effect that is sure, and no interval in words where there is none", () => {
    expect(tornadoBars(effects(neither), String)[0]!.isSure).toBe(false);
    expect(tornadoFinding(en, effects(neither))).toMatch(/\(fewer than 72 vehicles: no interval\)\.$/);
    expect(tornadoFinding(en, effects(whole))).toMatch(/\(95\s%: /);
  });

  test("says of steps that one trajectory tells no interval", () => {
    const size = { value: 3, low: null, high: null, n: 1 };
    const steps: SweepEffects = {
      ...effects(whole),
      method: "morris",
      rows: effects(whole).rows.map((row) => ({ ...row, size })),
    };
    expect(tornadoFinding(en, steps)).toMatch(/\(one trajectory or one day, no interval\)\.$/);
  });

  test("keeps the missing end for the picture of its frontier", () => {
    expect(frontierPlaces(frontier)[0]!.y).toEqual({ value: 45, low: 38, high: null });
    expect(hasOpenEnds(frontier)).toBe(true);
    expect(hasOpenEnds({ ...frontier, points: [] })).toBe(false);
  });
});
