/**
 * Differences as dots with whiskers on a common scale of percent of the first scenario: how sure we are
 * of the average, not what a day can be like. One small picture a table row, all on one scale. Pure.
 */
import { scaleLinear, select } from "d3";

export type IntervalModel = {
  readonly width: number;
  readonly height: number;
  /** Shares of the first scenario's value; the scale runs from −most to +most. */
  readonly most: number;
  readonly marks: readonly {
    readonly series: number;
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
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
    .attr("x1", ({ low, value }) => x(low ?? value))
    .attr("x2", ({ high, value }) => x(high ?? value))
    .attr("y1", height)
    .attr("y2", height);
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
export function intervalScale(
  marks: readonly { readonly value: number; readonly low: number | null; readonly high: number | null }[],
): number {
  let most = 0;
  for (const { value, low, high } of marks)
    most = Math.max(most, Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0));
  return SCALE_ENDS.find((end) => end >= most) ?? 1;
}
