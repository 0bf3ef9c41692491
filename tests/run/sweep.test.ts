/** The points of a sweep: which they are, and how they are run. */
import { afterAll, describe, expect, test } from "vitest";
import { intervalOf } from "../../server/analysis/linear.ts";
import { sweepResult } from "../../server/analysis/sweep/results.ts";
import { runExperiment } from "../../server/run/experiment.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { NoSuchFigure, runSweep } from "../../server/run/sweep.ts";
import { loadPoints, resampleDraw, sweepPoints } from "../../server/run/sweep-points.ts";
import { UnitError } from "../../server/run/unit.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { readSweep } from "../../server/scenario/sweep-file.ts";
import { parseFigure } from "../../shared/figure-name.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { smallPort } from "../cli/cruce.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";

const pool = new WorkerPool({ workers: 2 });
const one = new WorkerPool({ workers: 1 });
const faulty = new WorkerPool({ workers: 1, script: new URL("./faulty-worker.ts", import.meta.url) });
afterAll(() => Promise.all([pool.close(), one.close(), faulty.close()]));

const figure = (name: string) => {
  const read = parseFigure(name);
  if (!read.ok) throw new Error(name);
  return read.value;
};
const request = {
  scenarios: [TODAY, ONE_MORE],
  figures: ["wait", "waitP95", "officerHours"].map(figure),
  seed: 5,
  replications: 4,
  ahead: 4,
};

function asked(rest: string) {
  const text = `cruce: 1\nsweep: port.yaml\n${rest}`;
  const files = new Map([
    ["port.yaml", smallPort(2)],
    ["sweep.yaml", text],
  ]);
  const read = readSweep({ name: "sweep.yaml" }, [], shippedLibrary(files));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
}
const textsOf = (rest: string) =>
  sweepPoints(asked(rest).plan).levels.map((point) => point.map(({ text }) => text));
const BOOTHS = "  northbound.stages.primary.booths.shared: 1 to 6 in 3\n";
const SERVICE = "  northbound.stages.primary.service: × 0.8 to × 1.2 in 2\n";

describe("points", () => {
  test("of a grid are every combination", () => {
    expect(textsOf(`vary:\n${BOOTHS.replace("6 in 3", "3 in 3")}${SERVICE}`)).toEqual([
      ["1", "× 0.8"],
      ["1", "× 1.2"],
      ["2", "× 0.8"],
      ["2", "× 1.2"],
      ["3", "× 0.8"],
      ["3", "× 1.2"],
    ]);
  });

  test("of a Latin hypercube are whole where only that makes sense, and the same for the same seed", () => {
    const latin = `design: latin\npoints: 12\nvary:\n${BOOTHS}${SERVICE}`;
    const texts = textsOf(latin);
    expect(texts).toHaveLength(12);
    expect([...new Set(texts.map(([booths]) => Number(booths)))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(textsOf(latin)).toEqual(texts);
    expect(textsOf(`seed: 2\n${latin}`)).not.toEqual(texts);
  });

  test("have the same values of a setting when another one is added before it", () => {
    const latin = "design: latin\npoints: 8\nvary:\n";
    const alone = textsOf(latin + SERVICE).map(([service]) => service);
    expect(textsOf(latin + BOOTHS + SERVICE).map(([, service]) => service)).toEqual(alone);
  });

  test("of Morris that are met twice are run once", () => {
    const { levels, trajectories } = sweepPoints(
      asked(`design: morris\npoints: 60\nvary:\n${BOOTHS}${SERVICE}`).plan,
    );
    expect(trajectories).toHaveLength(20);
    expect(levels.length).toBeLessThanOrEqual(16);
    const moved = trajectories!.flatMap(({ points, steps }) =>
      steps.map((step, i) => [step, levels[points[i]][step].text !== levels[points[i + 1]][step].text]),
    );
    expect(moved.every(([, isOther]) => isOther)).toBe(true);
  });

  test("that are no scenario are told once for each kind of mistake, with the first that has it", () => {
    const read = asked("vary:\n  northbound.stages.primary.service: 60 s, 2 km, 3 km\n");
    const loaded = loadPoints(read, sweepPoints(read.plan).levels);
    if (loaded.ok) throw new Error("accepted");
    expect(loaded.invalid.count).toBe(2);
    expect(loaded.invalid.first).toMatchObject([
      { point: 2, problems: [{ file: "sweep.yaml", line: 4, path: "northbound.stages.primary.service" }] },
    ]);
  });
});

describe("a sweep", () => {
  test("says of each point what an experiment says of its scenario", async () => {
    const points = await runSweep(pool, request);
    const { seed, replications } = request;
    for (const [i, scenario] of request.scenarios.entries()) {
      const { result } = await runExperiment({ scenarios: [scenario], seed, replications });
      for (const [f, key] of request.figures.entries()) {
        const row = result.estimates.find(
          ({ metric, statistic, class: of, stage, hour }) =>
            metric === key.metric && statistic === key.statistic && (of ?? stage ?? hour) === null,
        )!;
        const { value, low, high, n } = row;
        expect(points[i]!.figures[f]!.estimate).toEqual({ value, low, high, n });
      }
    }
  });

  test("gives the same bytes for one worker and for two", async () => {
    const read = asked(
      `respond: [wait, boothHours]\nfrontier: [boothHours, waitP95]\nvary:\n${BOOTHS}${SERVICE.replace("in 2", "in 4")}`.replace(
        "1 to 6 in 3",
        "1 to 3 in 3",
      ),
    );
    const points = sweepPoints(read.plan);
    const loaded = loadPoints(read, points.levels);
    if (!loaded.ok) throw new Error("not loaded");
    const { respond: figures, seed } = read.plan;
    const texts = await Promise.all(
      [one, pool].map(async (workers, i) => {
        const all = { scenarios: loaded.scenarios, figures, seed, replications: 5, ahead: 3 * i + 1 };
        const finished = await runSweep(workers, all);
        return JSON.stringify(sweepResult(read.plan, points, finished, resampleDraw(seed)));
      }),
    );
    expect(texts[1] === texts[0]).toBe(true);
    expect(JSON.parse(texts[0])).toMatchObject({
      total: 12,
      effects: [{ none: null }, { none: null }, { none: null }],
      frontier: { points: { length: 12 } },
    });
  });

  test("that is stopped has whole points, from the first on", async () => {
    const abort = new AbortController();
    const scenarios = Array.from({ length: 6 }, () => TODAY);
    const finished = await runSweep(
      one,
      { ...request, scenarios, ahead: 2 },
      { signal: abort.signal, onProgress: (done) => done === 10 && abort.abort() },
    );
    expect(finished.map((point) => point !== null)).toEqual([true, true, false, false, false, false]);
  });

  test("tells how many days of all points are done", async () => {
    const seen: number[] = [];
    await runSweep(one, request, { onProgress: (done, total) => seen.push(done, total) });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8].flatMap((done) => [done, 8]));
  });

  test("tells figures of each day alone to who asks for them, and else reads no day again", async () => {
    const [plain, asked] = [await runSweep(one, request), await runSweep(one, { ...request, eachDay: true })];
    const waits = ([point]: typeof plain) => point!.figures[0]!;
    expect(waits(plain).byDay).toEqual([]);
    expect(waits(asked).byDay).toEqual(Array(request.replications).fill(expect.any(Number)));
    expect(waits(asked).estimate).toEqual(waits(plain).estimate);
  });

  test("has no figure below nothing, however unsure it is", async () => {
    const [point] = await runSweep(one, { ...request, replications: 2 });
    const [wait] = point!.figures;
    expect(intervalOf(wait!.linear).low).toBeLessThan(0);
    expect(wait!.estimate).toMatchObject({ value: wait!.linear.value, low: 0 });
  });

  test("is over at the first point without a figure that was asked for", async () => {
    const running = runSweep(one, { ...request, figures: [figure("officerHours at nowhere")] });
    await expect(running).rejects.toThrow(NoSuchFigure);
  });

  test("says which point it was that failed", async () => {
    const scenarios = [loadedOf("fine", BUSY_DAY), loadedOf("fail 3", BUSY_DAY)];
    const running = runSweep(faulty, { ...request, scenarios });
    await expect(running).rejects.toThrow(UnitError);
    await expect(running).rejects.toThrow(/point 2, seed 5, replication 3/);
  });
});
