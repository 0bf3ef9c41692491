/**
 * Points of a sweep by two figures: what is to be paid against what is got, each with its intervals. Points that no
 * other beats in both are joined; those that are beaten are faint, and those too close to call are hollow. Pure.
 */
import { line, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import type { FrontierPlace, Whiskered } from "../../shared/sweep/pictures.ts";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import { knownPart, openPart } from "./open-ends.ts";
import { tickDigits } from "./ticks.ts";
import { drawValueAxis } from "./value-axis.ts";

export type FrontierModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly xText: string;
  readonly yText: string;
  /** Along x. */
  readonly marks: readonly FrontierPlace[];
  /** The point that is read. */
  readonly current: number | null;
  /** Those that are not beaten have their numbers beside them: paper has no pointer. */
  readonly isNumbered: boolean;
  readonly tickText: (value: number, digits: number) => string;
};

type Sized = Pick<FrontierModel, "width" | "height" | "marks">;
type Scales = { readonly x: ScaleLinear<number, number>; readonly y: ScaleLinear<number, number> };

const MARGIN = { top: 48, right: 18, bottom: 36, left: 46 };
const ROOM = 0.06;
const RADIUS = 5;
const CURRENT_RADIUS = 8;

function scalesOf({ width, height, marks }: Sized): Scales {
  return {
    x: scaleLinear(domainOf(marks.map(({ x }) => x)), [MARGIN.left, width - MARGIN.right]),
    y: scaleLinear(domainOf(marks.map(({ y }) => y)), [height - MARGIN.bottom, MARGIN.top]),
  };
}

function domainOf(whiskers: readonly Whiskered[]): [number, number] {
  const parts = whiskers.map(knownPart);
  const least = Math.min(...parts.map(([low]) => low));
  const most = Math.max(...parts.map(([, high]) => high));
  if (!(most > least)) return Number.isFinite(least) ? [least - 1, least + 1] : [0, 1];
  const room = (most - least) * ROOM;
  // What cannot be below nothing needs no room there.
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** Where the pointer and the keyboard find each point. */
export function markPlaces(
  model: Sized,
): readonly { readonly point: number; readonly left: number; readonly top: number }[] {
  const { x, y } = scalesOf(model);
  return model.marks.map((mark) => ({
    point: mark.point,
    left: x(mark.x.value),
    top: y(mark.y.value),
  }));
}

export function drawFrontier(host: SVGSVGElement, model: FrontierModel): void {
  const scales = scalesOf(model);
  const layer = layersOf(host, model);
  drawAxes(layer("axes"), model, scales);
  drawLine(layer("joined"), model, scales);
  drawOpenEnds(layer("open"), model, scales);
  drawMarks(layer("marks"), model, scales);
  drawNumbers(layer("numbers"), model, scales);
}

function drawAxes(group: Group, model: FrontierModel, { x, y }: Scales): void {
  const { width, height, tickText } = model;
  const bottom = height - MARGIN.bottom;
  const values = y.ticks(Math.max(2, Math.floor(height / 50)));
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const valueDigits = tickDigits(values);
  const text = (tick: number): string => tickText(tick, valueDigits);
  drawValueAxis(group, { y, ticks: values, left, right, text });
  const costs = x.ticks(Math.max(2, Math.floor(width / 80)));
  const costDigits = tickDigits(costs);
  group
    .selectAll("text.cost")
    .data(costs)
    .join("text")
    .attr("class", "cost")
    .attr("x", x)
    .attr("y", bottom + 14)
    .attr("text-anchor", "middle")
    .text((tick) => tickText(tick, costDigits));
  const titles = [
    { text: model.xText, x: width - MARGIN.right, y: height - 5, anchor: "end" },
    { text: model.yText, x: MARGIN.left - 36, y: MARGIN.top - 10, anchor: "start" },
  ];
  group
    .selectAll("text.axis")
    .data(titles)
    .join("text")
    .attr("class", "axis")
    .attr("x", ({ x: at }) => at)
    .attr("y", ({ y: at }) => at)
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ text }) => text);
}

function drawLine(group: Group, { marks }: FrontierModel, { x, y }: Scales): void {
  const on = marks.filter(({ standing }) => standing === "on");
  const shape = line<FrontierPlace>(
    (mark) => x(mark.x.value),
    (mark) => y(mark.y.value),
  );
  group
    .selectAll("path")
    .data(on.length > 1 ? [on] : [])
    .join("path")
    .attr("d", (points) => shape([...points]));
}

function drawMarks(group: Group, { marks, current }: FrontierModel, { x, y }: Scales): void {
  group
    .selectAll("path")
    .data(marks)
    .join("path")
    .attr("class", ({ standing }) => standing)
    .attr("d", (mark) => cross(mark, knownPart(mark.x), knownPart(mark.y), { x, y }));
  group
    .selectAll("circle")
    .data(marks)
    .join("circle")
    .attr("class", ({ standing, point }) => (point === current ? `${standing} current` : standing))
    .attr("r", ({ point }) => (point === current ? CURRENT_RADIUS : RADIUS))
    .attr("cx", (mark) => x(mark.x.value))
    .attr("cy", (mark) => y(mark.y.value));
}

/** Where an end is not known, to the edges of the picture. */
function drawOpenEnds(group: Group, { marks }: FrontierModel, scales: Scales): void {
  const ends = (scale: ScaleLinear<number, number>): [number, number] => {
    const [least, most] = scale.domain();
    return [least ?? 0, most ?? 0];
  };
  group
    .selectAll("path")
    .data(marks)
    .join("path")
    .attr("class", ({ standing }) => standing)
    .attr("d", (mark) =>
      cross(mark, openPart(mark.x, ends(scales.x)), openPart(mark.y, ends(scales.y)), scales),
    );
}

type Part = readonly [number, number] | null;

/** Lines across a point and up and down it. */
function cross(mark: FrontierPlace, across: Part, along: Part, { x, y }: Scales): string {
  const [left, top] = [x(mark.x.value), y(mark.y.value)];
  const level = across === null ? "" : `M${x(across[0])},${top}H${x(across[1])}`;
  return along === null ? level : `${level}M${left},${y(along[0])}V${y(along[1])}`;
}

function drawNumbers(group: Group, { marks, isNumbered }: FrontierModel, { x, y }: Scales): void {
  group
    .selectAll("text")
    .data(isNumbered ? marks.filter(({ standing }) => standing !== "off") : [])
    .join("text")
    .attr("x", (mark) => x(mark.x.value) + RADIUS + 3)
    .attr("y", (mark) => y(mark.y.value) - RADIUS - 3)
    .text(({ point }) => point);
}
