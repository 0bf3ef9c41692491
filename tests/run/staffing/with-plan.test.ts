/** Plans as staffing of a scenario: around the clock, and on the days for which they are. */
import { expect, test } from "vitest";
import { prepare } from "../../../server/run/staffing/optimize.ts";
import { levelsOf, withLevels } from "../../../server/run/staffing/with-plan.ts";
import type { ShiftPlan } from "../../../shared/staffing/shift-plan.ts";
import { HOUR } from "../../../shared/units.ts";
import { loadedOf } from "../small-ports.ts";

const QUESTION = {
  promises: [{ share: 0.95, class: null, stage: null, limitMs: HOUR }],
  sure: 0.9,
  rules: { shifts: [{ lengthMs: 8 * HOUR, most: null }], startsEveryMs: HOUR, rest: null, roster: null },
};

/** A port that never closes, from a Tuesday on, with a day before the one that counts. */
function aroundTheClock(shared: object, hours?: object) {
  const loaded = loadedOf("port", {
    from: "2024-05-07",
    warmUp: 1,
    demand: { trucks: "100 /day" },
    stages: { primary: { booths: { shared: 2 }, service: "60 s" } },
    staffing: { primary: { shared } },
    ...(hours && { hours }),
  } as never);
  const prepared = prepare(loaded, QUESTION);
  if (!("grid" in prepared)) throw new Error(JSON.stringify(prepared));
  return prepared;
}

const night = (rest: ShiftPlan[number]["rest"]): ShiftPlan => [
  { post: "primary.shared", start: 20, length: 8, rest, officers: 2 },
];

test("a night shift staffs the evening and the morning of each day", () => {
  const { port, grid } = aroundTheClock({ "00:00": 1 });
  expect(grid).toMatchObject({ slots: 24, wraps: true });
  expect(levelsOf(port, night(null), grid)["primary.shared"]).toEqual({
    "00:00": 2,
    "04:00": 0,
    "20:00": 2,
    "24:00": 0,
  });
});

test.each([
  [23, [[], [{ at: 23 * HOUR, for: HOUR, officers: 2 }]]],
  [24, [[{ at: 0, for: HOUR, officers: 2 }], []]],
])("with its break at hour %i it stands as both of them", (start, breaks) => {
  const { port, grid } = aroundTheClock({ "00:00": 1 });
  expect(levelsOf(port, night({ start, length: 1 }), grid)["primary.shared"]).toEqual({
    shifts: [
      { officers: 2, from: 20 * HOUR, to: 24 * HOUR, breaks: breaks[1] },
      { officers: 2, from: 0, to: 4 * HOUR, breaks: breaks[0] },
    ],
  });
});

test("a port that never closes has the plan on all days of the run, each by its weekday or date", () => {
  const { port, grid } = aroundTheClock({
    days: { "mon-fri": { "00:00": 1 }, "2024-05-08": { "00:00": 2 } },
  });
  const { scenario } = withLevels(port, levelsOf(port, night(null), grid), "plan");
  const { shared } = scenario.northbound.staffing["primary"] as never as { shared: { days: object } };
  expect(Object.keys(shared.days)).toEqual(expect.arrayContaining(["tue", "2024-05-08", "mon-fri"]));
  expect(Object.keys(shared.days)).not.toContain("wed");
});

test("a day without closing among days that close is planned by itself", () => {
  const file = { days: { "mon-fri": { "00:00": 1 }, sat: { "08:00": 2, "12:00": 0 } } };
  const { port, grid } = aroundTheClock(file, {
    days: { "tue-wed": "00:00-24:00", thu: "08:00-12:00" },
  });
  expect(grid).toMatchObject({ slots: 24, wraps: false });
  expect(port.plannedDays.map(({ date }) => date)).toEqual(["2024-05-08"]);
});
