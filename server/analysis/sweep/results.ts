/** From the days of the finished points of a sweep to what it says. */
import type { Estimate } from "../../../shared/estimate.ts";
import { METRICS, unitOf } from "../../../shared/metrics.ts";
import { formatAmount } from "../../../shared/sweep/amount.ts";
import type { Level } from "../../../shared/sweep/levels.ts";
import type { Factor, SweepPlan } from "../../../shared/sweep/plan.ts";
import type {
  FrontierPoint,
  SweepEffect,
  SweepEffects,
  SweepFrontier,
  SweepResult,
  SweptEstimate,
  SweptFigure,
} from "../../../shared/sweep/result.ts";
import { areSame, intervalOf, scaled } from "../linear.ts";
import type { Linear } from "../linear.ts";
import { openWhere } from "../open-ends.ts";
import { frontierOf } from "./frontier.ts";
import type { OnFrontier } from "./frontier.ts";
import { morrisOf } from "./morris.ts";
import type { Step } from "./morris.ts";
import { TRUSTED_R2, regressionOf } from "./regression.ts";

/** A figure of a point: its own interval, and how each day pulled it. */
export type PointFigure = {
  readonly estimate: SweptEstimate;
  readonly linear: Linear;
  /** What it is on each day taken alone, where that was asked; null: no vehicle of that day tells it. */
  readonly byDay: readonly (number | null)[];
};

export type FinishedPoint = {
  /** By figure; null: no vehicle tells it. */
  readonly figures: readonly (PointFigure | null)[];
  readonly notThrough: number;
  readonly gridlocks: number;
};

export type SweepPoints = {
  readonly levels: readonly (readonly Level[])[];
  /** With the design of Morris: which points each trajectory passes, and which setting takes each step. */
  readonly trajectories:
    readonly { readonly points: readonly number[]; readonly steps: readonly number[] }[] | null;
};

/** `draw` gives a number above 0 and below 1 for a resample of days and a place in it. */
export function sweepResult(
  plan: SweepPlan,
  points: SweepPoints,
  finished: readonly (FinishedPoint | null)[],
  draw: (resample: number, place: number) => number,
): SweepResult {
  const figures = plan.respond.map((key): SweptFigure => ({
    ...key,
    unit: unitOf(key.metric, key.statistic),
  }));
  return {
    settings: plan.factors.map(({ name, label }) => ({ name, label })),
    figures,
    total: points.levels.length,
    points: finished.flatMap((point, p) =>
      point === null
        ? []
        : [
            {
              point: p + 1,
              values: points.levels[p].map(({ text }) => text),
              estimates: point.figures.map((figure) => figure?.estimate ?? null),
              notThrough: point.notThrough,
              gridlocks: point.gridlocks,
            },
          ],
    ),
    effects: figures.map((figure, f) => {
      const of = finished.map((point) => point?.figures[f] ?? null);
      const linear = of.map((one) => one?.linear ?? null);
      const effects =
        points.trajectories === null
          ? fitted(figure, plan.factors, points.levels, linear)
          : elementary(figure, plan.factors, points, linear);
      return withoutEnds(effects, vehiclesNeeded(of));
    }),
    frontier: plan.frontier === null ? null : frontier(figures, plan.frontier, finished, draw),
  };
}

type Term = Pick<SweepEffect, "setting" | "from" | "to"> & { readonly x: Float64Array };

function fitted(
  figure: SweptFigure,
  factors: readonly Factor[],
  levels: readonly (readonly Level[])[],
  figures: readonly (Linear | null)[],
): SweepEffects {
  const known = figures.flatMap((linear, p) => (linear === null ? [] : [{ linear, levels: levels[p] }]));
  const terms = factors.flatMap(({ label }, i) =>
    termsOf(
      label,
      known.map((point) => point.levels[i]),
    ),
  );
  const result =
    terms.length === 0
      ? "fewPoints"
      : regressionOf(
          terms.map(({ x }) => x),
          known.map(({ linear }) => linear),
        );
  if (typeof result === "string")
    return { figure, method: "regression", r2: null, isTrusted: false, none: result, rows: [] };
  const rows = terms.map(({ setting, from, to, x }, i): SweepEffect => {
    const { slope, standardized } = result.coefficients[i];
    const effect = intervalOf(scaled(slope, Math.max(...x) - Math.min(...x)));
    return { setting, from, to, effect, standardized: intervalOf(standardized), size: null, spread: null };
  });
  const { r2 } = result;
  return { figure, method: "regression", r2, isTrusted: r2 >= TRUSTED_R2, none: null, rows: bySize(rows) };
}

/** One for a setting that has an order; of words one for each but the first, against the first. None where it does not vary. */
function termsOf(setting: string, levels: readonly Level[]): readonly Term[] {
  const texts = [...new Set(levels.map(({ text }) => text))];
  if (texts.length < 2) return [];
  const x = levels.map((level) => level.x);
  if (x.every((value) => value !== null)) {
    const column = Float64Array.from(x);
    const at = (value: number): string => levels[column.indexOf(value)].text;
    return [{ setting, from: at(Math.min(...column)), to: at(Math.max(...column)), x: column }];
  }
  const [from, ...others] = texts;
  return others.map((to) => ({
    setting,
    from,
    to,
    x: Float64Array.from(levels, ({ text }) => (text === to ? 1 : 0)),
  }));
}

function elementary(
  figure: SweptFigure,
  factors: readonly Factor[],
  { levels, trajectories }: SweepPoints,
  figures: readonly (Linear | null)[],
): SweepEffects {
  const rows = factors.flatMap(({ label, levels: range }, factor): SweepEffect[] => {
    if (range.kind === "list") return [];
    const span = range.high.number - range.low.number;
    const steps = trajectories!.flatMap(({ points, steps: order }): Step[] => {
      const at = order.indexOf(factor);
      const [from, to] = [figures[points[at]], figures[points[at + 1]]];
      if (from == null || to == null) return [];
      const x = (point: number): number => levels[point][factor].x!;
      return [{ from, to, share: (x(points[at + 1]) - x(points[at])) / span }];
    });
    if (steps.length === 0) return [];
    const { mean, size, spread } = morrisOf(steps);
    const ends = [range.low, range.high].map(formatAmount);
    return [{ setting: label, from: ends[0], to: ends[1], effect: mean, standardized: null, size, spread }];
  });
  const told = { figure, method: "morris", r2: null } as const;
  const isConstant = areSame(figures.flatMap((linear) => (linear === null ? [] : [linear.value])));
  const none = rows.length === 0 ? "fewPoints" : isConstant ? "constant" : null;
  return none === null
    ? { ...told, isTrusted: true, none, rows: bySize(rows) }
    : { ...told, isTrusted: false, none, rows: [] };
}

/** The most that a point lacks; 0 where all have the ends of their intervals. */
const vehiclesNeeded = (figures: readonly (PointFigure | null)[]): number =>
  figures.reduce((most, one) => Math.max(most, one?.estimate.vehiclesNeeded ?? 0), 0);

/** An effect goes up with some points and down with others: where one has no end, an effect has neither. */
function withoutEnds(effects: SweepEffects, needed: number): SweepEffects {
  if (needed === 0) return effects;
  const open = <T extends Estimate | null>(estimate: T): T =>
    estimate === null ? estimate : openWhere(estimate, { low: needed, high: needed });
  const rows = effects.rows.map((row) => ({
    ...row,
    effect: open(row.effect),
    standardized: open(row.standardized),
    size: open(row.size),
  }));
  return { ...effects, rows };
}

const bySize = (rows: readonly SweepEffect[]): readonly SweepEffect[] =>
  [...rows].sort((a, b) => sizeOf(b) - sizeOf(a));
const sizeOf = ({ effect, size }: SweepEffect): number => size?.value ?? Math.abs(effect.value);

function standingOf({ isOn, sure }: OnFrontier): FrontierPoint["standing"] {
  const share = sure ?? (isOn ? 1 : 0);
  return share >= SURE ? "on" : share <= 1 - SURE ? "off" : "close";
}

/** Shares of resampled days above and below which a point stands on the frontier, or off it. */
const SURE = 0.95;

function frontier(
  figures: readonly SweptFigure[],
  [x, y]: readonly [number, number],
  finished: readonly (FinishedPoint | null)[],
  draw: (resample: number, place: number) => number,
): SweepFrontier {
  const known = finished.flatMap((point, p) => {
    const [a, b] = [point?.figures[x], point?.figures[y]];
    return a == null || b == null ? [] : [{ point: p + 1, a, b }];
  });
  const isLess = (figure: number): boolean => METRICS[figures[figure].metric].better === "less";
  const standingsOf = (which: typeof known) =>
    frontierOf(
      which.map(({ a, b }) => [a.linear, b.linear]),
      [isLess(x), isLess(y)],
      draw,
    ).map((one) => ({ ...one, standing: standingOf(one) }));
  const on = standingsOf(known);
  const closed = known.filter(({ a, b }) => vehiclesNeeded([a, b]) === 0);
  // How good a point without an end is cannot be said, nor then whether another is beaten by it.
  const amongClosed = new Map(
    closed.length === known.length ? [] : standingsOf(closed).map((one, i) => [closed[i], one.standing]),
  );
  const points = known.map((one, i): FrontierPoint => {
    const { point, a, b } = one;
    const { standing, sure } = on[i];
    const isTold = closed.length === known.length || amongClosed.get(one) === standing;
    const told = isTold ? { standing, sure } : { standing: "close" as const, sure: null };
    return { point, x: a.estimate, y: b.estimate, ...told };
  });
  return { x: figures[x], y: figures[y], points: points.sort((p, q) => p.x.value - q.x.value) };
}
