import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serialize } from "node:v8";
import { afterAll, describe, expect, test, vi } from "vitest";
import { PairingError } from "../../server/analysis/paired.ts";
import { Experiment, runExperiment } from "../../server/run/experiment.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { runReplication } from "../../server/run/replication.ts";
import { UnitError, runUnit } from "../../server/run/unit.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";

const folder = mkdtempSync(join(tmpdir(), "cruce-pool-"));
const pool = new WorkerPool({ workers: 1 });
const faulty = new WorkerPool({ workers: 2, script: new URL("./faulty-worker.ts", import.meta.url) });
afterAll(async () => {
  await Promise.all([pool.close(), faulty.close()]);
  rmSync(folder, { recursive: true });
});

const request = { scenarios: [TODAY, ONE_MORE], seed: 5, replications: 6 };
const named = (name: string) => ({ scenarios: [loadedOf(name, BUSY_DAY)], seed: 5, replications: 5 });

/** Every number of it, in order; the same text means the same result to the last bit. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (ArrayBuffer.isView(part) ? Object.values(part) : part));

async function finished(experiment: Experiment): Promise<Experiment> {
  await experiment.finished;
  return experiment;
}

describe("an experiment", () => {
  test("gives the same bytes for one worker, two, and none", async () => {
    const [one, two] = await Promise.all([1, 2].map((workers) => runExperiment({ ...request, workers })));
    expect(written(two) === written(one)).toBe(true);
    const names = ["today", "one more booth"];
    const unit = { names, plans: request.scenarios.map(planScenario), seed: 5, changes: [] };
    const none = Array.from({ length: 6 }, (_, replication) => runUnit(unit, replication));
    expect(written(one.units) === written(none)).toBe(true);
  }, 60_000);

  test("that is over leaves nothing of it to the pool", async () => {
    const drop = vi.fn<(stopped: void) => void>();
    const start = vi.spyOn(pool, "start");
    start.mockImplementationOnce((...asked) => {
      const stop = WorkerPool.prototype.start.apply(pool, asked) as () => void;
      return () => drop(stop());
    });
    await new Experiment(pool, { ...request, replications: 2 }).finished;
    expect(drop).toHaveBeenCalledOnce();
    start.mockRestore();
  });

  test("compares: more booths, shorter waits, on the same trucks", async () => {
    const result = (await finished(new Experiment(pool, request))).result();
    const answer = result.differences.filter((row) => row.named);
    expect(answer).toMatchObject([
      { metric: "wait", statistic: "mean", scenario: "one more booth", baseline: "today", n: 6 },
    ]);
    expect(answer[0].high).toBeLessThan(0);
    expect(result.bands).toHaveLength(2);
    expect(result.shorterDays[0]).toBe(0);
  });

  test("can be read while it runs, day by day", async () => {
    const seen: number[] = [];
    const experiment: Experiment = new Experiment(pool, request, {
      onProgress: (done) => seen.push(done, experiment.result().replications.length),
    });
    expect(experiment.result()).toMatchObject({ replications: [], estimates: [], total: 6 });
    await experiment.finished;
    expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });

  test("keeps what is finished when it is cancelled", async () => {
    const abort = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 2) abort.abort();
    };
    const { signal } = abort;
    const experiment = await finished(
      new Experiment(pool, { ...request, replications: 500 }, { signal, onProgress }),
    );
    expect(experiment.result().replications).toEqual([0, 1]);
    expect(experiment.result().estimates.length).toBeGreaterThan(0);
  });

  test("cancelled before it begins has nothing", async () => {
    const { result } = await runExperiment({ ...request, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ replications: [], estimates: [], differences: [], bands: [] });
  });

  test("may begin at another replication", async () => {
    const later = await finished(new Experiment(pool, { ...request, replications: 2, firstReplication: 4 }));
    const all = await finished(new Experiment(pool, request));
    expect(written(later.units) === written(all.units.slice(4))).toBe(true);
  });

  test("goes on from the days of a shorter one: those are not run again, and the result is the same", async () => {
    const { units: known } = await finished(new Experiment(pool, { ...request, replications: 4 }));
    const ran: number[] = [];
    const onProgress = (done: number): void => void ran.push(done);
    const longer = new Experiment(pool, request, { known, onProgress });
    expect(longer.done).toBe(4);
    await longer.finished;
    expect(ran).toEqual([5, 6]);
    expect(longer.units.slice(0, 4).every((unit, day) => unit === known[day])).toBe(true);
    const all = await finished(new Experiment(pool, request));
    expect(written(longer.units) === written(all.units)).toBe(true);
  });

  test("takes of the days known only those that are wanted, and then has nothing to run", async () => {
    const { units: known } = await finished(new Experiment(pool, request));
    const shorter = await finished(new Experiment(pool, { ...request, replications: 3 }, { known }));
    expect(shorter.result().replications).toEqual([0, 1, 2]);
  });

  test("replays interventions in the scenario they belong to", async () => {
    const change = { kind: "slowService", at: 28_800_000, day: 1, factor: 2, stage: "primary" } as const;
    const changed = { ...request, scenarios: [TODAY, TODAY], replications: 2, changes: [[], [change]] };
    const result = (await finished(new Experiment(pool, changed))).result();
    expect(result.scenarios).toEqual(["today (today.yaml) (1)", "today (today.yaml) (2)"]);
    expect(result.differences.find((row) => row.named)?.value).toBeGreaterThan(5);
  });

  test("refuses scenarios that are not about the same vehicles before it runs a day", () => {
    const list = loadedOf("a list", { stages: BUSY_DAY.stages, arrivals: ["08:00"] });
    const start = (): Experiment => new Experiment(pool, { ...request, scenarios: [TODAY, list] });
    expect(start).toThrow(PairingError);
    expect(start).toThrow(/a list\.yaml and today\.yaml are not about the same vehicles/);
  });
});

describe("a thread that runs out of memory", () => {
  const run = async (name: string): Promise<object> => {
    const script = new URL("./short-of-memory.ts", import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--max-old-space-size=150",
      script,
      name,
    ]);
    return JSON.parse(stdout) as object;
  };

  test("takes nothing else with it, and its day is repeated", async () => {
    const once = await run(`hoard once 3 ${join(folder, "hoarded")}`);
    expect(once).toEqual({ done: 5, failure: "none" });
  }, 60_000);

  test("every time is reported with scenario, seed and replication", async () => {
    const { failure } = (await run("hoard 3")) as { failure: string };
    expect(failure).toMatch(/hoard 3, seed 5, replication 3: .*memory/);
  }, 60_000);
});

describe("a pool of workers", () => {
  test("repeats the day whose thread died, and nobody sees a difference", async () => {
    const name = `die once 3 ${join(folder, "died")}`;
    const sound = await finished(new Experiment(pool, named(name)));
    const shaken = await finished(new Experiment(faulty, named(name)));
    expect(written(shaken.units) === written(sound.units)).toBe(true);
  });

  test.each([
    ["die 3", "its thread ended"],
    ["fail 3", "a booth was lost"],
  ])("a day that always fails (%s) is reported with scenario, seed and replication", async (name, reason) => {
    const experiment = new Experiment(faulty, named(name));
    const error = await experiment.finished.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnitError);
    const message = `${name}, seed 5, replication 3: ${reason}`;
    expect(error).toMatchObject({ scenario: name, seed: 5, replication: 3, message });
    expect(experiment.result().replications).not.toContain(3);
  });

  test("outlives a failed experiment", async () => {
    await new Experiment(faulty, named("die 0")).finished.catch(() => undefined);
    expect((await finished(new Experiment(faulty, named("next")))).done).toBe(5);
  });

  test("serves experiments in turn", async () => {
    const order: string[] = [];
    const start = (name: string, replications: number): Experiment =>
      new Experiment(pool, { ...named(name), replications }, { onProgress: () => order.push(name) });
    const long = start("long", 6);
    const short = start("short", 3);
    await Promise.all([long.finished, short.finished]);
    expect(order).toEqual(["long", "short", "long", "short", "long", "short", "long", "long", "long"]);
  });

  test("takes up what can wait when nothing else is left", async () => {
    const order: string[] = [];
    const start = (name: string, canWait: boolean): Experiment =>
      new Experiment(pool, { ...named(name), canWait }, { onProgress: () => order.push(name) });
    const both = [start("patient", true), start("usual", false)];
    await Promise.all(both.map(({ finished: end }) => end));
    // The one unit that was handed out before the other came is not taken back.
    expect(order).toEqual([
      "patient",
      ...Array<string>(5).fill("usual"),
      ...Array<string>(4).fill("patient"),
    ]);
  });

  test("that is closed takes no more work", async () => {
    const closed = new WorkerPool();
    await closed.close();
    expect(() => new Experiment(closed, named("late"))).toThrow("the pool of workers is closed");
  });
});

describe("a replication", () => {
  const plan = planScenario(TODAY);

  test("is a pure function of plan, seed and number", () => {
    const of = (seed: number, replication: number): string =>
      written(runReplication(plan, { seed, replication }));
    expect(of(1, 0) === of(1, 0)).toBe(true);
    expect(of(1, 0) === of(1, 1)).toBe(false);
    expect(of(1, 0) === of(2, 0)).toBe(false);
  });

  test("is small to keep", () => {
    expect(serialize(runReplication(plan, { seed: 1, replication: 0 })).length).toBeLessThan(200_000);
  });
});

describe("an experiment with antithetic days", () => {
  const request = { scenarios: [TODAY, ONE_MORE], seed: 5, replications: 3, antithetic: true };

  test("has two days in each replication, the first being that of an ordinary one", async () => {
    const pairs = await finished(new Experiment(pool, request));
    const ordinary = await finished(new Experiment(pool, { ...request, antithetic: false }));
    expect(pairs.units.map(({ days }) => days.length)).toEqual([2, 2, 2]);
    expect(written(pairs.units.map(({ days }) => [days[0]]))).toBe(
      written(ordinary.units.map(({ days }) => days)),
    );
    const hashes = pairs.units.flatMap(({ days }) => days.map(({ summaries }) => summaries[0]!.hash));
    expect(new Set(hashes).size).toBe(6);
  });

  test("counts replications", async () => {
    const result = (await finished(new Experiment(pool, request))).result();
    expect(result).toMatchObject({ antithetic: true, replications: [0, 1, 2], total: 3 });
    expect(Math.max(...result.estimates.map(({ n }) => n))).toBe(3);
    expect(Math.max(...result.differences.map(({ n }) => n))).toBe(3);
  });
});
