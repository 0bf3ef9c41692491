/**
 * The fan of a chart over the day: what may come from an instant on. The ground behind it says how far it
 * looks ahead.
 */
import { LABEL_HEIGHT, MARGIN, bandShape, middleOf, pointShape, spreadLabels } from "./time-model.ts";
import type { Group } from "./layers.ts";
import type { Between, Fan, Scales, TimeChartModel } from "./time-model.ts";

type Point = Between & { readonly median: number | null };

/** From the instant itself; bins whose middle is before it would say where all futures have been. */
function fanPoints({ series, bins, atMs }: Fan, of: number, untilMs: number): Point[] {
  const { now, low, median, high } = series[of];
  const later = median
    .map((value, bin) => ({ at: middleOf(bins, bin), low: low[bin], median: value, high: high[bin] }))
    .filter(({ at }) => at > atMs && at <= untilMs);
  return [{ at: atMs, low: now, median: now, high: now }, ...later];
}

export function drawFan(group: Group, model: TimeChartModel, scales: Scales): void {
  const { x } = scales;
  const { fan } = model;
  const isIn = fan !== null && fan.atMs >= model.fromMs && fan.atMs < model.untilMs;
  const spans = isIn ? [{ fromMs: fan.atMs, untilMs: Math.min(fan.untilMs, model.untilMs) }] : [];
  group
    .selectAll("rect")
    .data(spans)
    .join("rect")
    .attr("class", "ground")
    .attr("x", ({ fromMs }) => x(fromMs))
    .attr("y", MARGIN.top)
    .attr("width", ({ fromMs, untilMs }) => x(untilMs) - x(fromMs))
    .attr("height", model.height - MARGIN.bottom - MARGIN.top);
  group
    .selectAll("line")
    .data(spans)
    .join("line")
    .attr("class", "begin")
    .attr("x1", ({ fromMs }) => x(fromMs))
    .attr("x2", ({ fromMs }) => x(fromMs))
    .attr("y1", MARGIN.top)
    .attr("y2", model.height - MARGIN.bottom);
  const lines = isIn ? fan.series.map((_, index) => fanPoints(fan, index, model.untilMs)) : [];
  const middle = pointShape(scales);
  const shape = bandShape(scales);
  group
    .selectAll("path.fan-band")
    .data(lines)
    .join("path")
    .attr("class", (_, s) => `fan-band series-${s}`)
    .attr("d", (points) => shape(points) ?? "");
  group
    .selectAll("path.fan-median")
    .data(lines)
    .join("path")
    .attr("class", (_, s) => `fan-median series-${s}`)
    .attr("d", (points) => middle(points.map(({ at, median }) => ({ at, value: median }))) ?? "");
  drawFanEnds(group, model, lines, scales);
}

/** Each fan's letter at its end, so that its color is not all that tells it. */
function drawFanEnds(
  group: Group,
  model: TimeChartModel,
  lines: readonly (readonly Point[])[],
  { x, y }: Scales,
): void {
  const ends = lines.flatMap((points, index) => {
    const last = points.findLast(({ median }) => median !== null);
    return last === undefined || last.median === null || points.length < 2
      ? []
      : [{ index, at: last.at, value: last.median }];
  });
  const heights = spreadLabels(
    ends.map(({ value }) => y(value)),
    LABEL_HEIGHT,
    MARGIN.top + 5,
    model.height - MARGIN.bottom - 5,
  );
  group
    .selectAll("text")
    .data(ends)
    .join("text")
    .attr("class", ({ index }) => `series-${index}`)
    .attr("x", ({ at }) => x(at) + 5)
    .attr("y", (_, position) => heights[position])
    .attr("dy", "0.32em")
    .text(({ index }) => model.series[index].label);
}
