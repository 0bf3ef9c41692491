/**
 * The laws on random scenarios over the whole schema; `npm run fuzz` tries as many as wanted. A failure
 * prints a scenario file that shows it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { summarize } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import { PortRun } from "../../server/port/run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { loadedScenario } from "./arbitrary/scenario.ts";
import { checkScenarios } from "./lawful.ts";

const SEED = 20240507;

test("300 random scenarios keep all laws, with every invariant checked after every event", () => {
  const { runs, failure } = checkScenarios(300, SEED);
  if (failure !== null) throw new Error(`${failure.message}\n\n${failure.text}`);
  expect(runs).toBe(300);
});

test("more booths never lengthen the total wait in one first-come line with draws tied to vehicles", () => {
  const shape = fc.record({
    booths: fc.integer({ min: 1, max: 6 }),
    more: fc.integer({ min: 1, max: 3 }),
    rate: fc.integer({ min: 10, max: 300 }),
    seed: fc.nat(1_000_000),
  });
  const totalWait = (booths: number, rate: number, seed: number): number => {
    const loaded = loadedScenario({
      cruce: 1,
      name: "one line",
      hours: "08:00-12:00",
      northbound: {
        demand: { rates: { "08:00": `${rate} /h`, "12:00": "0 /h" } },
        stages: { booth: { kind: "station", servers: booths, service: "lognormal 80 s cv 0.9" } },
      },
    });
    const plan = planScenario(loaded!);
    const tally = new Tally(plan);
    const run = new PortRun(plan, { seed, replication: 0, observer: tally });
    run.runToEnd();
    const days = [summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() })];
    const waits = estimatesOf({ name: "one line", costs: {}, expected: null, days }).find(
      (row) =>
        row.metric === "stageWait" && row.statistic === "mean" && row.stage === "booth" && row.class === null,
    );
    return waits?.value ?? 0;
  };
  fc.assert(
    fc.property(shape, ({ booths, more, rate, seed }) => {
      expect(totalWait(booths + more, rate, seed)).toBeLessThanOrEqual(totalWait(booths, rate, seed));
    }),
    { numRuns: 30, seed: SEED },
  );
});
