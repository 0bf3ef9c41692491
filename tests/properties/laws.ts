/**
 * The laws that hold in every run of every scenario. A run is walked by the hour with all invariants
 * checked after every event, then again in other ways that must not matter.
 */
import { estimatesOf } from "../../server/analysis/estimates.ts";
import { takeOut, putIn } from "../../server/engine/carry.ts";
import { LOOK_EVERY_MS } from "../../server/measure/causes.ts";
import { summarize } from "../../server/measure/summary.ts";
import type { VehicleRows } from "../../server/measure/rows.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { scenarioYaml } from "../../server/scenario/write-yaml.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import { NOBODY } from "../golden/hourly.ts";
import type { Entry } from "./arbitrary/parts.ts";
import { loadedScenario, readScenario } from "./arbitrary/scenario.ts";

/** False when the checks refuse the file; throws when a law is broken. */
export function holdsLaws(file: Entry, seed: number): boolean {
  const loaded = loadedScenario(file);
  if (loaded === null) return false;
  const plan = planScenario(loaded);
  const walk = walked(plan, seed);
  goesOnAlike(plan, seed, walk);
  // Each of these costs as much as all before, so it has a part of the scenarios.
  if (seed % 4 === 0) hasFutures(plan, seed);
  if (seed % 4 === 1) sharesFit(loaded, walk.summary);
  if (seed % 4 === 1) causesAddUp(plan, seed);
  if (seed % 4 === 2) readsBack(loaded, seed, walk);
  if (seed % 4 === 3) copiesAlike(plan, seed, walk.summary);
  return true;
}

type Walk = { readonly hashes: readonly string[]; readonly summary: ReplicationSummary };
type Going = { readonly run: PortRun; readonly tally: Tally };

function begin(plan: PortPlan, seed: number | null, check: boolean): Going {
  const tally = new Tally(plan, { rows: true });
  const options = seed === null ? {} : { seed, replication: 0 };
  return { run: new PortRun(plan, { ...options, observer: tally, check }), tally };
}

/** Closing the tally proves conservation by class, and Σ time inside = ∫ number inside dt to the millisecond. */
function end({ run, tally }: Going, seed: number): ReplicationSummary {
  run.runToEnd();
  if (!run.finished) throw new Error(`not finished at ${run.now} ms`);
  return summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() });
}

const hoursOf = ({ hourTimes, countUntil }: PortPlan): readonly number[] =>
  [...hourTimes].filter((time) => time <= countUntil);

function walked(plan: PortPlan, seed: number): Walk {
  const going = begin(plan, seed, true);
  const hashes = hoursOf(plan).map((time) => {
    going.run.advance(time);
    return going.run.hash();
  });
  const summary = end(going, seed);
  areDistinct(going.tally.rows());
  return { hashes, summary };
}

/** No two vehicles have one identity, by which scenarios are joined. */
function areDistinct({ count, flow, cell, number, member }: VehicleRows): void {
  const identities = new Set<string>();
  for (let row = 0; row < count; row++)
    identities.add(`${flow[row]} ${cell[row]} ${number[row]} ${member[row]}`);
  if (identities.size < count) throw new Error(`${count} vehicles have ${identities.size} identities`);
}

/** The causes of waiting add up to all that was waited; without days of warm-up, whose waiting is not counted. */
function causesAddUp(plan: PortPlan, seed: number): void {
  if (plan.countFrom > 0) return;
  const { run, tally } = begin(plan, seed, false);
  for (let at = 0; at < plan.countUntil; at += LOOK_EVERY_MS) {
    run.advance(at);
    tally.look(run.now);
  }
  const causes = tally.causes.summary();
  const { waiting, stuck } = tally.places;
  for (const { index, name } of plan.places) {
    const sum = CAUSES.reduce((total, _, code) => total + causes[index * CAUSES.length + code]!, 0);
    const waited = waiting.totalUntil(index, run.now) + stuck.totalUntil(index, run.now);
    same(`sum of causes at ${name}`, sum, waited);
  }
}

/** Utilization over the time actually manned, and every other share, is a share. */
function sharesFit({ scenario }: LoadedScenario, summary: ReplicationSummary): void {
  const rows = estimatesOf({
    name: scenario.name,
    expected: null,
    costs: scenario.costs ?? {},
    days: [summary],
  });
  for (const { metric, stage, unit, value } of rows) {
    const isFinite = value === null || Number.isFinite(value);
    const fits = unit !== "%" || value === null || (value >= 0 && value <= 100 + 1e-9);
    if (!isFinite || !fits) throw new Error(`${metric} of ${stage ?? "the port"} is ${value} ${unit}`);
  }
}

/** However it is paused, and put into a run that has been elsewhere, it passes the same hours. */
function goesOnAlike(plan: PortPlan, seed: number, { hashes }: Walk): void {
  const begun = (): PortRun => new PortRun(plan, { seed, replication: 0, observer: NOBODY });
  let run = begun();
  const copyAt = (seed * 7919) % plan.countUntil;
  let isCopied = false;
  let steps = 0;
  hoursOf(plan).forEach((time, hour) => {
    while (run.now < time) {
      steps++;
      run.advance(Math.min(time, run.now + 1 + ((seed + steps * 7_919_993) % 2_700_000)));
      if (isCopied || run.now < copyAt) continue;
      isCopied = true;
      const items = takeOut(run);
      run = begun();
      run.advance((seed * 31) % plan.countUntil);
      putIn(items, run);
    }
    run.advance(time);
    same(`hash of hour ${hour}`, run.hash(), hashes[hour]);
  });
}

/** A copy of a run and its tally ends with the same figures, and leaves the original alone. */
function copiesAlike(plan: PortPlan, seed: number, summary: ReplicationSummary): void {
  const original = begin(plan, seed, false);
  original.run.advance((seed * 7919) % plan.countUntil);
  const copy = copyOf(plan, original);
  same("summary of a copy", end(copy, seed), summary);
  same("summary of what was copied", end(original, seed), summary);
  same("rows of a copy", copy.tally.rows(), original.tally.rows());
}

function copyOf(plan: PortPlan, { run, tally }: Going): Going {
  const items = takeOut(run, tally);
  const copy = begin(plan, null, false);
  putIn(items, copy.run, copy.tally);
  return copy;
}

/** A future begins with the present, keeps the laws, and comes again with its number. */
function hasFutures(plan: PortPlan, seed: number): void {
  const present = begin(plan, seed, true);
  present.run.advance((seed * 104_729) % plan.countUntil);
  const future = (check: boolean): ReplicationSummary => {
    const going = begin(plan, null, check);
    putIn(takeOut(present.run, present.tally), going.run, going.tally);
    going.run.redrawFuture(seed);
    same("number inside in a future", going.run.vehicles.count, present.run.vehicles.count);
    same("numbers in the places in a future", going.run.state.inPlace, present.run.state.inPlace);
    same("day's factor in a future", going.run.state.dayFactor, present.run.state.dayFactor);
    return end(going, seed);
  };
  same("future", future(true), future(false));
}

/** Saved and read again it is the same scenario, so that what fails here fails from its file. */
function readsBack(loaded: LoadedScenario, seed: number, { hashes }: Walk): void {
  const again = readScenario(scenarioYaml(loaded.scenario));
  if (again === null) throw new Error("the saved scenario does not read back");
  const plan = planScenario(again);
  const last = hashes.length - 1;
  const { run } = begin(plan, seed, false);
  run.advance(hoursOf(plan)[last]!);
  same("hash of the saved scenario", run.hash(), hashes[last]!);
}

/** To the last bit, at any depth. */
function same(what: string, found: unknown, expected: unknown): void {
  if (Object.is(found, expected)) return;
  if (!isComposed(found) || !isComposed(expected))
    throw new Error(`${what} is ${found} instead of ${expected}`);
  if (ArrayBuffer.isView(found) && ArrayBuffer.isView(expected) && bytesOf(found).equals(bytesOf(expected)))
    return;
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  for (const key of keys) same(`${what}.${key}`, found[key], expected[key]);
}

const isComposed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
