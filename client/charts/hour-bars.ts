/**
 * A bar for each hour of the day with its interval. What is not sure is an outline alone, so that nobody takes it
 * for an answer; what is still to come is a short dash. Pure.
 */
import { scaleBand, scaleLinear } from "d3";
import type { ScaleBand, ScaleLinear } from "d3";
import type { HourBar } from "../../shared/staffing/pictures.ts";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import { drawValueAxis } from "./value-axis.ts";

export type HourBarsModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Number of the scenario: its color. */
  readonly series: number;
  readonly bars: readonly HourBar[];
  /** The hour that is read now. */
  readonly current: number | null;
  readonly tickText: (value: number) => string;
};

type Sized = Pick<HourBarsModel, "bars" | "width" | "height">;
type Scales = { readonly x: ScaleBand<number>; readonly y: ScaleLinear<number, number> };

/** At the top there is room for the note on what bars and whiskers are. */
const MARGIN = { top: 20, right: 8, bottom: 18, left: 42 };
/** Below zero there is no more room than this share of what is above: whiskers of noise would press the rest. */
const MOST_BELOW = 0.3;
/** Room that a time of day takes at the axis. */
const CLOCK_WIDTH = 42;
const CAP = 3;
const DASH = 4;

function scalesOf({ bars, width, height }: Sized): Scales {
  const known = bars.flatMap(({ bar }) => bar ?? []);
  const top = Math.max(1, ...known.map(({ high }) => high));
  const least = Math.min(0, ...known.map(({ value }) => value));
  const below = Math.max(Math.min(0, ...known.map(({ low }) => low)), -MOST_BELOW * top);
  return {
    x: scaleBand(
      bars.map(({ hour }) => hour),
      [MARGIN.left, width - MARGIN.right],
    ).padding(0.18),
    y: scaleLinear([Math.min(least, below), top], [height - MARGIN.bottom, MARGIN.top]),
  };
}

/** Where the pointer finds each hour. */
export function hourPlaces(
  model: Sized,
): readonly { readonly hour: number; readonly left: number; readonly width: number }[] {
  const { x } = scalesOf(model);
  const side = (x.step() - x.bandwidth()) / 2;
  return model.bars.map(({ hour }) => ({ hour, left: (x(hour) ?? 0) - side, width: x.step() }));
}

export function drawHourBars(host: SVGSVGElement, model: HourBarsModel): void {
  const scales = scalesOf(model);
  const layer = layersOf(host, model);
  drawAxes(layer("axes"), model, scales);
  drawBars(layer("bars"), model, scales);
  drawWhiskers(layer("whiskers"), model, scales);
}

function drawAxes(group: Group, model: HourBarsModel, { x, y }: Scales): void {
  // Whole ones, as their texts are; else two of them might say the same.
  const ticks = y.ticks(Math.max(2, Math.floor(model.height / 32))).filter(Number.isInteger);
  const [left, right] = [MARGIN.left, model.width - MARGIN.right];
  drawValueAxis(group, { y, ticks, left, right, text: model.tickText, hasZero: true });
  const every = Math.max(1, Math.ceil(CLOCK_WIDTH / x.step()));
  group
    .selectAll("text.clock")
    .data(model.bars.filter(({ hour }) => hour % every === 0))
    .join("text")
    .attr("class", "clock")
    .attr("x", ({ hour }) => (x(hour) ?? 0) - (x.step() - x.bandwidth()) / 2)
    .attr("y", model.height - 4)
    .attr("text-anchor", "middle")
    .text(({ clock }) => clock);
}

function drawBars(group: Group, model: HourBarsModel, { x, y }: Scales): void {
  const current = model.bars.filter(({ hour }) => hour === model.current);
  group
    .selectAll("rect.current")
    .data(current)
    .join("rect")
    .attr("class", "current")
    .attr("x", ({ hour }) => (x(hour) ?? 0) - (x.step() - x.bandwidth()) / 2)
    .attr("width", x.step())
    .attr("y", MARGIN.top - 4)
    .attr("height", Math.max(0, model.height - MARGIN.bottom - MARGIN.top + 4));
  const known = model.bars.flatMap(({ hour, bar }) => (bar === null ? [] : [{ hour, ...bar }]));
  group
    .selectAll("rect.hour")
    .data(known)
    .join("rect")
    .attr("class", ({ isSure }) => `hour series-${model.series} ${isSure ? "sure" : "close"}`)
    .attr("x", ({ hour }) => x(hour) ?? 0)
    .attr("width", x.bandwidth())
    .attr("y", ({ value }) => y(Math.max(0, value)))
    .attr("height", ({ value }) => Math.max(1, Math.abs(y(value) - y(0))));
  group
    .selectAll("line.to-come")
    .data(model.bars.filter(({ bar }) => bar === null))
    .join("line")
    .attr("class", "to-come")
    .attr("x1", ({ hour }) => (x(hour) ?? 0) + x.bandwidth() / 2 - DASH)
    .attr("x2", ({ hour }) => (x(hour) ?? 0) + x.bandwidth() / 2 + DASH)
    .attr("y1", y(0) - 6)
    .attr("y2", y(0) - 6);
}

/** An end that lies below the picture has no cap: the whisker goes on. */
function drawWhiskers(group: Group, model: HourBarsModel, { x, y }: Scales): void {
  const bottom = y.domain()[0];
  const shapes = model.bars.flatMap(({ hour, bar }) => {
    if (bar === null || bar.low === bar.high) return [];
    const middle = (x(hour) ?? 0) + x.bandwidth() / 2;
    const cap = (at: number): string => `M${middle - CAP},${y(at)}h${2 * CAP}`;
    const line = `M${middle},${y(bar.high)}V${y(Math.max(bar.low, bottom))}`;
    return [{ isSure: bar.isSure, shape: line + cap(bar.high) + (bar.low >= bottom ? cap(bar.low) : "") }];
  });
  group
    .selectAll("path")
    .data(shapes)
    .join("path")
    .attr("class", ({ isSure }) => (isSure ? "sure" : "close"))
    .attr("d", ({ shape }) => shape);
}
