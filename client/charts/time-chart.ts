/**
 * Lines over the day, one a scenario, with the band of other days behind each. The line is one run and
 * ends at the present; the band is there for the whole day.
 *
 * Pure: `drawTimeChart(host, model)` twice gives the same picture. Colors and dashes come from the style
 * sheet by series number.
 */
import { area, line, scaleLinear, select } from "d3";
import type { ScaleLinear, Selection } from "d3";

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
  readonly valueText: (value: number) => string;
  readonly tickText: (value: number) => string;
  readonly clockText: (ms: number) => string;
};

/** At the top there is room for the note on what lines and bands are. */
export const MARGIN = { top: 20, right: 22, bottom: 18, left: 42 };
const LABEL_HEIGHT = 13;
const HOUR_MS = 3_600_000;
/** Ticks are whole numbers from here on. */
const LEAST_TOP = 4;

type Scales = { readonly x: ScaleLinear<number, number>; readonly y: ScaleLinear<number, number> };
type Group = Selection<SVGGElement, string, SVGSVGElement, unknown>;

export function timeScale(
  model: Pick<TimeChartModel, "fromMs" | "untilMs" | "width">,
): ScaleLinear<number, number> {
  return scaleLinear([model.fromMs, model.untilMs], [MARGIN.left, model.width - MARGIN.right]);
}

/** The largest of all that is drawn, so that scenarios share one axis; at least `least`. */
export function largestValue(series: readonly TimeSeries[], least: number): number {
  let most = least;
  for (const { values, now, band } of series) {
    if (now !== null && now > most) most = now;
    for (const value of values) if (value !== null && value > most) most = value;
    for (const value of band?.high ?? []) if (value !== null && value > most) most = value;
  }
  return most;
}

export function drawTimeChart(host: SVGSVGElement, model: TimeChartModel): void {
  const scales: Scales = {
    x: timeScale(model),
    y: scaleLinear(
      [0, largestValue(model.series, LEAST_TOP)],
      [model.height - MARGIN.bottom, MARGIN.top],
    ).nice(4),
  };
  const svg = select(host)
    .attr("viewBox", `0 0 ${model.width} ${model.height}`)
    .attr("aria-label", model.title);
  drawAxes(layer(svg, "axes"), model, scales);
  drawBands(layer(svg, "bands"), model, scales);
  drawLines(layer(svg, "lines"), model, scales);
  drawNow(layer(svg, "now"), model, scales);
  drawHover(layer(svg, "hover"), model, scales);
}

function layer(svg: Selection<SVGSVGElement, unknown, null, undefined>, name: string): Group {
  return svg.selectAll<SVGGElement, string>(`g.${name}`).data([name]).join("g").attr("class", name);
}

function drawAxes(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  const ticks = y.ticks(4);
  group
    .selectAll("line.grid")
    .data(ticks)
    .join("line")
    .attr("class", "grid")
    .attr("x1", MARGIN.left)
    .attr("x2", model.width - MARGIN.right)
    .attr("y1", y)
    .attr("y2", y);
  group
    .selectAll("text.value")
    .data(ticks)
    .join("text")
    .attr("class", "value")
    .attr("x", MARGIN.left - 6)
    .attr("y", y)
    .attr("dy", "0.32em")
    .attr("text-anchor", "end")
    .text(model.tickText);
  group
    .selectAll("text.clock")
    .data(clockTicks(model))
    .join("text")
    .attr("class", "clock")
    .attr("x", x)
    .attr("y", model.height - 4)
    .attr("text-anchor", "middle")
    .text(model.clockText);
}

/** Whole hours, as many as fit without touching. */
export function clockTicks(model: Pick<TimeChartModel, "fromMs" | "untilMs" | "width">): number[] {
  const fit = Math.max(2, Math.floor((model.width - MARGIN.left - MARGIN.right) / 52));
  const step =
    [1, 2, 3, 4, 6, 12, 24, 48].find((hours) => (model.untilMs - model.fromMs) / (hours * HOUR_MS) <= fit) ??
    96;
  const ticks: number[] = [];
  const first = Math.ceil(model.fromMs / (step * HOUR_MS)) * step * HOUR_MS;
  for (let at = first; at <= model.untilMs; at += step * HOUR_MS) ticks.push(at);
  return ticks;
}

function drawBands(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  type Bin = { readonly at: number; readonly low: number | null; readonly high: number | null };
  const shape = area<Bin>()
    .defined((bin) => bin.low !== null && bin.high !== null)
    .x((bin) => x(bin.at))
    .y0((bin) => y(bin.low ?? 0))
    .y1((bin) => y(bin.high ?? 0));
  const bins = ({ band }: TimeSeries): Bin[] =>
    (band?.low ?? [])
      .map((low, bin) => ({ at: middleOf(model.bins, bin), low, high: band?.high[bin] ?? null }))
      .filter(({ at }) => at >= model.fromMs && at <= model.untilMs);
  group
    .selectAll("path")
    .data(model.series)
    .join("path")
    .attr("class", (_, s) => `band series-${s}`)
    .attr("d", (series) => shape(bins(series)) ?? "");
}

function drawLines(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  type Bin = { readonly at: number; readonly value: number | null };
  const shape = line<Bin>()
    .defined((bin) => bin.value !== null)
    .x((bin) => x(bin.at))
    .y((bin) => y(bin.value ?? 0));
  const bins = ({ values, now }: TimeSeries): Bin[] => {
    const passed: Bin[] = values
      .map((value, bin) => ({ at: middleOf(model.bins, bin), value }))
      .filter(({ at }) => at >= model.fromMs && at <= Math.min(model.nowMs, model.untilMs));
    return isNowShown(model) ? [...passed, { at: model.nowMs, value: now }] : passed;
  };
  group
    .selectAll("path")
    .data(model.series)
    .join("path")
    .attr("class", (_, s) => `run series-${s}`)
    .attr("d", (series) => shape(bins(series)) ?? "");
}

const isNowShown = ({ nowMs, fromMs, untilMs }: TimeChartModel): boolean =>
  nowMs >= fromMs && nowMs <= untilMs;

const middleOf = ({ fromMs, binMs }: Bins, bin: number): number => fromMs + (bin + 0.5) * binMs;

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

function drawNow(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  const shown = isNowShown(model);
  group
    .selectAll("line")
    .data(shown ? [model.nowMs] : [])
    .join("line")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", MARGIN.top)
    .attr("y2", model.height - MARGIN.bottom);
  const ends = model.series.map((series, index) => ({
    index,
    text: series.label,
    value: shown ? series.now : null,
  }));
  const told = ends.filter((end): end is typeof end & { value: number } => end.value !== null);
  const heights = spreadLabels(
    told.map(({ value }) => y(value)),
    LABEL_HEIGHT,
    MARGIN.top + 5,
    model.height - MARGIN.bottom - 5,
  );
  const labels = told.map((end, position) => ({ ...end, height: heights[position] }));
  const leftward = x(model.nowMs) > model.width - MARGIN.right - 84;
  group
    .selectAll("circle")
    .data(labels)
    .join("circle")
    .attr("class", ({ index }) => `series-${index}`)
    .attr("cx", x(model.nowMs))
    .attr("cy", ({ value }) => y(value))
    .attr("r", 3.5);
  group
    .selectAll("text")
    .data(labels)
    .join("text")
    .attr("class", ({ index }) => `series-${index}`)
    .attr("x", x(model.nowMs) + (leftward ? -8 : 8))
    .attr("y", ({ height }) => height)
    .attr("dy", "0.32em")
    .attr("text-anchor", leftward ? "end" : "start")
    .text(({ text, value }) => `${text} ${model.valueText(value)}`);
}

function drawHover(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  const at = model.hoverMs;
  const shown = at !== null && at >= model.fromMs && at <= model.untilMs;
  group
    .selectAll("line")
    .data(shown ? [at] : [])
    .join("line")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", MARGIN.top)
    .attr("y2", model.height - MARGIN.bottom);
  group
    .selectAll("text")
    .data(shown ? [at] : [])
    .join("text")
    .attr("x", (ms) => Math.min(Math.max(x(ms), MARGIN.left + 16), model.width - MARGIN.right - 16))
    .attr("y", MARGIN.top + 2)
    .attr("text-anchor", "middle")
    .text(model.clockText);
  const dots = model.series.flatMap((series, index) => {
    const value = shown && at <= model.nowMs ? valueAt(series.values, model.bins, at) : null;
    return value === null ? [] : [{ index, value }];
  });
  group
    .selectAll("circle")
    .data(dots)
    .join("circle")
    .attr("class", ({ index }) => `series-${index}`)
    .attr("cx", shown ? x(at) : 0)
    .attr("cy", ({ value }) => y(value))
    .attr("r", 3);
}
