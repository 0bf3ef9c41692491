/** What reports say in words where days are alike or too few for an interval, and where effects are not to be trusted. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cruceHere, smallPort } from "./cruce.ts";
import type { Language } from "../../shared/vocabulary.ts";

// Each test runs days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let port = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-report-words-"));
  port = join(folder, "port.yaml");
  // With a booth for each truck nobody waits on any day.
  writeFileSync(port, smallPort(40, "a port without waits").replace("exponential 100 s", "10 s"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
async function report(args: readonly string[], language: Language = "en"): Promise<string> {
  const file = join(folder, `${++count}.html`);
  const how = ["--no-store", "--workers", "1", "--quiet", "--report", file];
  const { code, stderr } = await cruceHere([...args, ...how], language);
  if (code !== 0) throw new Error(stderr);
  return readFileSync(file, "utf8");
}

test.each([
  ["en", "is 0 min on all 3 days simulated; so few tell nothing of other days."],
  ["es", "es de 0 min en los 3 días simulados; tan pocos no dicen nada de otros días."],
  ["fr", "est de 0 min les 3 jours simulés ; si peu ne disent rien des autres jours."],
] as const)("the report of a run of few days that are alike says so, in %s", async (language, said) => {
  const page = await report(["run", port, "--replications", "3"], language);
  expect(page.replaceAll("\u00a0", " ").replaceAll("\u202f", " ")).toContain(said);
});

const verdicts = (page: string): readonly string[] =>
  [...page.matchAll(/<p class="verdict[^>]*>([^<]*)</g)].map((match) => match[1]!.replaceAll("\u00a0", " "));

const SWEEP = ["--vary", "northbound.stages.primary.service = × 0.5, × 0.7, × 1", "--respond", "wait"];

test("the report of a sweep marks figures of few days that are alike, and says of one day no more than that", async () => {
  const few = ["sweep", port, ...SWEEP, "--respond", "gaveUp", "--respond", "dwell at primary"];
  const alike = await report([...few, "--replications", "3"]);
  expect(alike).toContain('0<small class="ends alike">all 3 days alike: no interval</small>');
  expect(verdicts(alike)).toEqual([
    "Wait, mean: it is the same at all points.",
    "Gave up: it is the same at all points.",
    expect.stringMatching(
      /^Time .*: primary\.service comes first, with \+0\.08 min from × 0\.5 to × 1 on all 3 days simulated; so few tell nothing of other days\.$/,
    ),
  ]);
  expect(alike.includes('"isSure":true')).toBe(false);
  const once = await report([...few, "--replications", "1"]);
  expect(verdicts(once).at(-1)).toMatch(/ on the one day simulated; that tells nothing of other days\.$/);
  expect(once.includes("– to –")).toBe(false);
});

test("of steps of one day it is not said that the settings were at one day only", async () => {
  const busy = join(folder, "steps.yaml");
  writeFileSync(busy, smallPort(1, "a port whose booth is slow"));
  const service = "northbound.stages.primary.service = × 0.5 to × 1";
  const steps = ["--design", "morris", "--vary", service, "--respond", "wait", "--replications", "1"];
  expect(verdicts(await report(["sweep", busy, ...steps]))).toEqual([
    expect.stringMatching(
      / min in one direction or the other, on average; one trajectory, or one day, does /,
    ),
  ]);
});

test("a figure of many days that are alike has one change, and no interval of it", async () => {
  const page = await report(["sweep", port, ...SWEEP, "--respond", "dwell at primary"]);
  expect(page.includes('"isSure":true')).toBe(true);
  expect(verdicts(page).at(-1)).toMatch(
    / counts most\. From × 0\.5 to × 1 it changes by \+0\.08 min on every day\.$/,
  );
});

test("what straight lines do not explain is not told as what counts most", async () => {
  const busy = join(folder, "busy.yaml");
  writeFileSync(busy, smallPort(1, "a port that one booth is not enough for"));
  const booths = "northbound.stages.primary.booths.shared = 1 to 8 in 8";
  const page = await report(["sweep", busy, "--vary", booths, "--respond", "wait", "--replications", "20"]);
  expect(verdicts(page)).toEqual([
    "Wait, mean: straight lines explain too little to say what counts most; read the points.",
  ]);
});

describe("of few vehicles", () => {
  const quiet = (): string => {
    const file = join(folder, "quiet.yaml");
    writeFileSync(file, smallPort(1, "a quiet port").replace("60 /h", "0.5 /h").replace("100 s", "40 min"));
    return file;
  };

  test.each([
    ["en", "fewer than 72 vehicles: no upper end"],
    ["es", "menos de 72 vehículos: sin extremo superior"],
    ["fr", "moins de 72 véhicules : pas de borne supérieure"],
  ] as const)("the answer has no end that is not known, and says why, in %s", async (language, why) => {
    const asked = ["--until", "waitP95 within 10 min", "--most-days", "20"];
    const page = await report(["run", quiet(), ...asked], language);
    expect(page.replaceAll("\u00a0", " ")).toContain(` … ?; ${why}).</p>`);
  });

  test("a sweep has no effect that is sure, and a frontier whose lines run out of the picture", async () => {
    const asked = ["--respond", "waitP95", "--frontier", "boothHours", "waitP95", "--replications", "10"];
    const page = await report(["sweep", quiet(), ...SWEEP, ...asked]);
    expect(verdicts(page)).toContainEqual(
      expect.stringMatching(
        /^Wait, 95th percentile: primary\.service .*; fewer than 72 vehicles do not tell /,
      ),
    );
    expect(page).toMatch(/ … \?; fewer than 72 vehicles: no upper end<\/small>/);
    expect(page).toContain("Dashed: an end that few vehicles do not tell.");
    expect(page).toMatch(/"y":\{"value":[\d.]+,"low":[\d.]+,"high":null\}/);
  });
});
