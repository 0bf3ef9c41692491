/** `--until`: what it refuses, how it ends, and where that is said. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { textsIn } from "../../server/cli/texts.ts";
import { endingsOf, untilOf } from "../../server/cli/until.ts";
import type { Reading } from "../../server/analysis/stopping.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import { cruceHere, smallPort } from "./cruce.ts";

// Some tests run days, on a machine that may have others to run.
vi.setConfig({ testTimeout: 60_000 });

const texts = textsIn("en");
let folder = "";
let port = "";
let larger = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cruce-until-"));
  [port, larger] = [join(folder, "two.yaml"), join(folder, "three.yaml")];
  writeFileSync(port, smallPort(2));
  writeFileSync(larger, smallPort(3));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what is asked for", () => {
  const asked = (given: Parameters<typeof untilOf>[0], isCompared = false) =>
    untilOf(given, isCompared, 1_000_000, texts);

  test("is nothing without the option", () => {
    expect(asked({})).toBeNull();
  });

  test("is a figure, how well it is to be known, and a limit of 2,000 days where none is given", () => {
    expect(asked({ until: "waitP95 of fast within 2 min" }, true)).toMatchObject({
      text: "waitP95 of fast within 2 min",
      mostDays: 2_000,
      precision: { figure: { metric: "wait", statistic: "p95", class: "fast" }, within: { half: 2 } },
    });
    expect(asked({ until: "wait within 5 %", mostDays: "100" })?.mostDays).toBe(100);
  });

  test.each([
    [{ until: "wait within 5 %" }, true, 'ask for its own unit, such as "waitMean within 2 min"'],
    [
      { until: "waitt within 5 %" },
      false,
      '--until waitt within 5 %: "waitt" names no figure. Did you mean wait?',
    ],
    [{ until: "wait < 5 min" }, false, "is no precision"],
    [{ until: "wait within 5 %", mostDays: "19" }, false, "a whole number from 20 to 1000000; found 19"],
    [{ until: "wait within 5 %", replications: "30" }, false, "leave out --replications"],
    [{ until: "wait within 1 min", metric: "wait" }, true, "leave out --metric"],
    [{ mostDays: "100" }, false, "--most-days goes with --until only"],
  ])("%o is refused in one sentence", (given, isCompared, sentence) => {
    expect(() => asked(given, isCompared)).toThrow(sentence);
  });
});

describe("how it ended is said", () => {
  const reading = (state: Reading["state"], needed: number | null): Reading => ({
    state,
    days: 20,
    most: 20,
    farthest: { scenario: "today", value: 20, half: 1.5, asked: 1, needed, vehiclesNeeded: null },
    next: null,
  });
  const until = untilOf({ until: "wait within 5 %" }, false, 1_000_000, texts)!;
  const said = (one: Reading): string => endingsOf([one], { until }, false, texts)[0]!.text;

  test.each([
    ["reached", 20, "today: after 20 days waitMean is known within 7.5 % (1.5 min); asked for: 5 %."],
    [
      "limit",
      43,
      "today: after 20 days, the most allowed, waitMean is known within 7.5 % (1.5 min) only; asked for: 5 %, which takes about 43 days.",
    ],
    ["limit", null, "How many days that takes cannot be said."],
    ["goesOn", 43, "today: interrupted; after 20 days waitMean was known within 7.5 % (1.5 min)"],
    ["zero", null, 'ask for its own unit, such as "waitMean within 2 min"'],
  ] as const)("%s", (state, needed, sentence) => {
    expect(said(reading(state, needed))).toContain(sentence);
  });

  test("with nothing left to fill in, in every language", () => {
    for (const language of LANGUAGES)
      for (const state of ["reached", "goesOn", "limit", "zero"] as const)
        for (const needed of [43, null]) {
          const text = endingsOf([reading(state, needed)], { until }, true, textsIn(language))[0]!.text;
          expect(text).not.toMatch(/\{\{|until\./);
        }
  });

  test("with one full stop, also where the unit is an abbreviation", () => {
    for (const language of LANGUAGES) {
      const own = textsIn(language);
      const vehicles = untilOf({ until: "arrivals within 1" }, false, 1_000_000, own)!;
      expect(endingsOf([reading("reached", 20)], { until: vehicles }, false, own)[0]!.text).not.toContain(
        "..",
      );
    }
  });

  test("but not of one that was interrupted before it was looked at", () => {
    expect(endingsOf([null], { until }, false, texts)).toEqual([]);
  });
});

test("a second one is refused before anything is run", async () => {
  const asked = ["--until", "wait within 5 %", "--until", "waitP95 within 5 min"];
  expect(await cruceHere(["run", port, ...asked])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      '--until is about one figure; found "wait within 5 %" and "waitP95 within 5 min": leave one out.\n',
  });
});

test("run goes on until the figure is known so well, and says so in JSON and on stderr", async () => {
  const { code, stdout, stderr } = await cruceHere(["run", port, "--json", "--until", "wait within 30 min"]);
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as { replications: number; until: { endings: { half: number }[] } };
  expect(report).toMatchObject({
    replications: 20,
    until: {
      asked: "wait within 30 min",
      mostDays: 2_000,
      endings: [{ scenario: "2 booths", state: "reached", days: 20, asked: 30, needed: 20 }],
    },
  });
  expect(report.until.endings[0]!.half).toBeLessThan(30);
  expect(stderr).toContain("2 booths: after 20 days waitMean is known within");
});

test("compare names the difference as its answer, and says in the table where the days were not enough", async () => {
  const asked = ["--until", "waitP95 within 0.001 min", "--most-days", "21"];
  const { code, stdout } = await cruceHere(["compare", port, larger, ...asked]);
  expect(code).toBe(0);
  expect(stdout).toContain("cuts the 95th percentile of wait by");
  expect(stdout).toMatch(/Wait, 95th percentile \[min\] \* /);
  expect(stdout).toMatch(
    /3 booths: after 21 days, the most allowed, the difference in waitP95 is known within/,
  );
  expect(stdout).toContain("21 days, seed 1");
});

test("a place is one that the figure is measured at, as --require has it", async () => {
  const bridge = "scenarios/laredo-world-trade-bridge.yaml";
  const asked = "stageWaitP95 at secondary within 5 min";
  const { code, stderr } = await cruceHere(["run", bridge, "--until", asked]);
  expect(code).toBe(2);
  expect(stderr).toContain(`--until ${asked}, ${bridge}: `);
  expect(stderr).toMatch(/stageWait is not measured at "secondary" here, but at .*secondary\.dock/);
  const docks = await cruceHere([
    "run",
    bridge,
    "--until",
    "stageWaitP95 at secondary.dock within 5 h",
    "--quiet",
  ]);
  expect(docks.code).toBe(0);
  expect(docks.stdout).toContain("after 20 days stageWaitP95 at secondary.dock is known within");
});

test("a place that is not there is refused before anything is run, and a figure that is not once it is seen", async () => {
  const nowhere = await cruceHere(["run", port, "--until", "dwell at primry within 1 min"]);
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr).toContain('dwell is not measured at "primry" here. Did you mean primary?');
  const absent = await cruceHere(["run", port, "--until", "wait of hazmat within 1 min"]);
  expect(absent.code).toBe(2);
  expect(absent.stderr.trim()).toBe("2 booths has no figure waitMean of hazmat to wait for.");
});
