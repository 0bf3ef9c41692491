/** What values mean together, beyond the one example that each code has. */
import { describe, expect, test } from "vitest";
import type { Change } from "../../shared/scenario/changes.ts";
import { checkChange } from "../../server/check/check-changes.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { postsOf } from "../../server/check/posts.ts";
import { runDays } from "../../shared/scenario/run-days.ts";
import { LAREDO, change } from "./laredo.ts";
import { codesOf, problemsOf, readWell, say } from "./reading.ts";

const codesAfter = (from: string, to: string): readonly string[] =>
  codesOf(problemsOf(change(LAREDO, from, to)));
const laredo = () => readWell(LAREDO).scenario;

test("the compact port has nothing to tell", () => {
  expect(problemsOf(LAREDO)).toEqual([]);
});

test("posts have the names and the room that staffing counts on", () => {
  expect(postsOf(laredo()).map(({ name, capacity }) => `${name} ${capacity}`)).toEqual([
    "exportCustoms 20",
    "primary.fast 4",
    "primary.general 11",
    "secondary.bay 100",
    "secondary.dock 10",
    "stateSafety 12",
  ]);
});

test("bays of the red light and analysts are posts of their own", () => {
  const text = change(
    change(LAREDO, "redLightService: 20 min", "redLightService: 20 min, redLightBays: 60"),
    "    secondary:\n",
    "    nii: { scanners: 3, service: 45 s, review: { service: 2 min, analysts: 9 } }\n    secondary:\n",
  );
  expect(postsOf(readWell(text).scenario).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["exportCustoms.redLight", "nii", "nii.review"]),
  );
});

describe("hourly shares", () => {
  test("may miss 100 % by a rounding", () => {
    expect(codesAfter('"07:00": 5 %', '"07:00": 5.04 %')).toEqual([]);
    expect(codesAfter('"07:00": 5 %', '"07:00": 5.06 %')).toEqual(["CR-302"]);
  });

  test("are refused only on days of the run on which the port is closed", () => {
    const closed = '{ days: { mon-sat: "07:00-24:00" } }';
    expect(codesAfter('"07:00-24:00"', closed)).toEqual([]);
    expect(
      codesOf(problemsOf(change(LAREDO, 'hours: "07:00-24:00"', `days: 7\nhours: ${closed}`))),
    ).toContain("CR-303");
  });

  const holiday = (byHour: string): string =>
    `cruce: 1\nname: x\nfrom: 2024-12-24\ndays: 2\nhours: { days: { mon-sun: "08:00-10:00", "2024-12-25": closed } }\nnorthbound:\n  demand: { trucks: 90 /day, byHour: ${byHour} }\n  stages: { primary: { booths: { shared: 3 }, service: 60 s } }\n`;
  const shares = '{ "08:00": 40 %, "09:00": 60 % }';

  test("are told once on a date that is closed, with what to write for it", () => {
    const problems = problemsOf(holiday(shares));
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["CR-303 northbound.demand.byHour"]);
    expect(say(problems[0]!)).toContain('"2024-12-25": {} under `days:` here');
  });

  test("do not come on a date whose shares are left empty", () => {
    expect(problemsOf(holiday(`{ days: { mon-sun: ${shares}, "2024-12-25": {} } }`))).toEqual([]);
  });

  test("are fine on a closed day that has no weight", () => {
    const text = change(
      LAREDO,
      'hours: "07:00-24:00"',
      'days: 7\nhours: { days: { mon-sat: "07:00-24:00" } }',
    );
    expect(problemsOf(change(text, "    flows:", "    weekdays: { sun: 0 }\n    flows:"))).toEqual([]);
  });

  test("that last beyond closing are refused", () => {
    expect(codesAfter('"07:00-24:00"', '"07:00-23:30"')).toEqual([]);
    expect(
      codesAfter(
        '      "21:00": 2 %\n      "22:00": 2 %\n      "23:00": 1 %\n',
        '      "21:00": 5 %\n      "23:59": 0 %\n',
      ),
    ).toEqual([]);
    expect(
      codesOf(
        problemsOf(
          change(
            change(LAREDO, '"07:00-24:00"', '"07:00-22:00"'),
            '      "21:00": 2 %\n      "22:00": 2 %\n      "23:00": 1 %\n',
            '      "21:00": 5 %\n      "23:00": 0 %\n',
          ),
        ),
      ),
    ).toContain("CR-303");
  });
});

test("a weekday by itself settles two runs that share it", () => {
  const level = (days: string): string => `general: { days: { ${days} } }`;
  const general = 'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }';
  const steps = '{ "07:00": 11, "24:00": 0 }';
  expect(codesAfter(general, level(`mon-wed: ${steps}, wed-sun: ${steps}`))).toEqual(["CR-315"]);
  expect(codesAfter(general, level(`mon-wed: ${steps}, wed-sun: ${steps}, wed: ${steps}`))).toEqual([]);
});

describe("shifts", () => {
  const general = 'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }';
  const shifts = (...all: readonly string[]): readonly string[] =>
    codesAfter(general, `general: { shifts: [ ${all.join(", ")} ] }`);

  test("that overlap may not need more booths than there are", () => {
    expect(
      shifts('{ officers: 6, from: "07:00", to: "16:00" }', '{ officers: 6, from: "15:00", to: "24:00" }'),
    ).toContain("CR-312");
    expect(
      shifts('{ officers: 11, from: "07:00", to: "15:00" }', '{ officers: 11, from: "15:00", to: "24:00" }'),
    ).toEqual([]);
  });

  test("may have more officers than booths while breaks keep them apart", () => {
    const rest = 'breaks: [ { at: "10:00", for: 30 min, officers: 1 } ]';
    const peak = '{ officers: 11, from: "07:00", to: "24:00" }';
    expect(shifts(peak, `{ officers: 1, from: "10:00", to: "10:30" }`)).toEqual(["CR-312"]);
    expect(
      shifts(
        `{ officers: 11, from: "07:00", to: "24:00", ${rest} }`,
        '{ officers: 1, from: "10:00", to: "10:30" }',
      ),
    ).toEqual([]);
  });

  test("go over midnight, and their breaks too", () => {
    expect(
      shifts('{ officers: 11, from: "23:00", to: "22:00", breaks: [ { at: "23:45", for: 30 min } ] }'),
    ).toEqual([]);
    expect(
      shifts('{ officers: 11, from: "22:00", to: "06:00", breaks: [ { at: "05:45", for: 30 min } ] }'),
    ).toContain("CR-316");
  });
});

describe("offered work", () => {
  const general = 'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }';

  test("is warned of with its figures and the time from which it does not fit", () => {
    const [warning] = problemsOf(change(LAREDO, general, 'general: { "07:00": 8, "24:00": 0 }'));
    // 8000 × (.92 × .76 + .02) × 90 s from the first hour on, against 8 booths for 17 h.
    expect(warning).toMatchObject({
      code: "CR-401",
      severity: "warning",
      path: "northbound.staffing.primary.general",
      params: { class: "general", from: "08:00", needed: 137, staffed: 128 },
    });
  });

  test("that comes late in the day does not fit though the whole day would", () => {
    const text = change(LAREDO, general, 'general: { "07:00": 11, "19:00": 4, "24:00": 0 }');
    expect(problemsOf(text)).toMatchObject([{ code: "CR-401", params: { class: "general" } }]);
  });

  test("left at midnight by a port that never closes is done in the morning", () => {
    const port = (rates: string): string =>
      `cruce: 1\nname: x\nnorthbound:\n  demand: { rates: { ${rates} } }\n  stages: { desk: { kind: station, servers: 1, service: 1 min } }\n`;
    expect(problemsOf(port('"00:00": 0 /h, "23:00": 90 /h'))).toEqual([]);
    expect(codesOf(problemsOf(port('"00:00": 70 /h')))).toEqual(["CR-402"]);
  });

  test("is not reckoned where vehicles leave unserved", () => {
    const port = (leaving: string): string =>
      `cruce: 1\nname: x\nnorthbound:\n  demand: { rates: 70 /h }\n  stages: { desk: { kind: station, servers: 1, service: 1 min, ${leaving} } }\n`;
    expect(problemsOf(port("patience: 5 min"))).toEqual([]);
    expect(problemsOf(port("room: 3, whenFull: turn away"))).toEqual([]);
    expect(codesOf(problemsOf(port("room: 3")))).toEqual(["CR-402"]);
  });

  test("is told once where all who come are of one class and all booths take it", () => {
    const port = `cruce: 1\nname: x\nhours: "08:00-12:00"\nnorthbound:\n  demand: { rates: { "08:00": 60 /h, "12:00": 0 /h } }\n  stages: { primary: { booths: { shared: 1 }, service: 100 s } }\n`;
    expect(problemsOf(port)).toMatchObject([{ code: "CR-401", params: { class: "all" } }]);
  });

  test("of a pool counts its officers once for all its posts", () => {
    const text = LAREDO.slice(0, LAREDO.indexOf("    primary:\n      fast: {"));
    const pool = (officers: number): string =>
      `${text}    pools:\n      all: { officers: { "07:00": ${officers}, "24:00": 0 }, posts: [primary.fast, primary.general] }\n`;
    expect(problemsOf(pool(15))).toEqual([]);
    expect(problemsOf(pool(9))).toMatchObject([
      { code: "CR-401", params: { class: "all", context: "whole" } },
    ]);
  });
});

describe("staffing", () => {
  const unstaffed = LAREDO.slice(0, LAREDO.indexOf("    primary:\n      fast: {"));
  const staffed = (staffing: string): readonly string[] => codesOf(problemsOf(`${unstaffed}${staffing}`));

  test("that plans nobody is no way to leave a post alone", () => {
    expect(staffed("    stateSafety: {}\n")).toEqual(["CR-313"]);
    expect(staffed('    stateSafety: { "07:00": 0 }\n')).toEqual(["CR-313"]);
  });

  test("of booths goes by lane type, and says how", () => {
    const [problem, ...others] = problemsOf(`${unstaffed}    primary: { "07:00": 15 }\n`);
    expect(say(problem!)).toContain("primary: { fast: …, general: … }");
    expect(others).toEqual([]);
  });

  test("of a post in a pool may not stand by itself too, where nobody would count it", () => {
    const pool = (general: string): string =>
      `    pools: { all: { officers: { "07:00": 15 }, posts: [primary.fast, primary.general] } }\n${general}`;
    expect(staffed(pool(""))).toEqual([]);
    expect(staffed(pool('    primary: { general: { "07:00": 9 } }\n'))).toEqual(["CR-314"]);
  });

  test("left out mans every place while it is open", () => {
    expect(staffed("    rules: { setUp: 5 min }\n")).toEqual([]);
  });
});

describe("sizes", () => {
  test("a timetable of a billion arrivals is refused without writing it out", () => {
    const text = `cruce: 1
name: x
northbound:
  demand: { arrivals: { timetable: [ { from: "00:00", until: "24:00", every: 1 ms, count: 10000 } ] } }
  stages: { toll: { lanes: 1, service: 10 s } }
`;
    expect(codesOf(problemsOf(text))).toEqual(["CR-330"]);
  });
});

test("a factor beside a list of arrivals is refused", () => {
  const text = `cruce: 1
name: x
northbound:
  demand: { arrivals: { timetable: [ { from: "08:00" } ] }, factor: 110 %, dayToDay: 5 % }
  stages: { toll: { lanes: 1, service: 10 s } }
`;
  expect(codesOf(problemsOf(text))).toEqual(["CR-304", "CR-304"]);
});

test("FAST trucks that may use general booths need no booths of their own", () => {
  const only = (rule: string): readonly string[] => {
    const text = change(
      LAREDO,
      "booths: { fast: 4, general: 11 }",
      `fastUsesGeneral: ${rule}\n      booths: { general: 15 }`,
    );
    return codesOf(problemsOf(change(text, '      fast: { "07:00": 4, "24:00": 0 }\n', "")));
  };
  expect(only("when no fast booth is staffed")).not.toContain("CR-320");
  expect(only("never")).toContain("CR-320");
});

test("the days of a run follow the calendar", () => {
  const scenario = { ...laredo(), from: "2023-12-25", days: 400, warmUp: 30 };
  const all = civilDays("UTC", scenario.from, 430);
  const kinds = runDays(scenario);
  expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(430);
  for (const { day } of kinds) expect(all).toContainEqual(day);
});

describe("a live change is refused when it", () => {
  const at = { at: 0, day: 1 } as const;
  const cases: readonly (readonly [string, Change, string])[] = [
    ["names an unknown post", { ...at, kind: "staffing", post: "primary.genral", officers: 3 }, "CR-311"],
    [
      "asks for more officers than booths",
      { ...at, kind: "staffing", post: "primary.fast", officers: 5 },
      "CR-341",
    ],
    ["asks for more FAST booths than booths", { ...at, kind: "booths", fast: 16 }, "CR-341"],
    [
      "closes more booths of a type than there are",
      { ...at, kind: "boothsClosed", booths: 5, type: "fast" },
      "CR-341",
    ],
    ["names an unknown stage", { ...at, kind: "slowService", factor: 2, stage: "primry" }, "CR-310"],
    ["needs a scanner where there is none", { ...at, kind: "scanners", count: 2, stage: "nii" }, "CR-342"],
    [
      "needs pre-inspection where there is none",
      { ...at, kind: "preInspected", share: { share: 0.2, of: "fast" }, stage: "preInspection" },
      "CR-342",
    ],
    ["is for a flow that does not come", { ...at, kind: "demand", factor: 2, flow: "produce" }, "CR-204"],
    ["is after the run", { ...at, day: 3, kind: "demand", factor: 2 }, "CR-340"],
    ["draws officers from nowhere", { ...at, kind: "staffAway", officers: 2, from: "primary" }, "CR-311"],
  ];
  test.each(cases)("%s", (_, change, code) => {
    expect(codesOf(checkChange(laredo(), change))).toEqual([code]);
  });

  test("and not when it fits", () => {
    const fits: readonly Change[] = [
      { ...at, kind: "staffing", post: "primary.general", officers: 11 },
      { ...at, kind: "booths", fast: 15 },
      { ...at, kind: "boothsClosed", booths: 15 },
      { ...at, kind: "extraInspection", share: 0.5, stage: "stateSafety" },
      { ...at, kind: "referral", factor: 2 },
      { ...at, kind: "staffAway", officers: 2, from: "primary.general" },
    ];
    expect(fits.flatMap((change) => checkChange(laredo(), change))).toEqual([]);
  });
});
