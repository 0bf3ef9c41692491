/** `cruce sweep` as its user runs it: tables, files for machines, mistakes, and Ctrl-C. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { sweep } from "../../server/cli/commands/sweep.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { cruceHere, smallPort } from "./cruce.ts";
import type { Finished } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let port = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-sweep-"));
  port = file("port.yaml", smallPort(2, "a small port"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const wasTTY = process.stderr.isTTY;
afterEach(() => {
  vi.restoreAllMocks();
  process.stderr.isTTY = wasTTY;
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The small port with these options. */
const here = (args: readonly string[]): Promise<Finished> =>
  cruceHere(["sweep", port, "--no-store", ...args]);

const BOOTHS = "northbound.stages.primary.booths.shared = 2 to 4 in 3";
const SERVICE = "northbound.stages.primary.service = × 0.9, × 1.1";
const FEW = [
  "--vary",
  BOOTHS,
  "--vary",
  SERVICE,
  "--replications",
  "4",
  "--respond",
  "wait",
  "--respond",
  "boothHours",
];

test("prints the points, what each setting does, and the frontier with how sure it is", async () => {
  const { code, stdout, stderr } = await cruceHere([
    "sweep",
    port,
    ...FEW,
    "--frontier",
    "boothHours",
    "wait",
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^a small port: 6 points of 6, every combination of the values\n/);
  expect(stdout).toMatch(
    /point +booths\.shared +primary\.service +Wait, mean \[min\] +Booth-hours, staffed \[h\]|point +booths\.shared/,
  );
  const tornado = stdout.slice(stdout.indexOf("What each setting does to: Wait"));
  expect(tornado).toMatch(/booths\.shared +2 → 4 +-.*█│\n/);
  expect(tornado).toMatch(/primary\.service +× 0\.9 → × 1\.1 +\+.*│█+\n/);
  expect(tornado).toMatch(/explain \d+(\.\d)? % of the variance/);
  expect(stdout).toMatch(/100 % +on it\n/);
  expect(stdout).toMatch(/too close to call\. \d+ more points? (is|are) off it\.\n/);
  expect(stdout).toContain("All points have the same days, trucks and draws.\n4 days, seed 1,");
});

test("says of no points off the frontier nothing", async () => {
  const asked = ["--vary", BOOTHS, "--replications", "4", "--frontier", "boothHours", "wait"];
  const { stdout } = await here(asked);
  expect(stdout.match(/ on it\n/g)).toHaveLength(3);
  expect(stdout).toMatch(/it is too close to call\.\n/);
});

test("is the same from a sweep file, whose settings options go before", async () => {
  const vary = `vary:\n  northbound.stages.primary.booths.shared: 2 to 4 in 3\n  northbound.stages.primary.service: × 0.5, × 1.1\n`;
  const asked = file(
    "asked.yaml",
    `cruce: 1\nsweep: port.yaml\n${vary}respond: [ wait, boothHours ]\nreplications: 9\n`,
  );
  const own = ["--vary", SERVICE, "--replications", "4", "--workers", "1"];
  const fromFile = await cruceHere(["sweep", asked, ...own]);
  expect(fromFile).toEqual(await cruceHere(["sweep", port, ...FEW, "--workers", "2"]));
});

test("gives JSON with points, effects and frontier, and CSV with a line a point and figure", async () => {
  const json = await here([...FEW, "--frontier", "boothHours", "wait", "--json"]);
  const csv = await here([...FEW, "--csv"]);
  const report = JSON.parse(json.stdout) as { points: { estimates: { value: number }[] }[] };
  expect(report).toMatchObject({
    seed: 1,
    replications: 4,
    interrupted: false,
    scenario: "a small port",
    design: "grid",
    settings: [
      { setting: "booths.shared", path: "northbound.stages.primary.booths.shared" },
      { setting: "primary.service", path: "northbound.stages.primary.service" },
    ],
    pointsInAll: 6,
    effects: [
      {
        figure: "waitMean",
        unit: "min",
        method: "regression",
        none: null,
        rows: [{ setting: "booths.shared" }, {}],
      },
      { figure: "boothHours", unit: "h" },
    ],
    frontier: { x: { figure: "boothHours" }, y: { figure: "waitMean" } },
  });
  expect(report.points[0]).toMatchObject({
    point: 1,
    values: { "booths.shared": "2", "primary.service": "× 0.9" },
  });
  const [head, first, ...rest] = csv.stdout.split("\r\n");
  expect(head).toBe(
    "scenario,point,booths.shared,primary.service,figure,metric,statistic,class,stage,hour,unit,value,low,high,n,fewAlike,vehiclesNeeded",
  );
  expect(first).toMatch(/^a small port,1,2,× 0.9,waitMean,wait,mean,,,,min,/);
  expect(first!.split(",")[11]).toBe(String(report.points[0]!.estimates[0]!.value));
  expect(rest.filter((line) => line !== "")).toHaveLength(11);
});

test("speaks the reader's language, with elementary effects too", async () => {
  const args = [
    "--vary",
    "northbound.stages.primary.service = × 0.9 to × 1.1",
    "--vary",
    "northbound.demand.rates = × 0.8 to × 1",
  ];
  const morris = ["--design", "morris", "--points", "9", "--respond", "wait", "--replications", "3"];
  const texts: string[] = [];
  for (const language of ["en", "es", "fr"])
    texts.push((await here([...args, ...morris, "--language", language])).stdout);
  expect(texts[0]).toContain("trajectories of Morris");
  expect(texts[0]).toMatch(/setting +from → to +changes by \(95 %\) +μ\* \(95 %\) +σ/);
  expect(texts[1]).toContain("trayectorias de Morris");
  expect(texts[2]).toContain("trajectoires de Morris");
});

test.each([
  [
    ["--vary", "northbound.demand.rate = × 0.5, × 1"],
    2,
    /^--vary: vary.*\n.*"rate" there\n.*did you mean rates\?/,
  ],
  [["--vary", "nothing"], 2, /^--vary takes a setting and its values/],
  [
    ["--vary", BOOTHS, "--vary", BOOTHS.replace("2 to 4", "2 to 6")],
    2,
    /^--vary names northbound\.stages\.primary\.booths\.shared more than once/,
  ],
  [[], 2, /expected settings that vary; found none\n.*such as `northbound/],
  [["--vary", BOOTHS.replace("in 3", "in 1e9")], 2, /from 2 to 1000 values .*; found 2 to 4 in 1e9/],
  [["--vary", BOOTHS.replace("2 to 4", "3 to 3")], 2, /two different values at the least/],
  [["--vary", BOOTHS, "--design", "sobol"], 2, /expected one of: grid, latin, morris; found sobol/],
  [["--vary", BOOTHS, "--respond", "watMean"], 2, /did you mean waitMean\?/],
  [["--vary", BOOTHS, "--respond", "stageWait at gate"], 2, /not measured at "gate" here/],
  [
    ["--vary", BOOTHS.replace("2 to 4 in 3", "1 to 1000 in 1000"), "--vary", SERVICE],
    2,
    /at most 1000 points; found 2000/,
  ],
  [
    ["--vary", "northbound.stages.primary.service = 60 s, 2 km"],
    3,
    /^Point 2, with primary\.service = 2 km:\n--vary: northbound\.stages\.primary\.service\n.*\n.*\n1 of 2 points is no scenario\.\n$/,
  ],
] as const)("%j: exit code %d, and says why", async (args, exit, wanted) => {
  const { code, stdout, stderr } = await here(["--replications", "2", ...args]);
  expect({ code, stdout }).toEqual({ code: exit, stdout: "" });
  expect(stderr).toMatch(wanted);
});

test("runs nothing again that is stored, whatever point it is of, and says the same", async () => {
  const env = { CRUCE_DATA: join(folder, "stored") };
  const first = await cruceHere(
    ["sweep", port, ...FEW.with(1, BOOTHS.replace("4 in 3", "3 in 2"))],
    "en",
    env,
  );
  const more = await cruceHere(["sweep", port, ...FEW], "en", env);
  expect(first.stderr).toBe("");
  expect(more.stderr).toMatch(/\b16\b.*\b24\b/);
  expect(more.stdout).toBe((await here(FEW)).stdout);
});

test("a Latin hypercube of more points than there are values says that they come again", async () => {
  const args = ["--vary", SERVICE, "--design", "latin", "--points", "3", "--replications", "2"];
  const said = "Of 3 points 2 differ, and each is run once";
  expect((await here(args)).stdout).toContain(said);
  expect((await here([...args, "--json"])).stderr).toContain(said);
  expect((await here(args.with(5, "2"))).stdout).not.toContain("differ");
  const two = await here([...args, "--vary", "northbound.stages.primary.moveUp = 8 s to 12 s"]);
  expect(two.stdout).toContain("3 points take the 2 values of primary.service more than once");
});

test("the shipped sweep runs", async () => {
  const shipped = "scenarios/sweeps/world-trade-bridge-booths.yaml";
  const { code, stdout } = await cruceHere(["sweep", shipped, "--replications", "2", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    pointsInAll: 12,
    points: { length: 12 },
    effects: { length: 3 },
  });
});

test("Ctrl-C keeps the points that are finished, says so and exits 130", async () => {
  process.stderr.isTTY = true;
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    // Far from the end, since progress is told a few times a second only.
    const [, done] = / ([\d,]+) of 1,?200 days/.exec(String(text)) ?? [];
    if (Number(done?.replace(",", "")) > 450) process.emit("SIGINT");
    return true;
  });
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const at = { file: "--vary", line: 0, column: 0 };
  const asked = [
    { path: ["vary", "northbound.stages.primary.booths.shared"], value: "2 to 7 in 6", at },
    { path: ["replications"], value: 200, at },
  ];
  const session = { texts: textsIn("en"), quiet: false };
  const out = { folder: join(folder, "interrupted"), format: "csv" as const, isForSpreadsheets: false };
  const keep = { out, report: join(folder, "interrupted.html") };
  const options = { asked, workers: 1, format: "json" as const, store: false, requirements: [], keep };
  const code = await sweep([port], options, session);
  const report = JSON.parse(printed) as { interrupted: boolean; points: { estimates: { n: number }[] }[] };
  expect(code).toBe(130);
  expect(report.interrupted).toBe(true);
  expect(report.points.length).toBeGreaterThan(1);
  expect(report.points.length).toBeLessThan(6);
  for (const { estimates } of report.points) expect(Math.max(...estimates.map(({ n }) => n))).toBe(200);
  expect(readFileSync(keep.report, "utf8")).toContain(
    `Only ${report.points.length} of 6 points are finished: what follows is told of these.`,
  );
  expect(said.at(-1)).toBe(`Interrupted: ${report.points.length} of 6 points are finished and follow.\n`);
  const filed = (name: string): string => readFileSync(join(out.folder, name), "utf8");
  expect(JSON.parse(filed("metadata.json"))).toMatchObject({ interrupted: true });
  expect(filed("points.csv").trim().split("\r\n")).toHaveLength(1 + report.points.length);
});
