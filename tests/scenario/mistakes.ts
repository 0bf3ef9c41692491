/**
 * One mistake for each code of a problem: the text, and what its place must point at. The type asks for
 * all codes, so that a code without an example does not compile. Only CR-510, a list of over five million
 * arrivals, takes too long to try each time.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Problem, ProblemCode } from "../../shared/problem.ts";
import { checkChange } from "../../server/check/check-changes.ts";
import type { LoadResult } from "../../shared/scenario/loaded.ts";
import { parseArrivalsCsv } from "../../server/scenario/arrivals-csv.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { diskLibrary, shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import { ScenarioReader } from "../../server/scenario/load-in-worker.ts";
import { prepare } from "../../server/run/staffing/optimize.ts";
import { readStaffing } from "../../server/scenario/staffing-file.ts";
import { readSweep } from "../../server/scenario/sweep-file.ts";
import { LAREDO, change } from "./laredo.ts";
import { problemsOf, readWell } from "./reading.ts";
import type { Files } from "./reading.ts";

export type Mistake = {
  readonly problems: () => readonly Problem[] | Promise<readonly Problem[]>;
  /** The text of the file at fault and what stands at the place; null for none. */
  readonly at: { readonly text: string; readonly starts: string } | null;
};

/** A whole text at fault. */
const text = (content: string, starts: string, files: Files = {}): Mistake => ({
  problems: () => problemsOf(content, { "base.yaml": LAREDO, ...files }),
  at: { text: content, starts },
});
/** The compact port with one piece changed. */
const edit = (from: string, to: string, starts: string): Mistake => text(change(LAREDO, from, to), starts);
/** A file that extends the compact port. */
const child = (rest: string, starts: string): Mistake =>
  text(`extends: base.yaml\nname: child\n${rest}`, starts);
/** A station of its own, for what only stations have. */
const station = (settings: string, starts: string): Mistake =>
  text(
    `cruce: 1\nname: station\nnorthbound:\n  demand: { rates: 50 /h }\n  stages:\n    desk: { kind: station, servers: 1, service: 1 min, ${settings} }\n`,
    starts,
  );
/** The compact port with its staffing replaced. */
const staffed = (staffing: string, starts: string): Mistake =>
  text(`${LAREDO.slice(0, LAREDO.indexOf("  staffing:"))}  staffing:\n${staffing}`, starts);
const changed = (what: string, starts: string): Mistake =>
  text(`${LAREDO}changes:\n  - { at: "08:00", ${what} }\n`, starts);
const DAYS = civilDays("America/Chicago", "2024-05-07", 1);
/** A list of arrivals at fault. */
const listed = (csv: string): Mistake => ({
  problems: () => parseArrivalsCsv(csv, "arrivals.csv", DAYS).problems,
  at: null,
});

/** A sweep of the compact port. */
const sweep = (vary: string, starts: string, rest = ""): Mistake => {
  const content = `cruce: 1\nsweep: base.yaml\nvary:\n${vary}\n${rest}`;
  const files = new Map([
    ["base.yaml", LAREDO],
    ["sweep.yaml", content],
  ]);
  return {
    problems: () => {
      const read = readSweep({ name: "sweep.yaml" }, [], shippedLibrary(files));
      return read.ok ? [] : read.problems;
    },
    at: { text: content, starts },
  };
};
/** A staffing question about the compact port. */
const staffing = (promise: string, starts: string, rest = "", base = LAREDO): Mistake => {
  const content = `cruce: 1\noptimize: base.yaml\npromise: [ ${promise} ]\n${rest}`;
  const files = new Map([
    ["base.yaml", base],
    ["question.yaml", content],
  ]);
  return {
    problems: () => {
      const read = readStaffing({ name: "question.yaml" }, [], shippedLibrary(files));
      if (!read.ok) return read.problems;
      const prepared = prepare(read.scenario, read.question);
      return "findings" in prepared ? read.locate(prepared.findings) : [];
    },
    at: { text: content, starts },
  };
};
const SOON = "all under 60 min";
/** The officers of the general booths man the bays of secondary too. */
const POOLED = change(
  LAREDO,
  '      general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }',
  `    pools:
      officers:
        posts: [primary.general, secondary.bay]
        officers: { "07:00": 60, "24:00": 0 }`,
);

const TRUCKS = "  northbound.demand.trucks: 6000 /day to 9000 /day in 4";

/** Files in a folder of their own, loaded by the first one's name. */
export function onDisk(files: Files, name: string): LoadResult {
  const folder = mkdtempSync(join(tmpdir(), "cruce-"));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return loadScenario({ name }, diskLibrary(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const diskProblems = (files: Files): readonly Problem[] => {
  const result = onDisk(files, "mine.yaml");
  return result.ok ? [] : result.problems;
};

async function tooSlow(): Promise<readonly Problem[]> {
  const reader = new ScenarioReader(new Map(), 1);
  const result = await reader.load({ file: "mine.yaml", text: LAREDO });
  await reader.close();
  return result.ok ? [] : result.problems;
}

function brokenLibrary(): readonly Problem[] {
  const fail = (): never => {
    throw new Error("the library is broken");
  };
  const result = loadScenario({ name: "mine.yaml" }, { scenario: fail, arrivals: fail });
  return result.ok ? [] : result.problems;
}

const extending = "extends: other.yaml\nname: child\n";
const manyLevels = `a: ${"[".repeat(40)}${"]".repeat(40)}`;
const chain = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [`b${i}.yaml`, i === 8 ? LAREDO : `extends: b${i + 1}.yaml\n`]),
);
const aliases = `a: &x 1\nb: [${Array.from({ length: 60 }, () => "*x").join(", ")}]`;
const manyUnknown = Array.from({ length: 600 }, (_, i) => `k${i}: 1`).join("\n");
const arrivalsBy = (file: string): string =>
  change(LAREDO, "    trucks: 8000 /day\n", `    arrivals: { file: ${file} }\n`).replace(
    / {4}byHour:\n(?: {6}"[^\n]*\n)+/,
    "",
  );

export const MISTAKES: Readonly<Record<Exclude<ProblemCode, "CR-510">, Mistake>> = {
  "CR-101": {
    problems: () => diskProblems({ "mine.yaml": extending }),
    at: { text: extending, starts: "other.yaml" },
  },
  "CR-102": {
    problems: () => diskProblems({ "mine.yaml": extending, "other.yaml/inner.yaml": "" }),
    at: { text: extending, starts: "other.yaml" },
  },
  "CR-103": text(`about: ${"x".repeat(300_000)}`, "about"),
  "CR-104": text("cruce: 1\nname: caf\ufffd", "\ufffd"),
  "CR-105": text("cruce: 1\nname: a: b", "a: b"),
  "CR-106": edit("name: A", "cruce: 1\nname: A", "cruce"),
  "CR-107": text("cruce: 1\nname: 'x\n", "'x"),
  "CR-108": text(`${LAREDO}---\n${LAREDO}`, "---"),
  "CR-109": text(aliases, "*x"),
  "CR-110": edit("zone: ", "zone: !place ", "!place"),
  "CR-111": text(manyLevels, "["),
  "CR-112": text(`a: [${"1,".repeat(120_000)}1]`, "1"),
  "CR-113": text("cruce: 1\nconstructor: 3", "constructor"),
  "CR-114": text("- a\n- b", "- a"),
  "CR-115": text("cruce: 1\n? [a, b]\n: 3", "[a, b]"),
  "CR-116": { problems: tooSlow, at: null },
  "CR-117": { problems: () => problemsOf(manyUnknown), at: null },
  "CR-118": { problems: brokenLibrary, at: null },
  "CR-121": text("extends: bse.yaml\nname: child\n", "bse.yaml"),
  "CR-122": {
    problems: () =>
      problemsOf("extends: a.yaml", { "a.yaml": "extends: b.yaml", "b.yaml": "name: b\nextends: a.yaml" }),
    at: { text: "name: b\nextends: a.yaml", starts: "a.yaml" },
  },
  "CR-123": {
    problems: () => problemsOf("extends: b0.yaml", chain),
    at: { text: chain["b6.yaml"]!, starts: "b7.yaml" },
  },
  "CR-124": text(arrivalsBy("/etc/passwd"), "/etc/passwd"),
  "CR-125": text("cruce: 1\nsweep: base.yaml\nvary: { northbound.demand.trucks: 6000 /day }\n", "sweep"),
  "CR-131": child("costs: null\n", "costs"),
  "CR-132": child("northbound: { stages: { toll: { lanes: 3, service: 10 s } } }\n", "toll"),
  "CR-133": child(
    "northbound: { stages: { toll: { before: primary, after: primary, lanes: 3, service: 10 s } } }\n",
    "after",
  ),
  "CR-134": child(
    "northbound: { stages: { toll: { before: primry, lanes: 3, service: 10 s } } }\n",
    "primry",
  ),
  "CR-135": edit("{ lanes: 20, ", "{ before: primary, lanes: 20, ", "before"),
  "CR-136": child(
    "northbound:\n  stages:\n    toll: { before: toll2, lanes: 3, service: 10 s }\n    toll2: { kind: toll, after: toll, lanes: 3, service: 10 s }\n",
    "toll2",
  ),
  "CR-201": edit("moveUp: 10 s", "moveup: 10 s", "moveup"),
  "CR-202": edit("{ lanes: 20, ", "{ ", "exportCustoms"),
  "CR-203": edit("lanes: 20", "lanes: many", "many"),
  "CR-204": edit("northbound:", "atClosing: clear queue\nnorthbound:", "clear queue"),
  "CR-205": edit("4 min", "4 minuts", "4 minuts"),
  "CR-206": edit("8000 /day", "8000", "8000"),
  "CR-207": edit("2.6 km", "100 s", "100 s"),
  "CR-208": edit("5 %, redLightService", "105 %, redLightService", "105 %"),
  "CR-209": edit("share: 10 %", "share: 10", "10"),
  "CR-210": edit("length: 2.6 km", 'length: "2,6 km"', '"2,6 km"'),
  "CR-211": changed("kind: boothsClosed, booths: 1 }\n  - { at: 7, kind: boothsClosed, booths: 1", "7"),
  "CR-212": edit('"07:00-24:00"', "7-24", "7-24"),
  "CR-213": edit('"2024-05-07"', '"2024-02-31"', '"2024-02-31"'),
  "CR-214": edit("lognormal 8 min cv 0.5", "lognormal 8 min cv 50", "lognormal 8 min cv 50"),
  "CR-215": edit("zone: America/Chicago", "zone:", "zone"),
  "CR-216": edit("lanes: 20, ", "lanes: 20, 15, ", "15"),
  "CR-217": edit("moveUp: 10 s", "moveUp: 10 s\n      fastFirst: yes", "yes"),
  "CR-218": edit("name: A bridge like Laredo's", "name: ''", "''"),
  "CR-219": text(
    `${LAREDO}changes:\n${'  - { at: "08:00", kind: demand, factor: 110 % }\n'.repeat(1_001)}`,
    "- {",
  ),
  "CR-220": edit('"07:00": 5 %', "7: 5 %", "7"),
  "CR-221": edit("cruce: 1", "cruce: 2", "2"),
  "CR-222": edit("primary:\n      booths", "prmary:\n      booths", "prmary"),
  "CR-223": edit("lanes: 20", "lanes: 20.5", "20.5"),
  "CR-301": edit("trucks: 8000 /day", "trucks: 8000 /day\n    rates: 300 /h", "rates"),
  "CR-302": edit("laden: 92 %", "laden: 90 %", "flows"),
  "CR-303": edit('"07:00-24:00"', '"08:00-24:00"', '"07:00"'),
  "CR-304": edit("trucks: 8000 /day", "rates: 300 /h", "byHour"),
  "CR-305": text(
    'cruce: 1\nname: x\nnorthbound: { demand: { arrivals: { timetable: [ { from: "08:00", until: "09:00" } ] } }, stages: { } }\n',
    "{ from",
  ),
  "CR-306": edit(
    "flows:",
    "weekdays: { mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0 }\n    flows:",
    "weekdays",
  ),
  "CR-310": staffed('    prmary: { fast: { "07:00": 4 } }\n', "prmary"),
  "CR-311": staffed('    primary: { fast: { "07:00": 4 }, generl: { "07:00": 4 } }\n', "generl"),
  "CR-312": edit('fast: { "07:00": 4', 'fast: { "07:00": 5', "5"),
  "CR-313": staffed('    primary: { fast: { "07:00": 4 } }\n', "primary"),
  "CR-314": staffed(
    '    pools:\n      a: { officers: { "07:00": 9 }, posts: [primary.fast, primary.general] }\n      b: { officers: { "07:00": 9 }, posts: [primary.general] }\n',
    "primary.general] }",
  ),
  "CR-315": staffed(
    '    primary: { fast: { "07:00": 4 }, general: { days: { mon-wed: { "07:00": 9 }, tue-fri: { "07:00": 9 } } } }\n',
    "tue-fri",
  ),
  "CR-316": staffed(
    '    primary: { fast: { "07:00": 4 }, general: { shifts: [ { officers: 9, from: "07:00", to: "15:00", breaks: [ { at: "14:45", for: 30 min } ] } ] } }\n',
    '{ at: "14:45"',
  ),
  "CR-317": staffed(
    '    primary: { fast: { "07:00": 4 }, general: { shifts: [ { officers: 9, from: "07:00", to: "15:00", breaks: [ { at: "10:00", for: 30 min, officers: 5 }, { at: "10:15", for: 30 min, officers: 5 } ] } ] } }\n',
    "breaks",
  ),
  "CR-318": staffed(
    '    pools:\n      all: { officers: { "07:00": 9 }, posts: [primary.fast, primary.general], minimum: { primary.fast: 4, primary.general: 6 } }\n',
    "minimum",
  ),
  "CR-319": edit("America/Chicago", "America/Laredo", "America/Laredo"),
  "CR-320": edit(
    "booths: { fast: 4, general: 11 }",
    "fastUsesGeneral: never\n      booths: { general: 15 }",
    "booths",
  ),
  "CR-321": edit("service: { all: lognormal 80 s cv 0.7, ", "service: { laden: 80 s, ", "service"),
  "CR-322": edit("scan: { service: 15 min, at: bay }", "k9: { service: 15 min, at: bay }", "scan"),
  "CR-323": edit(
    "  stages:\n",
    "  stages:\n    secondary2: { kind: secondary, bays: 1, exams: {} }\n",
    "secondary2",
  ),
  "CR-324": edit(
    "    secondary:\n",
    "    primary2: { kind: primary, booths: { shared: 1 }, service: 80 s }\n    secondary:\n",
    "primary2",
  ),
  "CR-325": edit("fastSplitsAt: 400 m", "fastSplitsAt: 3 km", "3 km"),
  "CR-326": text(
    LAREDO.slice(0, LAREDO.indexOf("    secondary:")) + LAREDO.slice(LAREDO.indexOf("    stateSafety:")),
    "referral",
  ),
  "CR-327": edit("booths: { fast: 4, general: 11 }", "booths: {}", "booths"),
  "CR-328": edit(", redLightService: 20 min", "", "redLight"),
  "CR-330": text(change(LAREDO, "8000 /day", "900000 /day").replace("hours:", "days: 100\nhours:"), "demand"),
  "CR-331": text(
    'cruce: 1\nname: x\nnorthbound: { demand: { trucks: 1000000 /day, factor: 2000 %, byHour: { "12:00": 100 % } }, stages: {} }',
    "demand",
  ),
  "CR-332": text(
    `cruce: 1\nname: x\nnorthbound:\n  demand: { rates: 1 /h }\n  stages:\n${Array.from({ length: 11 }, (_, i) => `    s${i}: { kind: station, servers: 10000, service: 1 s }\n`).join("")}`,
    "stages",
  ),
  "CR-333": station("next: { desk: 100 %, exit: 0 %}", "next"),
  "CR-340": changed("day: 3, kind: demand, factor: 110 %", "3"),
  "CR-341": changed("kind: boothsClosed, booths: 16", "16"),
  "CR-342": changed("kind: scannersDown, scanners: 1", "scannersDown"),
  "CR-343": {
    problems: () => checkChange(readWell(timetable).scenario, { kind: "demand", factor: 1.1, at: 0, day: 1 }),
    at: null,
  },
  "CR-401": edit(
    'general: { "07:00": 7, "09:00": 11, "20:00": 9, "24:00": 0 }',
    'general: { "07:00": 7, "24:00": 0 }',
    "general",
  ),
  "CR-402": station("room: 3, moveUp: 30 s", "desk"),
  "CR-403": edit('"09:00": 11,', "09:00: 11,", "09:00"),
  "CR-404": edit("fast: { laden: 24 %,", "fast: { produce: 24 %,", "produce"),
  "CR-405": edit("    flows:", "    factor: 0 %\n    flows:", "demand:"),
  "CR-501": listed("hour\n07:00"),
  "CR-502": listed("time,plate\n07:00,x"),
  "CR-503": listed("time,flow\n07:00"),
  "CR-504": listed("time\nnoon"),
  "CR-505": listed("time,flow\n07:00,loaden"),
  "CR-506": listed("time,fast\n07:00,maybe"),
  "CR-507": listed("time,count\n07:00,0"),
  "CR-508": listed("time\n2030-01-01T07:00"),
  "CR-509": listed("time\n"),
  "CR-511": listed('time\n"07:00'),
  "CR-512": listed(`time\n${"x\n".repeat(60)}`),
  "CR-513": {
    problems: () => parseArrivalsCsv("x".repeat(64 * 1024 * 1024 + 1), "a.csv", DAYS).problems,
    at: null,
  },
  "CR-601": sweep("  northbound.demand.truks: 8, 9", "northbound.demand.truks"),
  "CR-602": sweep("  northbound.demand.trucks: 6000 /day, + 5 /day", "6000 /day, +"),
  "CR-603": sweep("  northbound.demand.trucks: 6000 /day to 6000 /day in 4", "6000 /day to"),
  "CR-604": sweep("  northbound.demand.trucks: 6000 /day to 7000 /h in 4", "6000 /day to"),
  "CR-605": sweep("  northbound.demand.trucks: 6000 /day to 7000 /day", "6000 /day to"),
  "CR-606": sweep("  northbound.demand.trucks: 6000 /day, 7000 /day", "6000 /day,", "design: morris"),
  "CR-607": sweep('  atClosing: "× 0.8, × 1.2"', '"× 0.8'),
  "CR-608": sweep(`${TRUCKS}\n  northbound.demand: × 0.8, × 1.2`, "northbound.demand:"),
  "CR-609": sweep(TRUCKS, "points", "points: 40"),
  "CR-610": sweep(TRUCKS, "watP95", "respond: [ watP95 ]"),
  "CR-611": sweep(TRUCKS, "waitP95 ]", "frontier: [ waitP95, waitP95 ]"),
  "CR-701": staffing("95 % of fst under 20 min", "95 % of fst"),
  "CR-702": staffing(SOON, "8 h, 8 h", "shifts: 8 h, 8 h"),
  "CR-703": staffing(SOON, "2 h between", "break: 2 h between 3 h and 4 h"),
  "CR-704": staffing(`${SOON}, produce under 20 min`, "produce"),
  "CR-705": staffing(SOON, "20 h", "shifts: 20 h"),
  "CR-706": staffing(SOON, "1 min", "startsEvery: 1 min"),
  "CR-707": staffing(`${SOON}, all at secondary.bay under 60 min`, "all at secondary.bay"),
  "CR-708": staffing(SOON, "[ all under", "", POOLED),
  "CR-709": staffing(SOON, "9 h between", "break: 9 h between 0 h and 10 h"),
};

const timetable = `cruce: 1
name: timetable
northbound:
  demand: { arrivals: { timetable: [ { from: "08:00" } ] } }
  stages: { toll: { lanes: 1, service: 10 s } }
`;
