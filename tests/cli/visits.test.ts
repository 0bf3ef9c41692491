/** `--visits`: what the file says, and what becomes of it when something is in the way. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { runGroups } from "../../server/cli/experiment.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import { cruce, smallPort } from "./cruce.ts";

// Each test starts programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 40_000 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-visits-file-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");

function file(name: string, text: string): string {
  writeFileSync(path(name), text);
  return path(name);
}

type Row = Readonly<Record<string, string>>;

function rowsOf(text: string): readonly Row[] {
  const [head, ...lines] = text.split("\r\n").slice(0, -1);
  const columns = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [columns[i]!, cell])));
}

describe("the file", () => {
  test("adds up to the results beside it, and changes none of them", async () => {
    const port = file("port.yaml", smallPort(2));
    const plain = await cruce(["run", port, "--replications", "4", "--json"]);
    const { stdout } = await cruce([
      "run",
      port,
      "--replications",
      "4",
      "--json",
      "--visits",
      path("all.csv"),
    ]);
    expect(stdout).toBe(plain.stdout);
    const rows = rowsOf(read("all.csv"));
    const { estimates } = JSON.parse(stdout) as { readonly estimates: readonly EstimateRow[] };
    const meanOf = (metric: string, stage: string | null): number =>
      estimates.find(
        (row) =>
          row.metric === metric &&
          ["mean", "total"].includes(row.statistic) &&
          row.stage === stage &&
          row.class === null &&
          row.hour === null,
      )!.value!;
    const departed = rows.filter(({ outcome }) => outcome === "departed");
    expect(departed.length / 4).toBeCloseTo(meanOf("departures", null), 9);
    const minutes = rows.map(({ enteredMs, leftMs }) => (Number(leftMs) - Number(enteredMs)) / 60_000);
    const perVisit = minutes.reduce((sum, stay) => sum + stay, 0) / departed.length;
    expect(perVisit).toBeCloseTo(meanOf("dwell", "primary"), 6);
  });

  test("has the columns of the reference", async () => {
    const port = file("port.yaml", smallPort(2));
    await cruce(["run", port, "--replications", "1", "--visits", path("columns.csv")]);
    const [head] = read("columns.csv").split("\r\n");
    const reference = readFileSync(new URL("../../docs/reference/command-line.md", import.meta.url), "utf8");
    expect(reference).toContain(`The columns: \`${head}\``);
    for (const column of head!.split(","))
      expect(reference).toMatch(new RegExp(`^\\|.*\`${column}\`.*\\|`, "m"));
  });

  test("is the same for one worker and two, and quotes names as it must", async () => {
    const ports = [2, 3].map((booths) => file(`${booths}.yaml`, smallPort(booths, `'"${booths}", today'`)));
    for (const workers of ["1", "2"]) {
      const name = path(`workers-${workers}.csv`);
      const args = ["compare", ...ports, "--replications", "5", "--workers", workers, "--visits", name];
      expect((await cruce(args)).code).toBe(0);
    }
    expect(read("workers-1.csv") === read("workers-2.csv")).toBe(true);
    const scenarios = read("workers-1.csv").matchAll(/^"""(\d)"", today",(\d),/gm);
    const runs = new Set([...scenarios].map(([, booths, replication]) => `${replication}:${booths}`));
    expect([...runs]).toEqual([0, 1, 2, 3, 4].flatMap((n) => [`${n}:2`, `${n}:3`]));
  });

  test("named - is stdout, in place of the results", async () => {
    const port = file("port.yaml", smallPort(2));
    const args = ["run", port, "--replications", "2", "--quiet", "--visits"];
    await cruce([...args, path("same.csv")]);
    const { code, stdout, stderr } = await cruce([...args, "-"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout === read("same.csv")).toBe(true);
    const both = await cruce([...args, "-", "--json"]);
    expect(both).toMatchObject({ code: 2, stdout: "" });
    expect(both.stderr).toContain("--visits - takes the place of the results");
  });
});

describe("what is in the way", () => {
  test("a file with something in it is left as it is; an empty one is filled", async () => {
    const port = file("port.yaml", smallPort(2));
    const { code, stdout, stderr } = await cruce(["run", port, "--replications", "1", "--visits", port]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`${port} is there already and is not overwritten: name a new file for the visits.\n`);
    expect(read("port.yaml")).toBe(smallPort(2));
    const empty = file("empty.csv", "");
    expect((await cruce(["run", port, "--replications", "1", "--visits", empty])).code).toBe(0);
    expect(rowsOf(read("empty.csv")).length).toBeGreaterThan(100);
  });

  test.each([
    ["en", "no/such.csv", "there is no such folder"],
    ["es", "here", "es una carpeta"],
    ["fr", "no/such.csv", "il n’y a pas de tel dossier"],
  ])("is told before a day is run, in words (%s)", async (language, name, reason) => {
    mkdirSync(path("here"), { recursive: true });
    const port = file("port.yaml", smallPort(2));
    const args = ["run", port, "--language", language, "--visits", path(name)];
    const { code, stdout, stderr } = await cruce(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(path(name));
    expect(stderr).toContain(reason);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

test("a run that fails before a day is done leaves an empty file, which can be named again", async () => {
  const ports = ["", "days: 2\n"].map((days, i) =>
    file(`unlike${i}.yaml`, `${days}${smallPort(2, `p${i}`).trim()}\n`),
  );
  const args = ["--replications", "1", "--quiet", "--visits", path("again.csv")];
  expect((await cruce(["compare", ...ports, ...args])).code).toBe(3);
  expect(read("again.csv")).toBe("");
  expect((await cruce(["run", ports[0]!, ...args])).code).toBe(0);
});

describe("Ctrl-C", () => {
  const wasTTY = process.stderr.isTTY;
  afterEach(() => {
    vi.restoreAllMocks();
    process.stderr.isTTY = wasTTY;
  });

  function loadSmall(): LoadedScenario {
    const loaded = loadScenario({ file: "small.yaml", text: smallPort(2) }, shippedLibrary(new Map()));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded;
  }

  test("keeps the days that are in the results, whole, and leaves no other file", async () => {
    process.stderr.isTTY = true;
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      if (/\d of 100000 days/.test(String(text))) process.emit("SIGINT");
      return true;
    });
    mkdirSync(path("interrupted"));
    const visits = path("interrupted/visits.csv");
    const options = {
      replications: 100_000,
      seed: 1,
      workers: 2,
      format: "json" as const,
      visits,
      store: false,
    };
    const outcome = await runGroups([[loadSmall()]], options, { texts: textsIn("en"), quiet: false });
    const { replications } = outcome.results[0]!;
    expect(outcome.interrupted).toBe(true);
    expect(readdirSync(path("interrupted"))).toEqual(["visits.csv"]);
    const rows = rowsOf(readFileSync(visits, "utf8"));
    expect([...new Set(rows.map(({ replication }) => Number(replication)))]).toEqual(replications);
    const straight = { ...options, replications: replications.at(-1)! + 1, visits: path("straight.csv") };
    await runGroups([[loadSmall()]], straight, { texts: textsIn("en"), quiet: true });
    const kept = rowsOf(read("straight.csv")).filter(({ replication }) =>
      replications.includes(Number(replication)),
    );
    expect(rows).toEqual(kept);
  });
});
