/** Why trucks wait, as the page is told: of the live day so far, and of the days behind it. */
import { afterAll, expect, test } from "vitest";
import { HOUR } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import { Experiment } from "../../server/run/experiment.ts";
import { isInResults, resultsOf } from "../../server/run/live-results.ts";
import { LiveTrack } from "../../server/run/live-track.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { loadSmall } from "../protocol/small-port.ts";

const SEED = 7;
const BOTH = [loadSmall("small-port.yaml"), loadSmall("wider-port.yaml")];
const pool = new WorkerPool({ workers: 1 });
afterAll(() => pool.close());

async function experimentOf(replications: number): Promise<Experiment> {
  const experiment = new Experiment(pool, { scenarios: BOTH, seed: SEED, replications });
  await experiment.finished;
  return experiment;
}

const total = (times: readonly (readonly [string, number])[]): number =>
  times.reduce((sum, [, minutes]) => sum + minutes, 0);

test("the causes of the results add up to the mean delay of each scenario", async () => {
  const experiment = await experimentOf(4);
  const delays = experiment
    .result()
    .estimates.filter(
      ({ metric, stage, hour, class: of }) =>
        metric === "delay" && stage === null && hour === null && of === null,
    );
  const { timeByCause } = resultsOf(0, [experiment.result(isInResults)]);
  expect(timeByCause.map((own) => own.map(([cause]) => cause))).toEqual([CAUSES, CAUSES]);
  expect(delays).toHaveLength(2);
  delays.forEach(({ value }, index) => {
    expect(value).toBeGreaterThan(0.1);
    expect(total(timeByCause[index]!)).toBeCloseTo(value, 9);
  });
});

test("at its end the live day tells what the first of the days behind it tells", async () => {
  const { timeByCause } = resultsOf(0, [(await experimentOf(1)).result(isInResults)]);
  BOTH.forEach((loaded, index) => {
    const track = new LiveTrack(loaded, SEED, []);
    track.advance(track.lastMs);
    const live = track.frame().timeByCause;
    expect(live.map(([cause]) => cause)).toEqual(CAUSES);
    live.forEach(([, minutes], code) => expect(minutes).toBeCloseTo(timeByCause[index]![code]![1], 9));
  });
});

test("during the day the delay so far is a part of the crossing so far, and nothing before the first truck", () => {
  const track = new LiveTrack(BOTH[0]!, SEED, []);
  expect(total(track.frame().timeByCause)).toBe(0);
  track.advance(11 * HOUR);
  const { timeByCause, timeByStage } = track.frame();
  expect(total(timeByCause)).toBeGreaterThan(0.1);
  expect(total(timeByCause)).toBeLessThan(total(timeByStage));
});
