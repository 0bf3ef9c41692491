/**
 * Elementary effects: what a figure changes when one setting takes a step, as much as it would change over the
 * whole range of the setting (Morris, Technometrics 33, 1991). Their mean and spread, and the mean of their sizes, μ*,
 * which effects of both signs do not cancel (Campolongo, Cariboni and Saltelli, Environmental Modelling & Software 22,
 * 2007).
 *
 * Intervals are Student's. Two things vary: where the trajectories go, and the days, which are the same in all of them
 * and so do not show in the spread between trajectories. Their variances are added.
 */
import type { Estimate } from "../../../shared/estimate.ts";
import { LEVEL, differenceOf, scaled, standardError, studentFactor } from "../linear.ts";
import type { Linear } from "../linear.ts";
import { sumOf } from "./regression.ts";

export type Step = {
  readonly from: Linear;
  readonly to: Linear;
  /** Of the setting, as a share of its range; below 0 where it becomes less. */
  readonly share: number;
};

export type Morris = {
  /** μ: which way the figure goes on the whole. */
  readonly mean: Estimate;
  /** μ*: how much the setting counts. */
  readonly size: Estimate;
  /** σ: large where the effect depends on the other settings, or on where in its range the setting is. */
  readonly spread: number | null;
};

/** The steps that one setting takes in all trajectories, one at the least. */
export function morrisOf(steps: readonly Step[]): Morris {
  const effects = steps.map(({ from, to, share }) => scaled(differenceOf(from, to), 1 / share));
  const sizes = effects.map((effect) => scaled(effect, Math.sign(effect.value)));
  const spread = spreadOf(effects);
  const size = meanOf(sizes);
  return {
    mean: meanOf(effects),
    // A size is not below nothing, however unsure it is.
    size: { ...size, low: size.low === null ? null : Math.max(0, size.low) },
    spread: Number.isNaN(spread) ? null : spread,
  };
}

function meanOf(effects: readonly Linear[]): Estimate {
  const count = effects.length;
  const mean = sumOf(
    effects,
    effects.map(() => 1 / count),
  );
  const { value, days } = mean;
  if (count < 2 || days < 2) return { value, low: null, high: null, n: days };
  const error = Math.hypot(spreadOf(effects) / Math.sqrt(count), standardError(mean));
  const half = studentFactor(LEVEL, Math.min(count, days)) * error;
  return { value, low: value - half, high: value + half, n: days };
}

function spreadOf(effects: readonly Linear[]): number {
  const mean = effects.reduce((sum, { value }) => sum + value, 0) / effects.length;
  const squares = effects.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (effects.length - 1));
}
