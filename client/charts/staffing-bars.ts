/**
 * Officers at the booths of each post over a day: bars for a plan, a line for the staffing that it is compared with, and a
 * dashed one for the booths that there are. One picture below the other on one axis of time. Pure.
 */
import { scaleLinear, select } from "d3";
import type { ScaleLinear } from "d3";
import type { StaffedPost } from "../../shared/staffing/pictures.ts";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import { hourTicks } from "./time-model.ts";
import { drawValueAxis } from "./value-axis.ts";

export type StaffingBarsModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Number of the scenario: its color. */
  readonly series: number;
  readonly fromMs: number;
  readonly slotMs: number;
  readonly posts: readonly StaffedPost[];
  readonly clockText: (ms: number) => string;
};

type Panel = {
  readonly post: StaffedPost;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
};

/** At the top there is room for the note on what bars and lines are, at the right for half a time of day. */
const MARGIN = { top: 20, right: 20, bottom: 18, left: 28 };
/** Over each picture, for the name of its post. */
const HEAD = 18;
/** Room that a tick of the officers takes. */
const TICK_HEIGHT = 26;

export function drawStaffingBars(host: SVGSVGElement, model: StaffingBarsModel): void {
  const panels = panelsOf(model);
  const layer = layersOf(host, model);
  drawAxes(layer("axes"), model, panels);
  drawBars(layer("bars"), model, panels);
  drawLines(layer("lines"), panels);
}

/** Each as high as its booths are many, so that an officer is as high everywhere. */
function panelsOf({ width, height, posts }: StaffingBarsModel): readonly Panel[] {
  const most = posts.map(({ booths, plan, other }) => Math.max(1, booths, ...plan, ...other));
  const all = most.reduce((sum, one) => sum + one, 0);
  const room = height - MARGIN.top - MARGIN.bottom - HEAD * posts.length;
  let top = MARGIN.top;
  return posts.map((post, p) => {
    const from = top + HEAD;
    top = from + (room * most[p]) / all;
    return {
      post,
      x: scaleLinear([0, post.plan.length], [MARGIN.left, width - MARGIN.right]),
      y: scaleLinear([0, most[p]], [top, from]),
    };
  });
}

function drawAxes(group: Group, model: StaffingBarsModel, panels: readonly Panel[]): void {
  const [left, right] = [MARGIN.left, model.width - MARGIN.right];
  group
    .selectAll<SVGGElement, Panel>("g.panel")
    .data(panels)
    .join("g")
    .attr("class", "panel")
    .each(function drawPanel({ y }) {
      const [least, most] = y.range() as [number, number];
      const ticks = y.ticks(Math.max(1, Math.floor((least - most) / TICK_HEIGHT))).filter(Number.isInteger);
      drawValueAxis(select(this), { y, ticks, left, right, text: String, hasZero: true });
    });
  group
    .selectAll("text.post")
    .data(panels)
    .join("text")
    .attr("class", "post")
    .attr("x", left)
    .attr("y", ({ y }) => (y.range()[1] ?? 0) - 6)
    .text(({ post }) => post.name);
  const { fromMs, slotMs, height, clockText } = model;
  const clocks = panels.slice(0, 1).flatMap(({ x, post }) => {
    const untilMs = fromMs + post.plan.length * slotMs;
    return hourTicks({ fromMs, untilMs }, right - left).map((ms) => ({ ms, at: x((ms - fromMs) / slotMs) }));
  });
  group
    .selectAll("text.clock")
    .data(clocks)
    .join("text")
    .attr("class", "clock")
    .attr("x", ({ at }) => at)
    .attr("y", height - 4)
    .attr("text-anchor", "middle")
    .text(({ ms }) => clockText(ms));
}

function drawBars(group: Group, { series }: StaffingBarsModel, panels: readonly Panel[]): void {
  const bars = panels.flatMap(({ post, x, y }) =>
    post.plan.map((officers, slot) => ({
      left: x(slot) + 1,
      wide: Math.max(1, x(slot + 1) - x(slot) - 2),
      top: y(officers),
      high: y(0) - y(officers),
    })),
  );
  group
    .selectAll("rect")
    .data(bars)
    .join("rect")
    .attr("class", `series-${series}`)
    .attr("x", ({ left }) => left)
    .attr("y", ({ top }) => top)
    .attr("width", ({ wide }) => wide)
    .attr("height", ({ high }) => high);
}

function drawLines(group: Group, panels: readonly Panel[]): void {
  group
    .selectAll("path")
    .data(panels)
    .join("path")
    .attr("class", "other")
    .attr("d", ({ post, x, y }) =>
      post.other
        .map(
          (officers, slot) =>
            `${slot === 0 ? "M" : "V"}${slot === 0 ? `${x(0)},` : ""}${y(officers)}H${x(slot + 1)}`,
        )
        .join(""),
    );
  group
    .selectAll("line")
    .data(panels)
    .join("line")
    .attr("class", "booths")
    .attr("x1", ({ x }) => x.range()[0] ?? 0)
    .attr("x2", ({ x }) => x.range()[1] ?? 0)
    .attr("y1", ({ post, y }) => y(post.booths))
    .attr("y2", ({ post, y }) => y(post.booths));
}
