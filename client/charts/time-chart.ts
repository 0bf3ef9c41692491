/**
 * Lines over the day, one a scenario, with the band of other days behind each. The line is one run and
 * ends at the present; the band is there for the whole day, or up to the instant from which a fan says
 * what may come.
 *
 * Pure: `drawTimeChart(host, model)` twice gives the same picture. Colors and dashes come from the style
 * sheet by series number.
 */
import { scaleLinear } from "d3";
import { drawFan } from "./fan.ts";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import {
  LABEL_HEIGHT,
  MARGIN,
  bandShape,
  hourTicks,
  middleOf,
  pointShape,
  spreadLabels,
  timeScale,
  valueAt,
} from "./time-model.ts";
import type { Between, Scales, TimeChartModel, TimeSeries, Valued } from "./time-model.ts";
import { drawValueAxis } from "./value-axis.ts";

/** Ticks are whole numbers from here on. */
const LEAST_TOP = 4;

type Drawn = Pick<TimeChartModel, "series" | "bins" | "fan">;

/** The largest of all that is drawn, so that scenarios share one axis; at least `least`. */
export function largestValue({ series, bins, fan }: Drawn, least: number): number {
  const bandEnd = fan?.atMs ?? Infinity;
  let most = least;
  const reach = (value: number | null): void => {
    if (value !== null && value > most) most = value;
  };
  for (const { values, now, band } of series) {
    reach(now);
    values.forEach(reach);
    band?.high.forEach((value, bin) => reach(middleOf(bins, bin) <= bandEnd ? value : null));
  }
  for (const { high } of fan?.series ?? []) high.forEach(reach);
  return most;
}

export const scalesOf = (model: TimeChartModel): Scales => ({
  x: timeScale(model),
  y: scaleLinear([0, largestValue(model, LEAST_TOP)], [model.height - MARGIN.bottom, MARGIN.top]).nice(4),
});

export function drawTimeChart(host: SVGSVGElement, model: TimeChartModel): void {
  const scales = scalesOf(model);
  const layer = layersOf(host, model);
  drawAxes(layer("axes"), model, scales);
  drawBands(layer("bands"), model, scales);
  drawFan(layer("fan"), model, scales);
  drawLines(layer("lines"), model, scales);
  drawNow(layer("now"), model, scales);
  drawHover(layer("hover"), model, scales);
}

function drawAxes(group: Group, model: TimeChartModel, { x, y }: Scales): void {
  const [left, right] = [MARGIN.left, model.width - MARGIN.right];
  drawValueAxis(group, { y, ticks: y.ticks(4), left, right, text: model.tickText });
  group
    .selectAll("text.clock")
    .data(hourTicks(model, right - left))
    .join("text")
    .attr("class", "clock")
    .attr("x", x)
    .attr("y", model.height - 4)
    .attr("text-anchor", "middle")
    .text(model.clockText);
}

function drawBands(group: Group, model: TimeChartModel, scales: Scales): void {
  const shape = bandShape(scales);
  const untilMs = Math.min(model.untilMs, model.fan?.atMs ?? Infinity);
  const bins = ({ band }: TimeSeries): Between[] =>
    (band?.low ?? [])
      .map((low, bin) => ({ at: middleOf(model.bins, bin), low, high: band?.high[bin] ?? null }))
      .filter(({ at }) => at >= model.fromMs && at <= untilMs);
  group
    .selectAll("path")
    .data(model.series)
    .join("path")
    .attr("class", (_, s) => `band series-${s}`)
    .attr("d", (series) => shape(bins(series)) ?? "");
}

function drawLines(group: Group, model: TimeChartModel, scales: Scales): void {
  const shape = pointShape(scales);
  const bins = ({ values, now }: TimeSeries): Valued[] => {
    const passed: Valued[] = values
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
  const coversFan = model.fan !== null && model.nowMs >= model.fan.atMs && model.nowMs <= model.fan.untilMs;
  const leftward = coversFan || x(model.nowMs) > model.width - MARGIN.right - 84;
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

/** On the line up to the present, on the median of the futures after it. */
function pointedAt(model: TimeChartModel, index: number, series: TimeSeries, at: number): number | null {
  if (at <= model.nowMs) return valueAt(series.values, model.bins, at);
  const { fan } = model;
  const inFan = fan !== null && at > fan.atMs && at <= fan.untilMs;
  return inFan ? valueAt(fan.series[index]?.median ?? [], fan.bins, at) : null;
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
    const value = shown ? pointedAt(model, index, series, at) : null;
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
