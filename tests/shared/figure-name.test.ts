import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCondition, parsePrecision } from "../../shared/condition.ts";
import { formatFigure, parseFigure } from "../../shared/figure-name.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { METRICS, METRIC_IDS } from "../../shared/metrics.ts";
import { RESULT_CLASSES } from "../../shared/vocabulary.ts";

const WAIT: FigureKey = { metric: "wait", statistic: "mean", class: null, stage: null, hour: null };

test("a metric alone stands for its first statistic", () => {
  expect(parseFigure("wait")).toEqual({ ok: true, value: WAIT });
  expect(parseFigure("arrivals")).toMatchObject({ value: { metric: "arrivals", statistic: "total" } });
});

test("a figure names its statistic and what it is about", () => {
  expect(parseFigure("waitP95 of fast in hour 8")).toEqual({
    ok: true,
    value: { ...WAIT, statistic: "p95", class: "fast", hour: 8 },
  });
  expect(parseFigure(" stageWaitP95 at secondary.dock ")).toMatchObject({
    value: { metric: "stageWait", statistic: "p95", stage: "secondary.dock" },
  });
});

test("every figure reads back from its name", () => {
  const keys = fc
    .constantFrom(...METRIC_IDS.filter((metric) => !("compared" in METRICS[metric])))
    .chain((metric) => {
      const { statistics, dimensions } = METRICS[metric];
      const has = (dimension: string): boolean => dimensions.some((one) => one === dimension);
      const orNone = <T>(dimension: string, values: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
        has(dimension) ? fc.option(values) : fc.constant(null);
      return fc.record({
        metric: fc.constant(metric),
        statistic: fc.constantFrom(...statistics.filter((statistic) => statistic !== "meanOfShared")),
        class: orNone("class", fc.constantFrom(...RESULT_CLASSES)),
        stage: orNone("stage", fc.constantFrom("primary", "secondary.dock")),
        hour: orNone("hour", fc.nat(23)),
      });
    });
  fc.assert(
    fc.property(keys, (key) => {
      expect(parseFigure(formatFigure(key))).toEqual({ ok: true, value: key });
    }),
  );
});

test.each([
  ["wiatP95", { fault: "figure", params: { guess: "waitP95" } }],
  ["wait of fats", { fault: "class", params: { guess: "fast" } }],
  ["wait at primary", { fault: "dimension", params: { metric: "wait", word: "at" } }],
  ["wait in hour 24", { fault: "hour", params: { found: "24" } }],
  ["sharedVehicles", { fault: "figure" }],
  ["", { fault: "figure" }],
])("%s is refused with its reason", (text, expected) => {
  expect(parseFigure(text)).toMatchObject({ ok: false, ...expected });
});

test.each([
  ["waitP95 < 45 min", { figure: { statistic: "p95" }, comparator: "<", limit: 45 }],
  ["waitP95<=0.75h", { comparator: "<=", limit: 45 }],
  ["waitShareOver60 of fast <= 5 %", { figure: { class: "fast" }, limit: 5 }],
  ["delayCost > $ 300000", { comparator: ">", limit: 300_000 }],
  ["queueMax >= 200", { comparator: ">=", limit: 200 }],
  ["queueKm < 800 m", { limit: 0.8 }],
  ["trucksPerBoothHour > 1 /min", { limit: 60 }],
])("%s is a condition in the unit that the figure is shown in", (text, expected) => {
  expect(parseCondition(text)).toMatchObject({ ok: true, value: expected });
});

test.each([
  ["waitP95 45 min", { fault: "condition" }],
  ["waitP95 < 45", { fault: "unit", params: { metric: "wait" } }],
  ["waitP95 < 45 km", { fault: "unit" }],
  ["waitP95 < $ 45 min", { fault: "unit" }],
  ["waitP95 < 20 min < 30 min", { fault: "condition" }],
  ["nothing < 45 min", { fault: "figure" }],
])("%s is no condition", (text, expected) => {
  expect(parseCondition(text)).toMatchObject({ ok: false, ...expected });
});

test.each([
  ["wait within 5 %", { kind: "relative", half: 0.05 }],
  ["waitP95 of fast within 90 s", { kind: "absolute", half: 1.5 }],
  ["waitShareOver60 within 2 points", { kind: "absolute", half: 2 }],
])("%s is a precision", (text, within) => {
  expect(parsePrecision(text)).toMatchObject({ ok: true, value: { within } });
});

test.each([
  ["wait within 0 %", "precision"],
  ["wait within 0 min", "precision"],
  ["wait within 5", "unit"],
  ["wait 5 %", "precision"],
  ["utilization within 2 %", "noPercent"],
])("%s is no precision", (text, fault) => {
  expect(parsePrecision(text)).toMatchObject({ ok: false, fault });
});

test.each([
  ["wait within 5 km", "ms, s, min, h, d, %"],
  ["waitShareOver60 within 5 km", "points"],
])("%s is told what it could be written in", (text, units) => {
  const read = parsePrecision(text);
  expect(read.ok ? null : [read.fault, read.params["units"]]).toEqual(["unit", units]);
});
