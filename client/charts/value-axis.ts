/** The axis of values at the left of a chart: a line across it at each tick, and what the tick says. Pure. */
import type { BaseType, ScaleLinear, Selection } from "d3";

const GAP = 6;

export type ValueAxis = {
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
  /** Where the lines begin and end. */
  readonly left: number;
  readonly right: number;
  readonly text: (tick: number) => string;
  /** 0 has a line of its own, whether it is a tick or not. */
  readonly hasZero?: boolean;
};

export function drawValueAxis<Datum, Parent extends BaseType, Above>(
  group: Selection<SVGGElement, Datum, Parent, Above>,
  { y, ticks, left, right, text, hasZero = false }: ValueAxis,
): void {
  const lines = (name: string, values: readonly number[]): void =>
    void group
      .selectAll(`line.${name}`)
      .data(values)
      .join("line")
      .attr("class", name)
      .attr("x1", left)
      .attr("x2", right)
      .attr("y1", y)
      .attr("y2", y);
  lines(
    "grid",
    ticks.filter((tick) => !hasZero || tick !== 0),
  );
  lines("zero", hasZero ? [0] : []);
  group
    .selectAll("text.value")
    .data(ticks)
    .join("text")
    .attr("class", "value")
    .attr("x", left - GAP)
    .attr("y", y)
    .attr("dy", "0.32em")
    .attr("text-anchor", "end")
    .text(text);
}
