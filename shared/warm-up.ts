/**
 * How much of the beginning of the counted days to leave out, as MSER-5 suggests it from the course of the queue; of one
 * run also its mean after that; and the curves that show why. Pure.
 */
import type { Estimate } from "./estimate.ts";
import { fill } from "./fill.ts";
import type { WarmUpTexts } from "./messages/warm-up-texts.ts";
import { HOUR, MINUTE } from "./units.ts";

export type BatchedMean = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly batches: number;
  /** Between one batch and the next. */
  readonly lag1: number;
  /** Whether batches are as good as independent: else the interval is too short. */
  readonly isIndependent: boolean;
};

export type WarmUpFinding = {
  readonly scenario: string;
  /** Over how many the queue is the median. */
  readonly runs: number;
  /** From one number of the queue to the next; MSER-5 takes five of them as one. */
  readonly everyMinutes: number;
  readonly leaveOutMinutes: number;
  /** False: the counted days are too few to tell. */
  readonly isSettled: boolean;
  /** Of one run alone: several have an interval of their own. */
  readonly queueByBatches: (BatchedMean & { readonly batchMinutes: number }) | null;
};

/** As it is drawn: no more points than a picture shows. */
export type WarmUpCurve = {
  /** Where the first step begins; what is left over at the beginning fills none. */
  readonly fromMinutes: number;
  readonly stepMinutes: number;
  /** Mean queue of each step. */
  readonly queue: readonly number[];
  /** Standard error of the mean of the rest, by steps left out: the root of what MSER-5 minimizes. */
  readonly error: readonly number[];
  /** The least of all, which may lie within a step. */
  readonly leastError: number;
};

export type WarmUpShown = WarmUpFinding & { readonly curve: WarmUpCurve };

/** What it says, in sentences. Numbers are written as the reader's country does. */
export function warmUpSentences(
  { scenario, runs, isSettled, leaveOutMinutes, queueByBatches }: WarmUpFinding,
  texts: WarmUpTexts,
  write: {
    readonly hours: (hours: number) => string;
    readonly correlation: (value: number) => string;
    readonly estimate: (estimate: Estimate) => string;
  },
): readonly string[] {
  const hours = (minutes: number): string => write.hours((minutes * MINUTE) / HOUR);
  const key = isSettled ? (leaveOutMinutes === 0 ? "nothing" : "leaveOut") : "unsettled";
  const sentence = fill(texts[key], { scenario, count: runs, hours: hours(leaveOutMinutes) });
  if (queueByBatches === null || !isSettled) return [sentence];
  const { batches, lag1, isIndependent, batchMinutes } = queueByBatches;
  const mean = write.estimate({ ...queueByBatches, n: batches });
  const params = { scenario, mean, batches, size: hours(batchMinutes), lag1: write.correlation(lag1) };
  return [sentence, fill(texts[isIndependent ? "batches" : "batchesTooShort"], params)];
}

export type WarmUpPictureTexts = {
  readonly queue: string;
  readonly error: string;
  /** At the cut; null: there is none, for too few days. */
  readonly cut: string | null;
  readonly late: string;
};

/** What stands in the picture. */
export function warmUpPictureTexts(
  { isSettled, leaveOutMinutes }: WarmUpFinding,
  { queue, error, cut, cutNothing, late }: WarmUpTexts,
  number: (value: number) => string,
): WarmUpPictureTexts {
  const hours = number((leaveOutMinutes * MINUTE) / HOUR);
  const said = leaveOutMinutes === 0 ? cutNothing : fill(cut, { hours });
  return { queue, error, late, cut: isSettled ? said : null };
}

/** Under the picture's title: what its two halves are. */
export function warmUpNote(
  { curve, isSettled, queueByBatches }: WarmUpShown,
  { about, aboutMean }: WarmUpTexts,
): string {
  const halves = fill(about, { minutes: curve.stepMinutes });
  return isSettled && queueByBatches !== null ? `${halves} ${aboutMean}` : halves;
}

/** A step: hours left out, the queue from there on, and how uncertain the mean of the rest is; null where too little is left. */
export type WarmUpRow = readonly [number, number, number | null];

export const warmUpRows = ({ curve }: WarmUpShown): readonly WarmUpRow[] =>
  curve.queue.map((mean, step) => [leftOutMs(curve, step) / HOUR, mean, curve.error[step] ?? null]);

/** Digits that count of an error, and decimals at the most: what is smaller is none. */
const ERROR_DIGITS = 2;
const MOST_DECIMALS = 6;

/** As it is read: an error by its own size, since a long run's is far below that of the queue. */
export function warmUpCells(
  [hours, queue, error]: WarmUpRow,
  {
    number,
    decimal,
  }: {
    readonly number: (value: number) => string;
    readonly decimal: (value: number, digits: number) => string;
  },
): readonly [string, string, string] {
  const size = error === null || error <= 0 ? ERROR_DIGITS : Math.floor(Math.log10(error)) + 1;
  const digits = Math.min(MOST_DECIMALS, Math.max(0, ERROR_DIGITS - size));
  return [decimal(hours, 1), number(queue), error === null ? "–" : decimal(error, digits)];
}

/** Of so many steps; of none it is nothing, and what fills no step stays. */
export const leftOutMs = (
  { fromMinutes, stepMinutes }: Pick<WarmUpCurve, "fromMinutes" | "stepMinutes">,
  steps: number,
): number => (steps === 0 ? 0 : (fromMinutes + steps * stepMinutes) * MINUTE);

export const warmUpColumns = (
  { curve }: WarmUpShown,
  { hours, batchQueue, error }: WarmUpTexts,
): readonly [string, string, string] => [hours, fill(batchQueue, { minutes: curve.stepMinutes }), error];
