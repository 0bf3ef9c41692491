/** `cruce sweep --out`: the files in the folder say what is printed, and days what the estimates are made of. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let port = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-sweep-out-"));
  port = join(folder, "port.yaml");
  writeFileSync(port, smallPort(2, "a small port"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Readonly<Record<string, string>>;

function rowsOf(out: string, table: string): readonly Row[] {
  const [head, ...lines] = readFileSync(join(folder, out, `${table}.csv`), "utf8")
    .split("\r\n")
    .slice(0, -1);
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, i) => [head!.split(",")[i]!, cell])),
  );
}

const TABLES = ["days", "effects", "frontier", "points", "responses", "settings"];
const sweep = (out: string, ...more: readonly string[]) =>
  cruceHere(["sweep", port, "--no-store", "--quiet", "--workers", "1", "--out", join(folder, out), ...more]);
const BOOTHS = ["--vary", "northbound.stages.primary.booths.shared = 2 to 4 in 3", "--replications", "3"];
const FIGURES = ["--respond", "wait", "--frontier", "boothHours", "wait"];

test("the files say the same as the JSON, and each says in which unit", async () => {
  const { code, stdout } = await sweep("grid", ...BOOTHS, ...FIGURES, "--json", "--format", "both");
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as {
    points: {
      point: number;
      estimates: { figure: string; value: number; low: number; n: number; unit: string }[];
    }[];
    effects: { figure: string; rows: { effect: { value: number } }[] }[];
    frontier: { points: { point: number; standing: string }[] };
  };
  const responses = report.points.flatMap(({ point, estimates }) =>
    estimates.map(({ figure, value, low, n, unit }) => [point, figure, unit, value, low, n].join()),
  );
  const cells = (row: Row, ...names: readonly string[]): string => names.map((name) => row[name]).join();
  expect(
    rowsOf("grid", "responses").map((row) => cells(row, "point", "figure", "unit", "value", "low", "n")),
  ).toEqual(responses);
  expect(rowsOf("grid", "effects").map((row) => cells(row, "figure", "effect"))).toEqual(
    report.effects.flatMap(({ figure, rows }) => rows.map(({ effect }) => `${figure},${effect.value}`)),
  );
  expect(rowsOf("grid", "frontier").map((row) => cells(row, "point", "x", "y", "standing"))).toEqual(
    report.frontier.points.map(({ point, standing }) => `${point},boothHours,waitMean,${standing}`),
  );
  expect(
    rowsOf("grid", "settings").map((row) => cells(row, "point", "setting", "written", "position")),
  ).toEqual(["1,booths.shared,2,2", "2,booths.shared,3,3", "3,booths.shared,4,4"]);
  for (const table of TABLES) {
    const bytes = readFileSync(join(folder, "grid", `${table}.parquet`));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(
      rows.map((row) =>
        Object.values(row)
          .map((cell) => String(cell ?? ""))
          .join(),
      ),
    ).toEqual(rowsOf("grid", table).map((row) => Object.values(row).join()));
  }
  const metadata = JSON.parse(readFileSync(join(folder, "grid", "metadata.json"), "utf8")) as {
    sweeps: object[];
    files: {
      file: string;
      rows: number;
      columns: { name: string; meaning: string; unit: string | null }[];
    }[];
  };
  expect(metadata.sweeps).toMatchObject([
    { scenario: "a small port", seed: 1, replications: 3, design: "grid", pointsInAll: 3 },
  ]);
  expect(metadata.files.map(({ file }) => file).toSorted()).toEqual(
    TABLES.flatMap((table) => [`${table}.csv`, `${table}.parquet`]),
  );
  for (const { columns } of metadata.files) for (const { meaning } of columns) expect(meaning).not.toBe("");
  const effect = metadata.files
    .find(({ file }) => file === "effects.csv")!
    .columns.find((one) => one.name === "effect");
  expect(effect).toMatchObject({ unit: "unit" });
});

test("few days that all came out the same are marked, where it is printed and in the files", async () => {
  const { code, stdout } = await sweep(
    "alike",
    ...BOOTHS,
    "--respond",
    "wait",
    "--respond",
    "gaveUp",
    "--csv",
  );
  expect(code).toBe(0);
  const printed = stdout.split("\r\n").slice(1, -1);
  expect(printed.map((line) => line.split(",").at(-2))).toEqual(["", "true", "", "true", "", "true"]);
  const marks = (table: string) => rowsOf("alike", table).map(({ figure, fewAlike }) => [figure, fewAlike]);
  expect(marks("responses").slice(0, 2)).toEqual([
    ["waitMean", "false"],
    ["gaveUp", "true"],
  ]);
  expect(marks("effects")).toEqual([["waitMean", "false"]]);
});

test("days are those of run at the same seed", async () => {
  await sweep("days", ...BOOTHS, "--respond", "waitMax");
  await cruceHere([
    "run",
    port,
    "--no-store",
    "--quiet",
    "--replications",
    "3",
    "--out",
    join(folder, "run"),
  ]);
  const ofRun = rowsOf("run", "replications").filter(
    (row) =>
      row["metric"] === "wait" && row["statistic"] === "max" && row["class"] === "" && row["hour"] === "",
  );
  const asItIs = rowsOf("days", "days").filter(({ point }) => point === "1");
  expect(asItIs.map(({ replication, value }) => [replication, value])).toEqual(
    ofRun.map(({ replication, value }) => [replication, value]),
  );
  expect(asItIs).toHaveLength(3);
});

test("elementary effects have their size and spread, and no regression", async () => {
  const morris = ["--vary", "northbound.stages.primary.service = × 0.9 to × 1.1", "--design", "morris"];
  expect((await sweep("morris", ...morris, "--points", "4", "--replications", "2")).code).toBe(0);
  const [row, ...others] = rowsOf("morris", "effects");
  expect(others).toEqual([]);
  expect(row).toMatchObject({ method: "morris", r2: "", standardized: "", setting: "primary.service" });
  expect(Number(row!["size"])).toBeGreaterThan(0);
});

test.each([
  ["--format", "csv"],
  ["--excel", "--vary", "x = 1, 2"],
])("%s without a folder is refused", async (...args) => {
  const { code, stderr } = await cruceHere(["sweep", port, ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain("goes with --out only");
});

test("a folder with results is left as it is, and one for a sweep that cannot be made can be named again", async () => {
  await sweep("kept", ...BOOTHS);
  const before = readFileSync(join(folder, "kept", "responses.csv"), "utf8");
  const { code, stderr } = await sweep("kept", ...BOOTHS);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("has results already") as string,
  });
  expect(readFileSync(join(folder, "kept", "responses.csv"), "utf8")).toBe(before);
  expect((await sweep("again", ...BOOTHS, "--respond", "stageWait at nowhere")).code).toBe(2);
  expect(readdirSync(folder)).not.toContain("again");
});
