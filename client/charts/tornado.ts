/**
 * What each setting changes in a figure from one end of its values to the other: a bar to either side of nothing, the
 * largest on top, with its interval. An outline alone is too close to call. Pure.
 */
import { scaleBand, scaleLinear } from "d3";
import type { TornadoBar } from "../../shared/sweep/pictures.ts";
import { layersOf } from "./layers.ts";
import { tickDigits } from "./ticks.ts";

export type TornadoModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly bars: readonly TornadoBar[];
  readonly tickText: (value: number, digits: number) => string;
};

const MARGIN = { top: 6, right: 20, bottom: 20, left: 20 };
const NAME = 15;
const MOST_BAND = 54;

export function drawTornado(host: SVGSVGElement, model: TornadoModel): void {
  const { width, height, bars } = model;
  const reach = [0, ...bars.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])];
  const bottom = Math.min(height - MARGIN.bottom, MARGIN.top + bars.length * MOST_BAND);
  const x = scaleLinear([Math.min(...reach), Math.max(...reach)], [MARGIN.left, width - MARGIN.right]).nice(
    4,
  );
  const y = scaleBand(
    bars.map(({ name, ends }) => `${name} ${ends}`),
    [MARGIN.top, bottom],
  ).padding(0.12);
  const at = ({ name, ends }: TornadoBar): number => y(`${name} ${ends}`) ?? 0;
  const barHeight = Math.max(4, y.bandwidth() - NAME);
  const layer = layersOf(host, model);
  const ticks = x.ticks(Math.max(2, Math.floor(width / 90)));
  const digits = tickDigits(ticks);
  const axes = layer("axes");
  axes
    .selectAll("line")
    .data(ticks)
    .join("line")
    .attr("class", (tick) => (tick === 0 ? "zero" : "grid"))
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", MARGIN.top)
    .attr("y2", bottom);
  axes
    .selectAll("text")
    .data(ticks)
    .join("text")
    .attr("x", x)
    .attr("y", bottom + 14)
    .attr("text-anchor", "middle")
    .text((tick) => model.tickText(tick, digits));
  layer("bars")
    .selectAll("rect")
    .data(bars)
    .join("rect")
    .attr("class", ({ isSure }) => (isSure ? "sure" : "close"))
    .attr("x", ({ value }) => Math.min(x(0), x(value)))
    .attr("width", ({ value }) => Math.max(1, Math.abs(x(value) - x(0))))
    .attr("y", (bar) => at(bar) + NAME)
    .attr("height", barHeight);
  layer("whiskers")
    .selectAll("path")
    .data(bars.filter(({ low, high }) => low !== null && high !== null))
    .join("path")
    .attr("d", (bar) => `M${x(bar.low ?? 0)},${at(bar) + NAME + barHeight / 2}H${x(bar.high ?? 0)}`);
  layer("names")
    .selectAll("text")
    .data(bars)
    .join("text")
    .attr("x", MARGIN.left + 4)
    .attr("y", (bar) => at(bar) + NAME - 4)
    .text(({ name, ends }) => `${name}: ${ends}`);
}
