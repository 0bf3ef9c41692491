/**
 * Differences as dots with whiskers on a common scale of percent of the first scenario: how sure we are
 * of the average, not what a day can be like. One small picture a table row, all on one scale. Pure.
 */
import { scaleLinear, select } from "d3";
import { knownPart, openPart } from "./open-ends.ts";
import type { Ended } from "./open-ends.ts";

export type IntervalModel = {
  readonly width: number;
  readonly height: number;
  /** Shares of the first scenario's value; the scale runs from −most to +most. */
  readonly most: number;
  readonly marks: readonly (Ended & { readonly series: number })[];
};

const EDGE = 6;

export function drawInterval(host: SVGSVGElement, model: IntervalModel): void {
  const x = scaleLinear([-model.most, model.most], [EDGE, model.width - EDGE]).clamp(true);
  const spread = model.height / (model.marks.length + 1);
  const svg = select(host).attr("viewBox", `0 0 ${model.width} ${model.height}`);
  svg
    .selectAll("line.zero")
    .data([0])
    .join("line")
    .attr("class", "zero")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", 0)
    .attr("y2", model.height);
  const height = (_: unknown, index: number): number => spread * (index + 1);
  svg
    .selectAll("line.whisker")
    .data(model.marks)
    .join("line")
    .attr("class", ({ series }) => `whisker series-${series}`)
    .attr("x1", (mark) => x(knownPart(mark)[0]))
    .attr("x2", (mark) => x(knownPart(mark)[1]))
    .attr("y1", height)
    .attr("y2", height);
  const open = model.marks.flatMap((mark, index) => {
    const part = openPart(mark, [-model.most, model.most]);
    return part === null ? [] : [{ series: mark.series, part, y: height(null, index) }];
  });
  svg
    .selectAll("line.open")
    .data(open)
    .join("line")
    .attr("class", ({ series }) => `open series-${series}`)
    .attr("x1", ({ part }) => x(part[0]))
    .attr("x2", ({ part }) => x(part[1]))
    .attr("y1", ({ y }) => y)
    .attr("y2", ({ y }) => y);
  svg
    .selectAll("path.dot")
    .data(model.marks)
    .join("path")
    .attr("class", ({ series }) => `dot series-${series}`)
    .attr("d", ({ value }, index) =>
      dotPath(x(value), height(null, index), Math.abs(value) > model.most, value < 0),
    );
}

/** A dot; an arrowhead at the edge where the value lies beyond the scale. */
function dotPath(x: number, y: number, beyond: boolean, toTheLeft: boolean): string {
  if (!beyond) return `M${x - 3.5},${y}a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0`;
  const tip = toTheLeft ? -5 : 5;
  return `M${x + tip},${y}l${-1.6 * tip},-4v8z`;
}

const SCALE_ENDS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75];

/** The scale's end: a round share that holds the widest interval, at most 100 %. */
export function intervalScale(marks: readonly Ended[]): number {
  let most = 0;
  for (const { value, low, high } of marks)
    most = Math.max(most, Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0));
  return SCALE_ENDS.find((end) => end >= most) ?? 1;
}
