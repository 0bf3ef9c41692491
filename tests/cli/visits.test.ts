/** `--visits`: what the file says, and what becomes of it when something is in the way. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { runGroups } from "../../server/cli/experiment.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { VisitsFile } from "../../server/cli/visits-file.ts";
import type { EstimateRow } from "../../shared/estimate.ts";
import { MAIN, cruce, cruceHere, loadSmallPort, smallPort } from "./cruce.ts";

// Days are run, on a machine that may have others to run.
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
    const plain = await cruceHere(["run", port, "--replications", "4", "--json"]);
    const { stdout } = await cruceHere([
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
    await cruceHere(["run", port, "--replications", "1", "--visits", path("columns.csv")]);
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
      expect((await cruceHere(args)).code).toBe(0);
    }
    expect(read("workers-1.csv") === read("workers-2.csv")).toBe(true);
    const scenarios = read("workers-1.csv").matchAll(/^"""(\d)"", today",(\d),/gm);
    const runs = new Set([...scenarios].map(([, booths, replication]) => `${replication}:${booths}`));
    expect([...runs]).toEqual([0, 1, 2, 3, 4].flatMap((n) => [`${n}:2`, `${n}:3`]));
  });

  test("named - is stdout, in place of the results", async () => {
    const port = file("port.yaml", smallPort(2));
    const args = ["run", port, "--replications", "2", "--quiet", "--visits"];
    await cruceHere([...args, path("same.csv")]);
    const { code, stdout, stderr } = await cruce([...args, "-"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout === read("same.csv")).toBe(true);
    const both = await cruceHere([...args, "-", "--json"]);
    expect(both).toMatchObject({ code: 2, stdout: "" });
    expect(both.stderr).toContain("--visits - takes the place of the results");
  });
});

describe("what is in the way", () => {
  test("a file with something in it is left as it is; an empty one is filled", async () => {
    const port = file("port.yaml", smallPort(2));
    const { code, stdout, stderr } = await cruceHere(["run", port, "--replications", "1", "--visits", port]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(`${port} is there already and is not overwritten: name a new file for the visits.\n`);
    expect(read("port.yaml")).toBe(smallPort(2));
    const empty = file("empty.csv", "");
    expect((await cruceHere(["run", port, "--replications", "1", "--visits", empty])).code).toBe(0);
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
    const { code, stdout, stderr } = await cruceHere(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(path(name));
    expect(stderr).toContain(reason);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

test("a run that fails before a day is done leaves no file, so that the name can be given again", async () => {
  const ports = ["", "days: 2\n"].map((days, i) =>
    file(`unlike${i}.yaml`, `${days}${smallPort(2, `p${i}`).trim()}\n`),
  );
  mkdirSync(path("failing"));
  const args = ["--replications", "1", "--quiet", "--visits", path("failing/again.csv")];
  expect((await cruceHere(["compare", ...ports, ...args])).code).toBe(3);
  expect(readdirSync(path("failing"))).toEqual([]);
  expect((await cruceHere(["run", ports[0]!, ...args])).code).toBe(0);
});

describe("two commands with one name", () => {
  const line = (text: string): Uint8Array => new TextEncoder().encode(`${text}\r\n`);
  const openIn = async (where: string): Promise<VisitsFile> => {
    const visits = await VisitsFile.open(where, textsIn("en"));
    visits.begin();
    return visits;
  };

  test.each([["there is no file"], ["the file is empty"]])(
    "the first to have a day has the name, the other is told, and no byte is mixed (%s)",
    async (before) => {
      const home = mkdtempSync(join(folder, "two-"));
      const name = join(home, "visits.csv");
      if (before === "the file is empty") writeFileSync(name, "");
      const [slow, quick] = [await openIn(name), await openIn(name)];
      await slow.part(0, 0, line("slow"));
      await quick.part(0, 0, line("quick"));
      await quick.done(0);
      await expect(slow.done(0)).rejects.toThrow(`${name} is there already and is not overwritten`);
      await quick.part(1, 0, line("quick again"));
      await quick.done(1);
      await Promise.all([slow.close(), quick.close()]);
      expect(readdirSync(home)).toEqual(["visits.csv"]);
      expect(readFileSync(name, "utf8").split("\r\n").slice(1)).toEqual(["quick", "quick again", ""]);
    },
  );

  test("an empty file behind a link is filled, and the link stays", async () => {
    const home = mkdtempSync(join(folder, "link-"));
    writeFileSync(join(home, "real.csv"), "");
    symlinkSync("real.csv", join(home, "link.csv"));
    const visits = await openIn(join(home, "link.csv"));
    await visits.part(0, 0, line("one"));
    await visits.done(0);
    await visits.close();
    expect(readFileSync(join(home, "real.csv"), "utf8")).toContain("one");
    expect(readdirSync(home).sort()).toEqual(["link.csv", "real.csv"]);
  });
});

test("a command that is killed leaves the days it has finished under the name, as another run has them", async () => {
  const home = mkdtempSync(join(folder, "killed-"));
  const port = file("killed.yaml", smallPort(2));
  const args = ["run", port, "--no-store", "--quiet", "--visits"];
  const env = { ...process.env, CRUCE_DATA: home };
  const many = [...args, join(home, "visits.csv"), "--replications", "100000"];
  const child = spawn(process.execPath, [MAIN, ...many], { env, stdio: "ignore" });
  const watcher = watch(home, (_, name) => {
    if (name === "visits.csv") child.kill("SIGKILL");
  });
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  watcher.close();
  expect(signal).toBe("SIGKILL");
  expect((await cruceHere([...args, join(home, "straight.csv"), "--replications", "1"])).code).toBe(0);
  const killed = readFileSync(join(home, "visits.csv"), "utf8");
  expect(killed.startsWith(readFileSync(join(home, "straight.csv"), "utf8"))).toBe(true);
  expect((await cruceHere(many)).code).toBe(2);
});

test("a disk that is full before the second day fits in leaves the first", () => {
  const home = mkdtempSync(join(folder, "full-"));
  const moduleOf = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { VisitsFile } from ${moduleOf("../../server/cli/visits-file.ts")};
    import { textsIn } from ${moduleOf("../../server/cli/texts.ts")};
    const lines = (text) => new TextEncoder().encode(text);
    const visits = await VisitsFile.open("visits.csv", textsIn("en"));
    visits.begin();
    await visits.part(1, 0, lines("1".repeat(4_000)));
    await visits.done(1);
    await visits.part(0, 0, lines("0".repeat(1_000)));
    await visits.done(0).catch(({ message }) => process.stdout.write(message));
    await visits.close();`;
  const args = ["-c", 'ulimit -f 8; exec "$0" "$@"', process.execPath, "--input-type=module", "-e", script];
  const { stdout } = spawnSync("sh", args, { cwd: home, encoding: "utf8" });
  expect(stdout).toBe("The visits cannot be written to visits.csv: the file would be too large.");
  expect(readdirSync(home)).toEqual(["visits.csv"]);
  expect(readFileSync(join(home, "visits.csv"), "utf8").split("\r\n")[1]).toBe("0".repeat(1_000));
});

describe("Ctrl-C", () => {
  const wasTTY = process.stderr.isTTY;
  afterEach(() => {
    vi.restoreAllMocks();
    process.stderr.isTTY = wasTTY;
  });

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
    const outcome = await runGroups([[loadSmallPort()]], options, { texts: textsIn("en"), quiet: false });
    const { replications } = outcome.results[0]!;
    expect(outcome.interrupted).toBe(true);
    expect(readdirSync(path("interrupted"))).toEqual(["visits.csv"]);
    const rows = rowsOf(readFileSync(visits, "utf8"));
    expect([...new Set(rows.map(({ replication }) => Number(replication)))]).toEqual(replications);
    const straight = { ...options, replications: replications.at(-1)! + 1, visits: path("straight.csv") };
    await runGroups([[loadSmallPort()]], straight, { texts: textsIn("en"), quiet: true });
    const kept = rowsOf(read("straight.csv")).filter(({ replication }) =>
      replications.includes(Number(replication)),
    );
    expect(rows).toEqual(kept);
  });
});
