/** `--out`: the files in the folder say the same as the results, and nothing of before is lost. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sha256Of } from "../../server/report/tables/metadata.ts";
import { cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-out-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (...names: readonly string[]): string => join(folder, ...names);
const read = (...names: readonly string[]): string => readFileSync(path(...names), "utf8");
const linesOf = (text: string): readonly string[] => text.split("\r\n").slice(0, -1);

function file(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

const parquet = (...names: readonly string[]) =>
  parquetReadObjects({ file: new Uint8Array(readFileSync(path(...names))).buffer });

test("the files of a comparison say what is printed, whatever the workers", async () => {
  const ports = [file("two.yaml", smallPort(2)), file("three.yaml", smallPort(3))];
  const args = ["compare", ...ports, "--replications", "4", "--csv", "--quiet", "--format", "both"];
  const one = await cruceHere([...args, "--with-visits", "--workers", "1", "--out", path("one")]);
  const two = await cruceHere([...args, "--with-visits", "--workers", "2", "--out", path("two")]);
  expect([one.code, two.code, one.stderr]).toEqual([0, 0, ""]);
  const tables = ["differences", "estimates", "intervals", "replications", "visits"];
  const names = ["metadata.json", ...tables.flatMap((table) => [`${table}.csv`, `${table}.parquet`])];
  expect(readdirSync(path("one")).toSorted()).toEqual(names.toSorted());
  for (const name of names.filter((each) => each !== "metadata.json"))
    expect(readFileSync(path("one", name)).equals(readFileSync(path("two", name))), name).toBe(true);

  const printed = linesOf(one.stdout).length - 1;
  const estimates = linesOf(read("one", "estimates.csv"));
  const differences = linesOf(read("one", "differences.csv"));
  expect(estimates.length - 1 + (differences.length - 1)).toBe(printed);
  for (const table of tables) {
    const rows = await parquet("one", `${table}.parquet`);
    const [head, ...lines] = linesOf(read("one", `${table}.csv`));
    expect(rows.length, table).toBe(lines.length);
    for (const i of [0, Math.floor(lines.length / 2), lines.length - 1])
      expect(head!.split(",").map((name) => String(rows[i]![name] ?? ""))).toEqual(lines[i]!.split(","));
  }
});

test("visits are the lines of --visits, and a replication's figures make the estimate", async () => {
  const port = file("port.yaml", smallPort(2));
  const args = ["run", port, "--replications", "3", "--quiet"];
  await cruceHere([...args, "--visits", path("visits.csv")]);
  const { stdout } = await cruceHere([...args, "--json", "--with-visits", "--out", path("run")]);
  expect(read("run", "visits.csv") === read("visits.csv")).toBe(true);
  const { estimates } = JSON.parse(stdout) as { estimates: readonly Record<string, unknown>[] };
  const queue = estimates.find(({ metric, statistic }) => metric === "queue" && statistic === "max")!;
  const days = linesOf(read("run", "replications.csv")).filter((line) =>
    /^2 booths,\d,queue,max,,,,/.test(line),
  );
  const values = days.map((line) => Number(line.split(",").at(-1)));
  expect(values).toHaveLength(3);
  expect(values.reduce((sum, value) => sum + value, 0) / 3).toBeCloseTo(queue["value"] as number, 9);
});

test("few days that all came out the same are marked in the files", async () => {
  await cruceHere([
    "compare",
    file("a.yaml", smallPort(2)),
    file("b.yaml", smallPort(3)),
    ...FEW,
    path("few"),
  ]);
  const markOf = (table: string, start: string): string | undefined => {
    const [head, ...lines] = linesOf(read("few", `${table}.csv`));
    const at = head!.split(",").indexOf("fewAlike");
    return lines.find((line) => line.startsWith(start))!.split(",")[at];
  };
  expect(markOf("estimates", "2 booths,gaveUp,total")).toBe("true");
  expect(markOf("estimates", "2 booths,wait,mean")).toBe("false");
  expect(markOf("differences", "3 booths,2 booths,gaveUp,total")).toBe("true");
  expect(markOf("differences", "3 booths,2 booths,boothHours,total")).toBe("false");
});

const FEW = ["--replications", "3", "--quiet", "--out"];

test("the metadata tells where the numbers come from and what each column is", async () => {
  const port = file("meta.yaml", smallPort(2, "It's “two”"));
  const { stderr } = await cruceHere([
    "run",
    port,
    "--seed",
    "7",
    "--replications",
    "2",
    "--out",
    path("meta dir"),
  ]);
  expect(stderr).toContain("estimates.csv, replications.csv, intervals.csv, metadata.json");
  const metadata = JSON.parse(read("meta dir", "metadata.json")) as {
    command: string;
    scenarios: readonly { files: readonly { sha256: string }[] }[];
    files: readonly { file: string; rows: number; columns: readonly { name: string; meaning: string }[] }[];
  };
  expect(metadata).toMatchObject({ cruce: "0.1.0", seed: 7, replications: 2, interrupted: false });
  expect(metadata.command).toContain(`--out '${path("meta dir")}'`);
  expect(metadata.scenarios[0]!.files[0]!.sha256).toBe(sha256Of(read("meta.yaml")));
  for (const { file: name, rows, columns } of metadata.files) {
    const [head, ...lines] = linesOf(read("meta dir", name));
    expect(head!.split(",")).toEqual(columns.map((column) => column.name));
    expect(lines).toHaveLength(rows);
    for (const { meaning } of columns) expect(meaning).toMatch(/\.$/);
  }
});

test("five minutes are told by the clock of the port, also where it changes", async () => {
  const text = smallPort(2).replace("hours:", 'zone: America/Chicago\nfrom: "2024-03-10"\nhours:');
  await cruceHere(["run", file("dst.yaml", text), "--replications", "1", "--out", path("dst"), "--quiet"]);
  const times = linesOf(read("dst", "intervals.csv")).map((line) => line.split(",")[2]!);
  expect(times.slice(1, 3)).toEqual(["2024-03-10T00:00", "2024-03-10T00:05"]);
  expect(times[times.indexOf("2024-03-10T01:55") + 1]).toBe("2024-03-10T03:00");
});

test("results of before are not overwritten, and what cannot be written is said before anything runs", async () => {
  const port = file("port.yaml", smallPort(2));
  await cruceHere(["run", port, "--replications", "1", "--out", path("kept"), "--quiet"]);
  const before = read("kept", "estimates.csv");
  const again = await cruceHere(["run", port, "--out", path("kept")]);
  expect(again).toMatchObject({ code: 2, stdout: "" });
  expect(again.stderr).toBe(
    `${path("kept")} has results already (metadata.json), and they are not overwritten: name another folder.\n`,
  );
  expect(read("kept", "estimates.csv")).toBe(before);
  for (const [out, reason] of [
    [path("no", "such"), "there is no such folder"],
    [port, "a file of that name is there"],
  ] as const) {
    const { code, stdout, stderr } = await cruceHere(["run", port, "--out", out]);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: `${out} cannot be written: ${reason}.\n`,
    });
  }
});

test.each([
  [["--format", "csv"], "--format goes with --out only"],
  [["--with-visits"], "--with-visits goes with --out only"],
  [["--out", "x", "--with-visits", "--visits", "y"], "not both"],
  [["--out", "x", "--format", "parquet", "--excel"], "--excel is about CSV"],
  [["--visits", "x", "--report", "./x"], "--visits and --report both name ./x"],
  [["--report", "-"], "--report cannot go to stdout"],
])("%j is refused", async (args, said) => {
  const { code, stderr } = await cruceHere(["run", file("port.yaml", smallPort(2)), ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});

test("what a killed command has left is no obstacle", async () => {
  const [visits, report] = [file("killed.csv", ""), file("killed.html", "")];
  mkdirSync(path("killed"));
  file("killed/estimates.csv.999999999-0123abcd.part", "half a line");
  file("killed/metadata.json", "");
  const again = ["run", file("port.yaml", smallPort(2)), "--replications", "1"];
  const { code, stderr } = await cruceHere([
    ...again,
    "--visits",
    visits,
    "--report",
    report,
    "--out",
    path("killed"),
  ]);
  expect(code).toBe(0);
  expect(stderr).toContain(
    `${path("killed")}: what a stopped command had left is removed (estimates.csv.999999999-0123abcd.part).\n`,
  );
  expect(read("killed.csv").length).toBeGreaterThan(10_000);
  expect(read("killed.csv").match(/^scenario,/gm)).toHaveLength(1);
  expect(read("killed.html")).toMatch(/^<!doctype html>/);
  expect(read("killed", "metadata.json")).toContain('"estimates.csv"');
  for (const folder of [".", "killed"])
    expect(readdirSync(path(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a table of somebody else without metadata is not overwritten, and it is said what is the matter", async () => {
  mkdirSync(path("theirs"));
  file("theirs/estimates.csv", "theirs");
  const { code, stderr } = await cruceHere(["run", file("port.yaml", smallPort(2)), "--out", path("theirs")]);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `${path("theirs")} has estimates.csv but no metadata.json, so that it is not known to be the whole of a run, and it is not overwritten: remove it, or name another folder.\n`,
  );
  expect(read("theirs", "estimates.csv")).toBe("theirs");
});

test("a comparison that cannot be made leaves a folder that can be named again", async () => {
  const ports = [file("a.yaml", smallPort(2)), file("b.yaml", `days: 2\n${smallPort(3).trim()}\n`)];
  const { code } = await cruceHere(["compare", ...ports, "--with-visits", "--out", path("again")]);
  expect(code).toBe(3);
  expect(readdirSync(path("again"))).toEqual([]);
});

test("the report of one scenario answers about the figure that was asked for", async () => {
  const [port, report] = [file("asked.yaml", smallPort(2)), path("asked.html")];
  const until = ["--until", "stageWaitP95 at primary within 500 min", "--most-days", "20"];
  const { code } = await cruceHere(["run", port, ...until, "--quiet", "--report", report]);
  expect(code).toBe(0);
  expect(read("asked.html")).toMatch(
    /the 95th percentile of wait at a place at primary is [\d.]+\smin \(95\s%/,
  );
});
