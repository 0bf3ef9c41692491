/** Runs of a case in units that threads take one by one; which unit a run is in depends on the case alone. */
import { mix, threefry } from "../engine/draws.ts";
import type { PortPlan } from "../port/plan.ts";
import type { JobRequest } from "../run/pool-messages.ts";
import type { Case, Size, TheorySet } from "./case.ts";
import { CASES } from "./cases.ts";
import { planOf, runOnce } from "./simulate.ts";
import type { Draws, Observed } from "./simulate.ts";

const FEWEST_UNITS = 20;
/** Runs of a day are over in a blink; so many make a unit. */
const MOST_RUNS_A_UNIT = 250;

/** The engine's draws, and the oracle's. */
export const GENERATORS = { mix, threefry };
export type GeneratorName = keyof typeof GENERATORS;

/** `names` is the id of the case. */
export type TheoryRequest = JobRequest & { readonly set: TheorySet; readonly generator: GeneratorName };
export type TheoryUnit = { readonly unit: number; readonly observed: readonly Observed[] };
export type TheoryPlan = {
  readonly known: Case;
  readonly size: Size;
  readonly plan: PortPlan;
  readonly draws: Omit<Draws, "replication">;
};

export const unitCount = ({ runs }: Size): number =>
  Math.min(runs, Math.max(FEWEST_UNITS, Math.ceil(runs / MOST_RUNS_A_UNIT)));

export function prepareCase({ names, set, seed, generator }: TheoryRequest): TheoryPlan {
  const known = CASES.find(({ id }) => id === names[0]);
  if (known === undefined) throw new Error(`no case ${names[0]}`);
  const size = known[set];
  return {
    known,
    size,
    plan: planOf(known.file, size.days),
    draws: { seed, generator: GENERATORS[generator] },
  };
}

export function runTheoryUnit({ known, size, plan, draws }: TheoryPlan, unit: number): TheoryUnit {
  const units = unitCount(size);
  const first = Math.floor((unit * size.runs) / units);
  const end = Math.floor(((unit + 1) * size.runs) / units);
  const observed: Observed[] = [];
  for (let replication = first; replication < end; replication++)
    observed.push(...runOnce(plan, known, size, { ...draws, replication }));
  return { unit, observed };
}
