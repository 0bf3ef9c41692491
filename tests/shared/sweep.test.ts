/** How the settings of a sweep and their values are written. */
import { describe, expect, test } from "vitest";
import { parsePath } from "../../shared/scenario/setting-path.ts";
import { adjusted } from "../../shared/sweep/adjust.ts";
import { parseAmount } from "../../shared/sweep/amount.ts";
import { gridLevels, levelAt, parseLevels } from "../../shared/sweep/levels.ts";
import type { Levels } from "../../shared/sweep/levels.ts";

const levels = (written: Parameters<typeof parseLevels>[0]): Levels => {
  const read = parseLevels(written);
  if (typeof read === "string") throw new Error(read);
  return read;
};
const grid = (written: Parameters<typeof parseLevels>[0]) => gridLevels(levels(written));

describe("values of a grid", () => {
  test.each([
    ["8, 11, 14", ["8", "11", "14"]],
    ["6000 /day to 10000 /day in 5", ["6000 /day", "7000 /day", "8000 /day", "9000 /day", "10000 /day"]],
    ["6000 to 10000 /day in 3", ["6000 /day", "8000 /day", "10000 /day"]],
    ["6000 /day to 8000 in 3", ["6000 /day", "7000 /day", "8000 /day"]],
    ["90 s to 2 min in 2", ["90 s", "120 s"]],
    ["$ 60 /h to $ 80 /h in 3", ["$ 60 /h", "$ 70 /h", "$ 80 /h"]],
    ["0 % of fast to 40 % of fast in 3", ["0 % of fast", "20 % of fast", "40 % of fast"]],
    ["× 0.8 to × 1.2 in 3", ["× 0.8", "× 1", "× 1.2"]],
    ["x0.8, x1.2", ["× 0.8", "× 1.2"]],
    ["-1 to +2 in 4", ["− 1", "+ 0", "+ 1", "+ 2"]],
    ["uniform 30 s to 90 s, 60 s", ["uniform 30 s to 90 s", "60 s"]],
    ["clear the queue, turn it away", ["clear the queue", "turn it away"]],
  ])("%s", (written, texts) => {
    expect(grid(written).map(({ text }) => text)).toEqual(texts);
  });

  test("are numbers where the file has numbers, and texts with their unit elsewhere", () => {
    const values = (written: string) => grid(written).map(({ change }) => "value" in change && change.value);
    expect(values("8 to 14 in 3")).toEqual([8, 11, 14]);
    expect(values("8, 11")).toEqual([8, 11]);
    expect(values("true, false")).toEqual([true, false]);
    expect(values("8 h, 9 h")).toEqual(["8 h", "9 h"]);
  });

  test("stand on one line in one unit, service times by their mean, words on none", () => {
    const xs = (written: string) => grid(written).map(({ x }) => x);
    expect(xs("1 h, 90 min")).toEqual([1, 1.5]);
    expect(xs("lognormal 70 s cv 0.7, uniform 30 s to 90 s")).toEqual([70_000, 60_000]);
    expect(xs("clear the queue, turn it away")).toEqual([null, null]);
  });

  test.each([
    ["8", "same"],
    ["8, 8", "same"],
    ["8 to 8 in 3", "same"],
    ["8 to 9 in 1", "count"],
    ["8 to 9 in 0", "count"],
    ["8 to 9 in 1001", "count"],
    ["8 to 9 in 1e9", "count"],
    ["8 to 9 in many", "count"],
    ["8,, 9", "values"],
    ["× 0.8, 9", "mixed"],
    ["× 0.8 to 9 in 3", "mixed"],
    ["6 km to 7 h in 3", "units"],
    ["+ 6 km, + 7 h", "units"],
  ])("%s: %s", (written, fault) => {
    expect(parseLevels(written)).toBe(fault);
  });
});

test("a share of the way gives a value between the ends, a whole one where only that makes sense", () => {
  const trucks = levels("6000 /day to 10000 /day");
  expect([0, 0.25, 1].map((share) => levelAt(trucks, share, false).text)).toEqual([
    "6000 /day",
    "7000 /day",
    "10000 /day",
  ]);
  expect(levelAt(levels("8 to 14"), 0.4, true).text).toBe("10");
  expect(levelAt(levels("8, 11, 14"), 0.99, true).text).toBe("14");
});

describe("what a scenario says, adjusted", () => {
  const data = {
    costs: { officerHour: "$ 80 /h" },
    atClosing: "clear the queue",
    northbound: {
      demand: { trucks: "8000 /day", dayToDay: "10 %" },
      stages: {
        primary: {
          kind: "primary",
          booths: { fast: 4, general: 11 },
          service: { all: "uniform 30 s to 90 s", fast: "lognormal 55 s cv 0.6" },
        },
        stateSafety: { kind: "stateSafety", share: "10 %", service: "erlang 60 s shape 4" },
      },
      staffing: {
        rules: { relief: 1.5 },
        primary: { fast: { "07:00": 4, "24:00": 0 } },
        toll: {
          shifts: [
            {
              officers: 3,
              from: "07:00",
              to: "15:00",
              breaks: [{ at: "11:00", for: "30 min", officers: 1 }],
            },
          ],
        },
      },
    },
  };
  const adjust = (path: string, by: string) => {
    const amount = parseAmount(by)!;
    if (amount.operation === "set") throw new Error(by);
    return adjusted(data, parsePath(path), { operation: amount.operation, by: amount });
  };

  test.each<[string, string, unknown]>([
    ["northbound.demand.trucks", "× 1.1", "8800 /day"],
    ["northbound.demand.trucks", "− 500 /day", "7500 /day"],
    ["northbound.demand.dayToDay", "+ 5 %", "15 %"],
    ["costs.officerHour", "× 1.5", "$ 120 /h"],
    ["costs.officerHour", "+ $ 5 /h", "$ 85 /h"],
    ["northbound.stages.primary.booths", "+ 1", { fast: 5, general: 12 }],
    [
      "northbound.stages.primary.service",
      "× 0.5",
      { all: "uniform 15 s to 45 s", fast: "lognormal 27.5 s cv 0.6" },
    ],
    ["northbound.stages.stateSafety.service", "+ 1 min", "erlang 120 s shape 4"],
    ["northbound.staffing.rules.relief", "× 1.2", 1.8],
  ])("%s %s", (path, by, wanted) => {
    expect(adjust(path, by)).toEqual(wanted);
  });

  test("one more officer is one more whenever somebody works, and breaks stay", () => {
    expect(adjust("northbound.staffing.primary.fast", "+ 1")).toEqual({ "07:00": 5, "24:00": 0 });
    expect(adjust("northbound.staffing.toll", "+ 1")).toEqual({
      shifts: [{ ...data.northbound.staffing.toll.shifts[0], officers: 4 }],
    });
  });

  test("officers stay whole, and are never fewer than none", () => {
    expect(adjust("northbound.staffing.primary.fast", "× 0.6")).toEqual({ "07:00": 2, "24:00": 0 });
    expect(adjust("northbound.staffing.primary.fast", "− 6")).toEqual({ "07:00": 0, "24:00": 0 });
  });

  test.each([
    ["atClosing", "× 2"],
    ["northbound.demand.factor", "× 2"],
    ["northbound.demand.trucks", "+ 5 km"],
    ["northbound.demand.trucks", "+ 5"],
    ["northbound.stages.primary.booths", "+ 5 s"],
  ])("%s has nothing for %s", (path, by) => {
    expect(adjust(path, by)).toBeNull();
  });
});
