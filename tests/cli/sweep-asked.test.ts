/** What `cruce sweep` takes as `run` does: several files, standard input, requirements, and a precision. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { spans } from "../../server/cli/sweep-requirements.ts";
import { cruce, cruceHere, smallPort } from "./cruce.ts";

// Some tests start programs, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "cruce-sweep-asked-"));
afterAll(() => rmSync(root, { recursive: true }));
const ports = join(root, "ports");
mkdirSync(ports);
function file(name: string, text: string): string {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
}
const [north, south] = ["north", "south"].map((name, i) =>
  file(`ports/${name}.yaml`, smallPort(2 + i, name)),
) as [string, string];

const BOOTHS = "northbound.stages.primary.booths.shared = 2, 4";
const asked = ["--vary", BOOTHS, "--respond", "wait", "--replications", "8"];
const here = (...args: readonly string[]) => cruceHere(["sweep", "--no-store", ...args]);
const rowsOf = (csv: string): readonly string[] => csv.split("\r\n").slice(1, -1);

describe("several files", () => {
  test("are each swept, and told apart by the name of the scenario", async () => {
    const alone = [await here(north, ...asked, "--csv"), await here(south, ...asked, "--csv")].flatMap(
      ({ stdout }) => rowsOf(stdout),
    );
    const { code, stdout } = await here(ports, ...asked, "--csv");
    expect(code).toBe(0);
    expect(rowsOf(stdout)).toEqual(alone);
    expect(alone.map((row) => row.split(",").slice(0, 3).join())).toEqual([
      "north,1,2",
      "north,2,4",
      "south,1,2",
      "south,2,4",
    ]);
  });

  test("are in one list of JSON, each as it is alone", async () => {
    const alone = JSON.parse((await here(south, ...asked, "--json")).stdout) as Record<string, unknown>;
    const all = await here(join(ports, "*.yaml"), ...asked, "--json");
    const { sweeps, ...head } = JSON.parse(all.stdout) as { sweeps: readonly object[] };
    expect(head).toMatchObject({ interrupted: false });
    expect(sweeps).toHaveLength(2);
    expect({ ...alone, ...sweeps[1] }).toEqual(alone);
  });

  test("with the same name are told apart by the file, and may vary other settings", async () => {
    const vary = (setting: string): string => `cruce: 1\nsweep: ports/north.yaml\nvary:\n  ${setting}\n`;
    const booths = file("booths.yaml", vary("northbound.stages.primary.booths.shared: 2, 4"));
    const service = file("service.yaml", vary("northbound.stages.primary.service: × 1, × 1.1"));
    const { stdout } = await here(booths, service, "--respond", "wait", "--replications", "2", "--csv");
    const cells = stdout.split("\r\n").map((row) => row.split(",").slice(0, 4));
    expect(cells[0]).toEqual(["scenario", "point", "booths.shared", "primary.service"]);
    expect(cells[2]).toEqual([`north (${booths})`, "2", "4", ""]);
    expect(cells[4]).toEqual([`north (${service})`, "2", "", "× 1.1"]);
  });

  test("have what is wrong with the options said once, and what is wrong with one of them with its name", async () => {
    const misspelt = await here(north, south, "--vary", BOOTHS, "--design", "sobol");
    expect(misspelt.code).toBe(2);
    expect(misspelt.stderr.match(/sobol/g)).toHaveLength(1);
    const rates = '{ rates: { "08:00": 60 /h, "12:00": 0 /h } }';
    const daily = smallPort(2, "daily").replace(rates, '{ trucks: 240 /day, byHour: { "08:00": 100 % } }');
    const west = file("west.yaml", daily);
    const { code, stderr } = await here(north, west, "--vary", "northbound.demand.rates = × 0.5, × 1");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^(?<west>.*west\.yaml):\n--vary: /);
    expect(stderr).not.toContain("north.yaml");
  });
});

test("standard input may be the scenario or the sweep file", async () => {
  const [ofFile, piped] = await Promise.all([
    here(north, ...asked, "--csv"),
    cruce(["sweep", "-", ...asked, "--csv"], { stdin: smallPort(2, "north") }),
  ]);
  expect(piped).toEqual(ofFile);
  const text = `cruce: 1\nsweep: ${north}\nvary:\n  northbound.stages.primary.booths.shared: 2, 4\n`;
  const { stdout } = await cruce(["sweep", "-", ...asked.slice(2), "--csv"], { stdin: text });
  expect(stdout).toBe(ofFile.stdout);
});

describe("a requirement", () => {
  const requiring = (text: string): readonly string[] => [...asked, "--require", text];

  test("must be met at every point: which of them fail is said, and told of each", async () => {
    const { code, stdout } = await here(north, ...requiring("waitP95 < 5 min"));
    expect(code).toBe(4);
    expect(stdout).toContain("Not met: north, waitP95 < 5 min: not met at 1; met at 2.\n");
    expect(stdout).toMatch(/^point .* waitP95 < 5 min$/m);
    expect(stdout).toMatch(/^ +1 +2 .* not met$/m);
    expect(stdout).toMatch(/^ +2 +4 .* met$/m);
  });

  test("that is met at all of them ends with 0", async () => {
    const { code, stdout } = await here(north, ...requiring("wait < 60 min"));
    expect(code).toBe(0);
    expect(stdout).toContain("Met: north, wait < 60 min: at all 2 points.\n");
  });

  test("has a row a point in JSON, with a figure that nobody else asked for", async () => {
    const { stdout, stderr } = await here(north, ...requiring("waitP95 < 5 min"), "--json");
    const report = JSON.parse(stdout) as { points: { estimates: { figure: string; value: number }[] }[] };
    const value = report.points[0]!.estimates.find(({ figure }) => figure === "waitP95")!.value;
    expect(report).toMatchObject({
      requirements: [
        { point: 1, requirement: "waitP95 < 5 min", outcome: "notMet", limit: 5, unit: "min", n: 8, value },
        { point: 2, outcome: "met" },
      ],
    });
    expect(stderr).toContain("Not met: north, waitP95 < 5 min: not met at 1; met at 2.");
  });

  test.each([
    ["difference of wait < 1 min", /only compare has differences/],
    ["stageWait at gate < 1 min", /not measured at "gate" here/],
  ])("%s is refused before anything is run", async (text, said) => {
    const { code, stdout, stderr } = await here(north, ...requiring(text));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });

  test("names points that follow each other by the first and the last", () => {
    expect(spans([1, 2, 3, 5, 7, 8])).toBe("1–3, 5, 7, 8");
  });
});

describe("a precision", () => {
  const precise = ["--vary", BOOTHS, "--respond", "boothHours", "--until"];

  test("is waited for at every point, and the farthest is told", async () => {
    const { code, stdout } = await here(north, ...precise, "wait within 30 min");
    expect(code).toBe(0);
    expect(stdout).toContain("Wait, mean [min]");
    expect(stdout).toMatch(
      /^north, point \d: after 20 days waitMean is known within .* asked for: 30 min\. No other point is farther from what was asked\.$/m,
    );
    expect(stdout).toContain("\n20 days, seed 1,");
  });

  test("is in JSON, with the days that it took", async () => {
    const { stdout } = await here(north, ...precise, "wait within 30 min", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      replications: 20,
      until: { asked: "wait within 30 min", mostDays: 2_000, endings: [{ state: "reached", days: 20 }] },
    });
  });

  test.each([
    [["wait within 30 min", "--replications", "9"], "leave out --replications"],
    [["wait within 30"], "expected a number with one of the units"],
    [["wait of hazmat within 1 min"], "north, point 1 has no figure waitMean of hazmat to wait for."],
  ])("%j is refused", async (given, said) => {
    const { code, stdout, stderr } = await here(north, ...precise, ...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});

test("a frontier of one figure is told that it takes two", async () => {
  const { code, stderr } = await here(north, ...asked, "--frontier", "wait");
  expect(code).toBe(2);
  expect(stderr).toContain("--frontier: frontier\n  expected a list of 2 entries; found 1\n");
});
