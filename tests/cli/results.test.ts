/** What results say beside the numbers, and that the list for machines is what the reference says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DifferenceRow, EstimateRow } from "../../shared/estimate.ts";
import { cruce, cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-results-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

type Report = Readonly<Record<string, unknown>> & {
  readonly warnings: readonly string[];
  readonly scenarios: readonly object[];
  readonly badDays: readonly object[];
  readonly shorterDays: readonly object[];
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
};

/** One booth, closed with a line before it, and nobody followed. */
const heldPort = smallPort(1, "held").replace(
  "northbound:",
  "atClosing: hold it until opening\nfollowFor: 0 h\nnorthbound:",
);

/** Each station sends half of its trucks to the other one, and has no room for them. */
const lockedPort = (name: string): string => `
cruce: 1
name: ${name}
followFor: 0 h
northbound:
  demand: { arrivals: { timetable: [{ from: "08:00", until: "12:00", every: 1 min }] } }
  stages:
    first: { kind: station, servers: 1, room: 0, service: 1 min, next: { second: 90 %, exit: 10 % } }
    second: { kind: station, servers: 1, room: 0, service: 1 min, next: { first: 90 %, exit: 10 % } }
`;

test("a gridlock is told with its instant and which place waits for which, in every form and language", async () => {
  const [locked, same] = ["locked", "same"].map((name) => file(`${name}.yaml`, lockedPort(name))) as [
    string,
    string,
  ];
  const table = await cruceHere(["run", locked, "--replications", "1"]);
  expect(table.stdout).toMatch(
    /locked: on 1 of 1 days .* on 2024-01-01 at 08:\d\d: first waits for second, second waits for first\./,
  );
  const waits = [
    { place: "first", waitsFor: "second" },
    { place: "second", waitsFor: "first" },
  ];
  const { stdout, stderr } = await cruceHere([
    "compare",
    locked,
    same,
    "--json",
    "--replications",
    "2",
    "--language",
    "es",
  ]);
  const report = JSON.parse(stdout) as Report & { readonly gridlocks: readonly object[] };
  expect(report.gridlocks).toHaveLength(4);
  expect(report.gridlocks[0]).toMatchObject({ replication: 0, date: "2024-01-01", waits });
  expect(stderr).toContain("first espera a second, second espera a first");
});

test("a model that runs away is stopped with the limit, the instant and the place, in the language asked for", async () => {
  const round = file(
    "round.yaml",
    `
cruce: 1
name: round
northbound:
  demand: { arrivals: { timetable: [{ from: "08:00" }] } }
  stages:
    first: { kind: station, servers: 1, service: 0 s, next: { first: 100 %, exit: 0.00000001 % } }
`,
  );
  const { code, stderr, stdout } = await cruceHere([
    "run",
    round,
    "--replications",
    "1",
    "--quiet",
    "--language",
    "fr",
  ]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("round, 2024-01-01 à 08:00 : plus de 2000000 événements en un seul instant");
  expect(stderr).toContain("1 véhicules sont à first");
});

test("many who did not get through are told below the table, in JSON, and on stderr beside JSON", async () => {
  const held = file("held.yaml", heldPort);
  const caution = /held: [\d.]+ % of the vehicles did not get through \([\d.]+ unfinished, 0 turned away/;
  const table = await cruceHere(["run", held, "--replications", "2", "--quiet"]);
  expect(table.stdout).toMatch(caution);
  const json = await cruceHere(["run", held, "--replications", "2", "--json"]);
  expect((JSON.parse(json.stdout) as Report).warnings).toEqual([
    expect.stringMatching(caution),
    expect.stringContaining("midnight does not agree with midnight"),
  ]);
  expect(json.stderr).toMatch(caution);
  const quiet = await cruceHere(["run", held, "--replications", "2", "--csv", "--quiet"]);
  expect(quiet.stderr).toBe("");
  const fine = await cruceHere(["run", file("fine.yaml", smallPort(3)), "--replications", "2"]);
  expect(fine.stdout).not.toContain("did not get through");
});

test("scenarios of one name are told apart by their files also when each runs by itself", async () => {
  const one = file("one.yaml", smallPort(2, "port"));
  const two = file("two.yaml", smallPort(3, "port"));
  const { stdout } = await cruceHere(["run", one, two, "--json", "--replications", "2"]);
  const { estimates } = JSON.parse(stdout) as Report;
  const waits = estimates.filter(
    (row) => row.metric === "wait" && row.statistic === "mean" && row.class === null && row.hour === null,
  );
  expect(waits.map(({ scenario }) => scenario)).toEqual([`port (${one})`, `port (${two})`]);
  expect(waits[0]!.value).toBeGreaterThan(waits[1]!.value);
});

test("a run of several days is not called a day", async () => {
  const days = file("days.yaml", smallPort(3).replace("hours:", "days: 3\nhours:"));
  const { stdout } = await cruceHere(["run", days, "--replications", "2"]);
  expect(stdout).toContain("2 runs of 3 days, seed 1");
});

test("more demand is compared on the shared trucks, and the others are counted", async () => {
  const base = file("base.yaml", smallPort(3));
  const more = file("more.yaml", smallPort(3, "more").replace("demand: {", "demand: { factor: 120 %,"));
  const { stdout } = await cruceHere(["compare", base, more, "--replications", "3"]);
  expect(stdout).toMatch(/Only in the baseline \[veh\.\] +0\.00/);
  expect(stdout).toMatch(/Only in this scenario \[veh\.\] +\+\d/);
  expect(stdout).toMatch(/Wait, mean of the same vehicles \[min\] +\+\d/);
  expect(stdout).toContain("some vehicles are in one scenario only");
  expect(stdout).not.toContain("the same trucks in every scenario");
});

test("scenarios about other vehicles exit 3 and say what must agree", async () => {
  const base = file("base.yaml", smallPort(3));
  const longer = file("longer.yaml", smallPort(3, "longer").replace("hours:", "days: 2\nhours:"));
  const { code, stdout, stderr } = await cruceHere(["compare", base, longer, "--replications", "2"]);
  expect(code).toBe(3);
  expect(stdout).toBe("");
  expect(stderr).toContain(`${longer} and ${base} are not about the same vehicles`);
  expect(stderr).toContain("`days`");
});

test("a thread that fails exits 1 with one line that names scenario, seed and replication", async () => {
  const lost = file(
    "lost.mjs",
    `import { isMainThread } from "node:worker_threads";\nif (!isMainThread) throw new Error("a booth\\n was lost");`,
  );
  const { code, stdout, stderr } = await cruce(["run", file("two.yaml", smallPort(2)), "--workers", "1"], {
    env: { NODE_OPTIONS: `--import ${lost}` },
  });
  expect(stderr).toBe("Cruce failed: 2 booths, seed 1, replication 0: a booth was lost\n");
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

test("JSON and CSV have the fields and columns of the reference, in its order", async () => {
  const reference = readFileSync(new URL("../../docs/reference/command-line.md", import.meta.url), "utf8");
  const example = JSON.parse(/```json\n(.*?)```/s.exec(reference)![1]!) as Report;
  const files = [file("two.yaml", smallPort(2)), file("three.yaml", smallPort(3))];
  const json = await cruceHere(["compare", ...files, "--json", "--replications", "20"]);
  const report = JSON.parse(json.stdout) as Report;
  expect(Object.keys(report)).toEqual(Object.keys(example));
  for (const list of ["scenarios", "badDays", "estimates", "differences", "shorterDays"] as const)
    expect(Object.keys(report[list][0]!).sort()).toEqual(Object.keys(example[list][0]!).sort());
  const csv = await cruceHere(["compare", ...files, "--csv", "--replications", "2"]);
  expect(reference).toContain(`\`${csv.stdout.split("\r\n")[0]}\``);
});

test("the list has rows of wait, queue and throughput by hour, and of dwell by stage", async () => {
  const { stdout } = await cruceHere([
    "run",
    file("two.yaml", smallPort(2)),
    "--json",
    "--replications",
    "2",
  ]);
  const { estimates } = JSON.parse(stdout) as Report;
  const means = (metric: string, of: "hour" | "stage"): readonly (string | number | null)[] =>
    estimates
      .filter((row) => row.metric === metric && row.statistic === "mean" && row[of] !== null)
      .map((row) => row[of]);
  for (const metric of ["wait", "queue", "throughput"])
    expect(means(metric, "hour")).toEqual(expect.arrayContaining([8, 9, 10, 11]));
  expect(means("dwell", "stage")).toContain("primary");
});

test("an answer that the scenarios do not have is said to be missing, and none exists only between two", async () => {
  const files = [file("two.yaml", smallPort(2)), file("three.yaml", smallPort(3))];
  const named = await cruceHere(["compare", ...files, "--metric", "staffCost"]);
  expect(named).toMatchObject({ code: 2, stdout: "" });
  expect(named.stderr).toContain(`--metric staffCost, ${files[0]}: The scenario has no figure staffCost.`);
  const toll = (servers: number): string =>
    `cruce: 1\nname: ${servers} tolls\nnorthbound:\n  demand: { rates: 50 /h }\n  stages:\n` +
    `    desk: { kind: station, servers: ${servers}, service: 1 min }\n`;
  const noPrimary = [file("toll.yaml", toll(1)), file("tolls.yaml", toll(2))];
  const { code, stdout } = await cruceHere(["compare", ...noPrimary, "--replications", "2"]);
  expect(code).toBe(0);
  expect(stdout).toContain('No answer: the scenarios have no figure of "Wait"');
  expect((await cruceHere(["compare", ...files, "--metric", "sharedVehicles"])).code).toBe(2);
});

test("the answer can be a figure of a class, a place or an hour", async () => {
  const files = [file("two.yaml", smallPort(2)), file("three.yaml", smallPort(3))];
  const args = ["compare", ...files, "--json", "--replications", "2", "--metric"];
  const { stdout } = await cruceHere([...args, "stageWaitP95 at primary"]);
  const { differences } = JSON.parse(stdout) as { readonly differences: readonly Record<string, unknown>[] };
  expect(differences.filter(({ named }) => named === true)).toEqual([
    expect.objectContaining({ metric: "stageWait", statistic: "p95", stage: "primary" }),
  ]);
  expect((await cruceHere([...args, "stageWaitP95 at nowhere"])).stderr).toContain("nowhere");
  expect((await cruceHere([...args, "wait of fst"])).stderr).toMatch(/^--metric wait of fst: .*fast/);
});

test("days are counted, and what was known or shared beforehand is said to have made the answer surer", async () => {
  const files = [file("two.yaml", smallPort(2)), file("three.yaml", smallPort(3))];
  const alone = await cruceHere(["run", files[0]!, "--replications", "20"]);
  expect(alone.stdout).toMatch(/on nine of ten days the mean wait of the day is at most [\d.]+ min\./);
  expect(alone.stdout).toMatch(
    /the variance of the mean wait is [\d.]+ % of what it would be from the days alone/,
  );
  const both = await cruceHere(["compare", ...files, "--replications", "20"]);
  expect(both.stdout).toMatch(
    /shorter than in 2 booths on \d+ of 20 days \(95 %: [\d.]+ to [\d.]+ % of all days\)/,
  );
  expect(both.stdout).toMatch(/variance of the difference in the mean wait is [\d.]+ % of what it would be/);
});
