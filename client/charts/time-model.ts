/**
 * What a chart over the day is drawn from, and how instants and values become places in it.
 */
import { area, line, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";

export type TimeSeries = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** At the present, which lies between bins. */
  readonly now: number | null;
  readonly band: {
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  } | null;
};
/** Of many futures of one instant the middle 90 % and the median, from the value that all begin with. */
export type FanSeries = {
  readonly now: number | null;
  readonly low: readonly (number | null)[];
  readonly median: readonly (number | null)[];
  readonly high: readonly (number | null)[];
};
export type Fan = {
  readonly atMs: number;
  readonly untilMs: number;
  readonly bins: Bins;
  /** In the order of the lines. */
  readonly series: readonly FanSeries[];
};
export type Bins = { readonly fromMs: number; readonly binMs: number };
export type TimeChartModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Bins of values and bands: where the first begins, and how long each is. */
  readonly bins: Bins;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly nowMs: number;
  /** The instant that all charts point at together. */
  readonly hoverMs: number | null;
  readonly series: readonly TimeSeries[];
  readonly fan: Fan | null;
  readonly valueText: (value: number) => string;
  readonly tickText: (value: number) => string;
  readonly clockText: (ms: number) => string;
};

/** At the top there is room for the note on what lines and bands are. */
export const MARGIN = { top: 20, right: 22, bottom: 18, left: 42 };
export const LABEL_HEIGHT = 13;
export const HOUR_MS = 3_600_000;
/** Room that a time of day takes at the axis. */
const CLOCK_WIDTH = 52;
/** Hours from one to the next; beyond a day it doubles. */
const STEPS = [1, 2, 3, 4, 6, 12];
const DAY_STEP = 24;

export type Scales = { readonly x: ScaleLinear<number, number>; readonly y: ScaleLinear<number, number> };

export function timeScale(
  model: Pick<TimeChartModel, "fromMs" | "untilMs" | "width">,
): ScaleLinear<number, number> {
  return scaleLinear([model.fromMs, model.untilMs], [MARGIN.left, model.width - MARGIN.right]);
}

function hourStep(least: number): number {
  const within = STEPS.find((hours) => hours >= least);
  if (within !== undefined) return within;
  let step = DAY_STEP;
  while (step < least) step *= 2;
  return step;
}

/** Whole hours, as many as fit into so many pixels without touching. */
export function hourTicks(
  { fromMs, untilMs }: Pick<TimeChartModel, "fromMs" | "untilMs">,
  pixels: number,
): number[] {
  const fit = Math.max(2, Math.floor(pixels / CLOCK_WIDTH));
  const step = hourStep((untilMs - fromMs) / HOUR_MS / fit);
  const ticks: number[] = [];
  const first = Math.ceil(fromMs / (step * HOUR_MS)) * step * HOUR_MS;
  for (let at = first; at <= untilMs; at += step * HOUR_MS) ticks.push(at);
  return ticks;
}

export type Between = { readonly at: number; readonly low: number | null; readonly high: number | null };

export const bandShape = ({ x, y }: Scales) =>
  area<Between>()
    .defined(({ low, high }) => low !== null && high !== null)
    .x(({ at }) => x(at))
    .y0(({ low }) => y(low ?? 0))
    .y1(({ high }) => y(high ?? 0));

export type Valued = { readonly at: number; readonly value: number | null };

export const pointShape = ({ x, y }: Scales) =>
  line<Valued>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0));

export const middleOf = ({ fromMs, binMs }: Bins, bin: number): number => fromMs + (bin + 0.5) * binMs;

/** Value of the last bin that had one, within the hour up to `ms`. */
export function valueAt(
  values: readonly (number | null)[],
  { fromMs, binMs }: Bins,
  ms: number,
): number | null {
  for (let bin = Math.min(values.length - 1, Math.floor((ms - fromMs) / binMs)); bin >= 0; bin--) {
    const value = values[bin];
    if (value !== null && value !== undefined) return value;
    if (ms - fromMs - bin * binMs > HOUR_MS) return null;
  }
  return null;
}

/** Heights moved apart just so far that no two labels touch, kept within the chart. */
export function spreadLabels(
  heights: readonly number[],
  apart: number,
  least: number,
  most: number,
): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  let floor = least;
  for (const index of order) {
    placed[index] = Math.max(placed[index], floor);
    floor = placed[index] + apart;
  }
  let ceiling = most;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - apart;
  }
  return placed;
}
