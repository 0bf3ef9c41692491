/**
 * The beginning of a long run: the queue, and under it how uncertain the mean of the rest is by what is left out. Where
 * that is least the run is cut, if it lies in the first half: what is left out is paler and lies on a ground. Pure.
 */
import { line, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { leftOutMs } from "../../shared/warm-up.ts";
import type { WarmUpPictureTexts, WarmUpShown } from "../../shared/warm-up.ts";
import { layersOf } from "./layers.ts";
import type { Group } from "./layers.ts";
import { tickDigits } from "./ticks.ts";
import { hourTicks } from "./time-model.ts";
import { drawValueAxis } from "./value-axis.ts";

export type WarmUpModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Number of the scenario: its color. */
  readonly series: number;
  readonly shown: WarmUpShown;
  readonly texts: WarmUpPictureTexts;
  readonly tickText: (value: number, digits: number) => string;
};

type Axis = ScaleLinear<number, number>;
type Scales = {
  /** Of ms from the beginning of the counted days. */
  readonly x: Axis;
  readonly queue: Axis;
  readonly error: Axis;
};

const MARGIN = { top: 20, right: 22, bottom: 18, left: 46 };
/** Between the two halves, for the name of the lower one. */
const BETWEEN = 30;
/** Of the height: the queue. */
const UPPER = 0.56;
const ROOM = 1.08;
const RADIUS = 4.5;

export function drawWarmUp(host: SVGSVGElement, model: WarmUpModel): void {
  const scales = scalesOf(model);
  const layer = layersOf(host, model);
  drawGrounds(layer("grounds"), model, scales);
  drawValues(layer("upper"), model, scales.queue);
  drawValues(layer("lower"), model, scales.error);
  drawMean(layer("mean"), model, scales);
  drawQueue(layer("queue"), model, scales);
  drawError(layer("error"), model, scales);
  drawCut(layer("cut"), model, scales);
  drawNames(layer("names"), model, scales);
}

const endMs = ({ fromMinutes, stepMinutes, queue }: WarmUpShown["curve"]): number =>
  (fromMinutes + stepMinutes * queue.length) * MINUTE;

export function scalesOf({ width, height, shown }: Pick<WarmUpModel, "width" | "height" | "shown">): Scales {
  const { curve, queueByBatches } = shown;
  const room = height - MARGIN.top - MARGIN.bottom - BETWEEN;
  const middle = MARGIN.top + UPPER * room;
  const queueMost = Math.max(1, queueByBatches?.high ?? 0, ...curve.queue);
  const errorMost = Math.max(0, ...curve.error.filter(Number.isFinite));
  return {
    x: scaleLinear([0, Math.max(1, endMs(curve))], [MARGIN.left, width - MARGIN.right]),
    queue: scaleLinear([0, queueMost * ROOM], [middle, MARGIN.top]),
    // A queue that never varies has no error, and an axis all the same.
    error: scaleLinear([0, (errorMost || 1) * ROOM], [height - MARGIN.bottom, middle + BETWEEN]),
  };
}

const topOf = (axis: Axis): number => axis.range()[1] ?? 0;
const bottomOf = (axis: Axis): number => axis.range()[0] ?? 0;
const cutMsOf = ({ leaveOutMinutes }: WarmUpShown): number => leaveOutMinutes * MINUTE;

/** What is left out, over both halves; and where a cut would leave too little, in the lower one. */
function drawGrounds(group: Group, { shown, texts }: WarmUpModel, { x, queue, error }: Scales): void {
  const end = endMs(shown.curve);
  const late = { name: "late", from: end / 2, to: end, top: topOf(error), bottom: bottomOf(error) };
  const cut = { name: "left-out", from: 0, to: cutMsOf(shown), top: topOf(queue), bottom: bottomOf(error) };
  group
    .selectAll("rect")
    .data(texts.cut === null ? [late] : [late, cut])
    .join("rect")
    .attr("class", ({ name }) => name)
    .attr("x", ({ from }) => x(from))
    .attr("width", ({ from, to }) => x(to) - x(from))
    .attr("y", ({ top }) => top)
    .attr("height", ({ top, bottom }) => bottom - top);
}

function drawValues(group: Group, { width, tickText }: WarmUpModel, y: Axis): void {
  const ticks = y.ticks(Math.max(2, Math.floor((bottomOf(y) - topOf(y)) / 36)));
  const digits = tickDigits(ticks);
  const text = (tick: number): string => tickText(tick, digits);
  drawValueAxis(group, { y, ticks, left: MARGIN.left, right: width - MARGIN.right, text, hasZero: true });
}

function drawNames(group: Group, model: WarmUpModel, { x, queue, error }: Scales): void {
  const { width, height, texts, tickText, shown } = model;
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  group
    .selectAll("text.half")
    .data([
      { text: texts.queue, y: topOf(queue) - 7 },
      { text: texts.error, y: topOf(error) - 7 },
    ])
    .join("text")
    .attr("class", "half")
    .attr("x", left)
    .attr("y", ({ y }) => y)
    .text(({ text }) => text);
  group
    .selectAll("text.late")
    .data([texts.late])
    .join("text")
    .attr("class", "late")
    .attr("x", right - 4)
    .attr("y", bottomOf(error) - 6)
    .attr("text-anchor", "end")
    .text((text) => text);
  group
    .selectAll("text.clock")
    .data(hourTicks({ fromMs: 0, untilMs: endMs(shown.curve) }, right - left))
    .join("text")
    .attr("class", "clock")
    .attr("x", x)
    .attr("y", height - 4)
    .attr("text-anchor", "middle")
    .text((ms) => `${tickText(ms / HOUR, 0)} h`);
}

/** Of one run, what the batches of the rest say. */
function drawMean(group: Group, { shown, texts }: WarmUpModel, { x, queue }: Scales): void {
  const mean = texts.cut === null ? null : shown.queueByBatches;
  const [from, to] = [x(cutMsOf(shown)), x(endMs(shown.curve))];
  group
    .selectAll("rect")
    .data(mean === null ? [] : [mean])
    .join("rect")
    .attr("x", from)
    .attr("width", to - from)
    .attr("y", ({ high }) => queue(high))
    .attr("height", ({ low, high }) => Math.max(0, queue(Math.max(0, low)) - queue(high)));
  group
    .selectAll("line")
    .data(mean === null ? [] : [mean])
    .join("line")
    .attr("x1", from)
    .attr("x2", to)
    .attr("y1", ({ value }) => queue(value))
    .attr("y2", ({ value }) => queue(value));
}

/** The same line twice: faint as a whole, and strong where it counts. */
function drawQueue(group: Group, { shown, series, texts }: WarmUpModel, { x, queue }: Scales): void {
  const { curve } = shown;
  const half = (curve.stepMinutes * MINUTE) / 2;
  const begins = (step: number): number => (curve.fromMinutes + step * curve.stepMinutes) * MINUTE;
  const points = curve.queue.map((value, step) => ({ at: begins(step) + half, value }));
  const shape = line<(typeof points)[number]>(
    ({ at }) => x(at),
    ({ value }) => queue(value),
  );
  const counted = texts.cut === null ? [] : points.filter(({ at }) => at >= cutMsOf(shown));
  group
    .selectAll("path")
    .data([
      { name: "all", d: shape(points) },
      { name: "counted", d: shape(counted) },
    ])
    .join("path")
    .attr("class", ({ name }) => `${name} series-${series}`)
    .attr("d", ({ d }) => d ?? "");
}

function drawError(group: Group, { shown }: WarmUpModel, { x, error }: Scales): void {
  const { curve } = shown;
  const shape = line<number>(
    (_, step) => x(leftOutMs(curve, step)),
    (value) => error(value),
  );
  group
    .selectAll("path")
    .data([shape([...curve.error]) ?? ""])
    .join("path")
    .attr("d", (d) => d);
}

function drawCut(group: Group, { shown, texts }: WarmUpModel, { x, queue, error }: Scales): void {
  const at = x(cutMsOf(shown));
  group
    .selectAll("circle")
    .data([shown.curve.leastError])
    .join("circle")
    .attr("class", texts.cut === null ? "open" : "found")
    .attr("r", RADIUS)
    .attr("cx", at)
    .attr("cy", error);
  const cuts = texts.cut === null ? [] : [texts.cut];
  group
    .selectAll("line")
    .data(cuts)
    .join("line")
    .attr("x1", at)
    .attr("x2", at)
    .attr("y1", topOf(queue))
    .attr("y2", bottomOf(error));
  group
    .selectAll("text")
    .data(cuts)
    .join("text")
    .attr("x", at + 6)
    .attr("y", topOf(queue) + 11)
    .text((text) => text);
}
