/** The letter of each line at its highest point, so that its color and its dashes are not all that tells it. Pure. */
import { select } from "d3";
import { LABEL_HEIGHT, middleOf, spreadLabels } from "./time-model.ts";
import type { TimeChartModel } from "./time-model.ts";
import { scalesOf } from "./time-chart.ts";

/** How far a letter stands above its line, and from the top at least. */
const ABOVE = 9;
const LEAST = 10;

/** On a chart that has been drawn from the same model. */
export function drawLineNames(host: SVGSVGElement, model: TimeChartModel): void {
  const { x, y } = scalesOf(model);
  const tops = model.series.flatMap(({ label, values }, index) => {
    let top: { readonly at: number; readonly value: number } | null = null;
    values.forEach((value, bin) => {
      const at = middleOf(model.bins, bin);
      if (value === null || at < model.fromMs || at > model.untilMs) return;
      if (top === null || value > top.value) top = { at, value };
    });
    return top === null ? [] : [{ index, label, top: top as { at: number; value: number } }];
  });
  const heights = spreadLabels(
    tops.map(({ top }) => y(top.value) - ABOVE),
    LABEL_HEIGHT,
    LEAST,
    model.height,
  );
  select(host)
    .selectAll<SVGGElement, string>("g.names")
    .data(["names"])
    .join("g")
    .attr("class", "names")
    .selectAll("text")
    .data(tops)
    .join("text")
    .attr("class", ({ index }) => `series-${index}`)
    .attr("x", ({ top }) => x(top.at))
    .attr("y", (_, position) => heights[position])
    .attr("dy", "0.32em")
    .attr("text-anchor", "middle")
    .text(({ label }) => label);
}
