/**
 * Laws that hold in every run of every scenario. A failure prints the scenario, which can be saved as a
 * file and run.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { summarize } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import { PortRun } from "../../server/port/run.ts";
import { forEveryPort, planOf, RUNS, SEED } from "./every-port.ts";
import { loadedScenario } from "./scenario-arbitrary.ts";

test("no vehicle is lost or doubled, places and officers agree after every event, and Little's law is an identity", () => {
  forEveryPort(1, (plan, _, seed) => {
    const tally = new Tally(plan);
    const run = new PortRun(plan, { seed, replication: 0, observer: tally, check: true });
    run.runToEnd();
    // Closing the tally proves conservation by class and Σ time inside = ∫ number inside dt, exactly.
    summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() });
    expect(run.finished).toBe(true);
  });
});

test("utilization over the time actually staffed is between 0 and 1", () => {
  forEveryPort(0.3, (plan, loaded, seed) => {
    const tally = new Tally(plan);
    const run = new PortRun(plan, { seed, replication: 0, observer: tally });
    run.runToEnd();
    const days = [summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() })];
    const shares = estimatesOf({ name: loaded.scenario.name, costs: {}, days }).filter(
      (row) => row.unit === "%",
    );
    for (const { value } of shares) expect(value >= 0 && value <= 100 + 1e-9).toBe(true);
  });
});

test("however a run is paused and stepped, it ends in the same state", () => {
  forEveryPort(0.3, (plan, _, seed) => {
    const straight = new PortRun(plan, { seed, replication: 0, observer: new Tally(plan) });
    straight.advance(plan.countUntil);
    const stepped = new PortRun(plan, { seed, replication: 0, observer: new Tally(plan) });
    for (let at = 0, i = 1; at < plan.countUntil; i++) {
      at = Math.min(plan.countUntil, at + ((seed * i * 7919) % 3_600_000) + 1);
      stepped.advance(at);
    }
    expect(stepped.hash()).toBe(straight.hash());
  });
});

test("replications do not touch each other, whatever the order", () => {
  forEveryPort(0.2, (plan, _, seed) => {
    const hashOf = (replication: number): string => {
      const run = new PortRun(plan, { seed, replication, observer: new Tally(plan) });
      run.advance(plan.countUntil - 3_600_000 * 12.5);
      return run.hash();
    };
    const [zero, one] = [hashOf(0), hashOf(1)];
    expect([hashOf(1), hashOf(0)]).toEqual([one, zero]);
  });
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
    const plan = planOf(loaded!);
    const tally = new Tally(plan);
    const run = new PortRun(plan, { seed, replication: 0, observer: tally });
    run.runToEnd();
    const days = [summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() })];
    const waits = estimatesOf({ name: "one line", costs: {}, days }).find(
      (row) =>
        row.metric === "stageWait" && row.statistic === "mean" && row.stage === "booth" && row.class === null,
    );
    return waits?.value ?? 0;
  };
  fc.assert(
    fc.property(shape, ({ booths, more, rate, seed }) => {
      expect(totalWait(booths + more, rate, seed)).toBeLessThanOrEqual(totalWait(booths, rate, seed));
    }),
    { numRuns: Math.round(RUNS / 5), seed: SEED },
  );
});
