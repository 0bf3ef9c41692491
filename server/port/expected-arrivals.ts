/** How many counted vehicles a plan brings on average, by clock hour of arriving: a run draws around these numbers. */
import type { Effect } from "../../shared/scenario/changes.ts";
import { HOUR } from "../../shared/units.ts";
import { FLOWS } from "../../shared/vocabulary.ts";
import type { DemandPlan, PortPlan, TimedEffect } from "./plan.ts";
import { levelAt } from "./steps.ts";

const HOURS = 24;

/** With interventions beside the plan's own; null where the arrivals are listed, and so no matter of chance. */
export function expectedArrivals(
  plan: PortPlan,
  interventions: readonly TimedEffect[] = [],
): Float64Array | null {
  const { demand, countFrom, countUntil, hourTimes, hourOfDay } = plan;
  if (demand.list !== null) return null;
  const expected = new Float64Array(HOURS);
  const effects = demandEffects([...plan.effects, ...interventions]);
  const size = meanBatch(demand);
  demand.rates.forEach((rates, flow) => {
    if (rates === null) return;
    const changes = effects.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]);
    const instants = [...rates.times, ...hourTimes, ...changes, countFrom, countUntil]
      .filter((time) => time >= countFrom && time <= countUntil)
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < instants.length; i++) {
      const from = instants[i];
      const perHour = levelAt({ times: rates.times, levels: rates.perHour }, from);
      const vehicles = (size * perHour * factorAt(effects, flow, from) * (instants[i + 1] - from)) / HOUR;
      expected[levelAt({ times: hourTimes, levels: hourOfDay }, from)] += vehicles;
    }
  });
  return expected;
}

type DemandEffect = TimedEffect & { readonly effect: Extract<Effect, { kind: "demand" }> };

/** In the order in which they begin: of those in force the last holds. */
const demandEffects = (effects: readonly TimedEffect[]): readonly DemandEffect[] =>
  effects
    .filter((timed): timed is DemandEffect => timed.effect.kind === "demand")
    .sort((a, b) => a.fromMs - b.fromMs);

function factorAt(effects: readonly DemandEffect[], flow: number, time: number): number {
  let factor = 1;
  for (const { fromMs, untilMs, effect } of effects) {
    const isAbout = effect.flow === undefined || effect.flow === FLOWS[flow];
    if (isAbout && fromMs <= time && time < untilMs) factor = effect.factor;
  }
  return factor;
}

/** Rates are of batches. */
function meanBatch({ batch }: DemandPlan): number {
  if (batch === null) return 1;
  const { sizes, cumulative } = batch;
  return sizes.reduce((sum, size, i) => sum + size * (cumulative[i] - (i === 0 ? 0 : cumulative[i - 1])), 0);
}
