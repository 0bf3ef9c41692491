/**
 * How sure a difference is as days are added: its value as a line, its interval as a band that becomes narrower,
 * strong where it leaves out 0. At the end a dot with whiskers says how it stands now. Pure.
 */
import { area, line, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import { tickDigits } from "./ticks.ts";
import { drawValueAxis } from "./value-axis.ts";

export type NarrowingPoint = {
  readonly days: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

export type NarrowingModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Number of the scenario: its color. */
  readonly series: number;
  readonly label: string;
  readonly points: readonly NarrowingPoint[];
  /** The axis reaches this far at least. */
  readonly untilDays: number;
  /** Half the width that was asked; null: none was. */
  readonly asked: number | null;
  readonly zeroText: string;
  readonly daysText: string;
  readonly tickText: (value: number, digits: number) => string;
};

type Scales = { readonly x: ScaleLinear<number, number>; readonly y: ScaleLinear<number, number> };

const MARGIN = { top: 34, right: 30, bottom: 20, left: 46 };
/** The first intervals are so wide that the later ones would be a line beside them: they run out of the picture. */
const LEFT_OUT = 6;
const CAP = 4;
const ROOM = 0.08;

export const isClear = ({ low, high }: Pick<NarrowingPoint, "low" | "high">): boolean => low > 0 || high < 0;

export function drawNarrowing(host: SVGSVGElement, model: NarrowingModel): void {
  const scales = scalesOf(model);
  const layer = layersOf(host, model);
  drawAxes(layer("axes"), model, scales);
  drawBand(layer("bands"), model, scales);
  drawAsked(layer("asked"), model, scales);
  drawNow(layer("now"), model, scales);
}

function scalesOf({ width, height, points, untilDays, asked }: NarrowingModel): Scales {
  const first = points[0]?.days ?? 0;
  const last = points.at(-1);
  const shown = points.filter(({ days }) => days >= Math.min(LEFT_OUT + first, last?.days ?? 0));
  const goal = last === undefined || asked === null ? [] : [last.value - asked, last.value + asked];
  const reach = [0, ...goal, ...shown.flatMap(({ low, high }) => [low, high])];
  const [least, most] = [Math.min(...reach), Math.max(...reach)];
  const room = (most - least || 1) * ROOM;
  return {
    x: scaleLinear([0, Math.max(untilDays, last?.days ?? 0, 1)], [MARGIN.left, width - MARGIN.right]),
    y: scaleLinear([least - room, most + room], [height - MARGIN.bottom, MARGIN.top]).clamp(true),
  };
}

function drawAxes(group: Group, model: NarrowingModel, { x, y }: Scales): void {
  const { width, height } = model;
  const right = width - MARGIN.right;
  const ticks = y.ticks(Math.max(2, Math.floor(height / 44)));
  const digits = tickDigits(ticks);
  const text = (tick: number): string => model.tickText(tick, digits);
  drawValueAxis(group, { y, ticks, left: MARGIN.left, right, text, hasZero: true });
  group
    .selectAll("text.zero-text")
    .data([0])
    .join("text")
    .attr("class", "zero-text")
    .attr("x", right)
    .attr("y", y(0) < MARGIN.top + 14 ? y(0) + 13 : y(0) - 5)
    .attr("text-anchor", "end")
    .text(model.zeroText);
  const days = x.ticks(Math.max(2, Math.floor(width / 90))).filter(Number.isInteger);
  group
    .selectAll("text.days")
    .data(days)
    .join("text")
    .attr("class", "days")
    .attr("x", x)
    .attr("y", height - 5)
    .attr("text-anchor", "middle")
    .text((tick, index) => (index === days.length - 1 ? `${tick} ${model.daysText}` : String(tick)));
}

function drawBand(group: Group, { points, series }: NarrowingModel, { x, y }: Scales): void {
  const shape = area<NarrowingPoint>(
    ({ days }) => x(days),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  const path = (name: string, shapes: readonly (string | null)[]): void =>
    void group
      .selectAll(`path.${name}`)
      .data(shapes)
      .join("path")
      .attr("class", `${name} series-${series}`)
      .attr("d", (d) => d);
  path("pale", [shape(points)]);
  path(
    "clear",
    clearRuns(points).map((run) => shape(run)),
  );
  path("mean", [
    line<NarrowingPoint>(
      ({ days }) => x(days),
      ({ value }) => y(value),
    )(points),
  ]);
}

/** Points without a gap whose intervals leave out 0. */
export function clearRuns(points: readonly NarrowingPoint[]): readonly (readonly NarrowingPoint[])[] {
  const runs: NarrowingPoint[][] = [];
  points.forEach((point, index) => {
    if (!isClear(point)) return;
    const before = points[index - 1];
    if (before !== undefined && isClear(before)) runs.at(-1)?.push(point);
    else runs.push([point]);
  });
  return runs;
}

function drawAsked(group: Group, { points, asked, width }: NarrowingModel, { x, y }: Scales): void {
  const last = points.at(-1);
  const goals = last === undefined || asked === null ? [] : [last.value - asked, last.value + asked];
  group
    .selectAll("line")
    .data(goals)
    .join("line")
    .attr("x1", x(0))
    .attr("x2", width - MARGIN.right + 8)
    .attr("y1", y)
    .attr("y2", y);
}

function drawNow(group: Group, { points, series, label }: NarrowingModel, { x, y }: Scales): void {
  const last = points.slice(-1);
  group
    .selectAll("path")
    .data(last)
    .join("path")
    .attr("class", `whisker series-${series}`)
    .attr("d", ({ days, low, high }) => {
      const at = x(days);
      return `M${at},${y(low)}V${y(high)}M${at - CAP},${y(low)}h${2 * CAP}M${at - CAP},${y(high)}h${2 * CAP}`;
    });
  group
    .selectAll("circle")
    .data(last)
    .join("circle")
    .attr("class", `series-${series}`)
    .attr("r", 4.5)
    .attr("cx", ({ days }) => x(days))
    .attr("cy", ({ value }) => y(value));
  group
    .selectAll("text")
    .data(last)
    .join("text")
    .attr("class", `series-${series}`)
    .attr("x", ({ days }) => x(days) + 8)
    .attr("y", ({ value }) => y(value))
    .attr("dy", "0.32em")
    .text(label);
}
