/** A comparison as the page is told it: the beginning of scenarios whose demand is steady. */
import { afterAll, expect, test } from "vitest";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { CompareRun } from "../../server/run/compare-run.ts";
import type { RunData } from "../../server/run/experiment-run.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { ONE_MORE, TODAY } from "./small-ports.ts";

const pool = new WorkerPool({ workers: 1 });
afterAll(() => pool.close());

const steady = (name: string, service: string): LoadedScenario => ({
  scenario: scenarioSchema.parse({
    cruce: 1,
    name,
    northbound: {
      demand: { rates: "40 /h" },
      stages: { primary: { kind: "primary", booths: { general: 1 }, service } },
    },
  }),
  arrivals: null,
  warnings: [],
  file: `${name}.yaml`,
  sources: [],
});

type Compared = Extract<RunData, { readonly kind: "compare" }>;

/** As it is told when it is over. */
function compared(scenarios: readonly LoadedScenario[]): Promise<Compared> {
  const { promise, resolve, reject } = Promise.withResolvers<RunData | null>();
  const request = {
    kind: "compare" as const,
    scenarios: [0, 1],
    answer: "wait",
    stop: { by: "days" as const, days: 5 },
  };
  const job = { kind: "compare" as const, request, scenarios, changes: [[], []], seed: 1 };
  const run = new CompareRun({ pool, store: null }, job, {
    told: ({ status, data }) => {
      if (status !== "running") resolve(data);
    },
    failed: reject,
  });
  return promise.then((data) => {
    run.end();
    if (data?.kind !== "compare") throw new Error(`the comparison told of ${data?.kind}`);
    return data;
  });
}

test("what to leave out is told of each steady scenario, by its place, over the days that are done", async () => {
  const { warmUps: told } = await compared([
    steady("a", "exponential 60 s"),
    steady("b", "exponential 50 s"),
  ]);
  expect(told).toMatchObject([
    { scenario: 0, shown: { runs: 5, queueByBatches: null } },
    { scenario: 1, shown: { runs: 5, queueByBatches: null } },
  ]);
  // A day of 288 numbers.
  expect(told![0]!.shown.curve).toMatchObject({ fromMinutes: 15, stepMinutes: 25 });
  expect(told![0]!.shown.curve.queue).toHaveLength(57);
});

test("nothing is told of days whose demand follows the hours", async () => {
  const told = await compared([TODAY, ONE_MORE]);
  expect(told.rows.length).toBeGreaterThan(0);
  expect(told).not.toHaveProperty("warmUps");
});
