/** The antithetic day of a replication: as likely as the first, and far off on the other side. */
import { describe, expect, test } from "vitest";
import { classRows, sumOver } from "../../server/analysis/class-groups.ts";
import { Tally } from "../../server/measure/tally.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { PortRun } from "../../server/port/run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { runReplication } from "../../server/run/replication.ts";
import { loadRun, storeRun } from "../../server/run/stored-run.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { TODAY, loadedOf } from "./small-ports.ts";

const today = planScenario(TODAY);
const dayOf = (replication: number, antithetic: boolean): ReplicationSummary =>
  runReplication(today, { seed: 3, replication, antithetic });

describe("an antithetic day", () => {
  test("is another day, and the same whenever it is run", () => {
    const first = dayOf(0, false);
    const other = dayOf(0, true);
    expect(other.hash).not.toBe(first.hash);
    expect(dayOf(0, true)).toEqual(other);
    // In the tables of the one before, and as though there had been none.
    expect(dayOf(0, false)).toEqual(first);
  });

  test("goes on as such from its bytes", () => {
    const tally = new Tally(today);
    const run = new PortRun(today, { seed: 3, replication: 0, antithetic: true, observer: tally });
    run.advance(8 * HOUR);
    const going = loadRun(storeRun({ run, tally }), today);
    going.run.runToEnd();
    expect(going.run.hash()).toBe(dayOf(0, true).hash);
  });
});

const ALL = classRows(null);
const arrivals = ({ vehicles }: ReplicationSummary): number => sumOver(vehicles.arrived, ALL);
const meanWaitMin = ({ figures: { wait } }: ReplicationSummary): number =>
  sumOver(wait.sum, ALL) / sumOver(wait.count, ALL) / MINUTE;

describe("of M/M/1 at a load of 80 %, whose mean wait is four minutes", () => {
  const queue = planScenario(
    loadedOf("M/M/1", {
      warmUp: 1,
      demand: { rates: "48 /h" },
      stages: { primary: { booths: { shared: 1 }, line: "pooled", service: "exponential 1 min" } },
    }),
  );
  const pairs = Array.from({ length: 200 }, (_, replication) =>
    [false, true].map((antithetic) => runReplication(queue, { seed: 7, replication, antithetic })),
  ) as [ReplicationSummary, ReplicationSummary][];

  /** Mean and its standard error. */
  function spread(values: readonly number[]): { readonly mean: number; readonly error: number } {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
  }

  test.each([
    ["the wait", meanWaitMin, 4, 0.95],
    ["the number that arrive", arrivals, 1_152, 0.6],
  ] as const)("%s is right on average, and surer from pairs than from as many days", (_, of, known, most) => {
    const others = spread(pairs.map(([, other]) => of(other)));
    expect(Math.abs(others.mean - known)).toBeLessThan(3 * others.error);
    const paired = spread(pairs.map(([first, other]) => (of(first) + of(other)) / 2));
    expect(Math.abs(paired.mean - known)).toBeLessThan(3 * paired.error);
    const single = spread(pairs.flatMap(([first, other]) => [of(first), of(other)]));
    expect((paired.error / single.error) ** 2).toBeLessThan(most);
  });
});
