/** What `optimize` is asked by its options: promises, shifts, breaks and durations, refused in one line each. */
import { parseQuantity } from "../../shared/scenario/quantity.ts";
import { parseWaitPromise } from "../../shared/wait-promise.ts";
import type { WaitPromise } from "../../shared/wait-promise.ts";
import type { ShiftRules } from "../../shared/staffing/shift-plan.ts";
import type { StaffingQuestion } from "../run/staffing/optimize.ts";
import { CommandError, EXIT } from "./exit.ts";
import { wholeNumber } from "./options.ts";
import type { CliKey, Texts } from "./texts.ts";

export type GivenQuestion = {
  readonly promise?: readonly string[];
  readonly sure?: string;
  readonly shifts?: string;
  readonly startsEvery?: string;
  readonly break?: string;
  readonly roster?: string;
  readonly budget?: string;
  readonly replications?: string;
  readonly write?: string;
};

/** Days on which a plan is estimated anew; fewer than two tell nothing. */
export const DEFAULT_ANEW = "200";
const FEWEST_ANEW = 2;
const MOST_ANEW = 1_000_000;

const SHIFT = /^(?:(\d{1,5}) of )?(\d.*)$/;
const BREAK = /^(.+?) between (.+?) and (.+)$/;
const MOST_OFFICERS = 10_000;

export const staffingOptionsOf = (given: GivenQuestion, texts: Texts) => ({
  question: questionOf(given, texts),
  budgetMs: durationOf("--budget", given.budget ?? "", texts),
  replications: wholeNumber("--replications", given.replications ?? "", FEWEST_ANEW, MOST_ANEW, texts),
  write: given.write ?? null,
});

function questionOf(given: GivenQuestion, texts: Texts): StaffingQuestion {
  if (given.promise === undefined || given.promise.length === 0)
    throw new CommandError(EXIT.usage, texts.t("optimize.usage.noPromise"));
  return {
    promises: given.promise.map((text) => promiseOf(text, texts)),
    sure: sureOf(given.sure ?? "", texts),
    rules: {
      shifts: shiftsOf(given.shifts ?? "", texts),
      startsEveryMs: durationOf("--starts-every", given.startsEvery ?? "", texts),
      rest: given.break === undefined ? null : restOf(given.break, texts),
      roster:
        given.roster === undefined ? null : wholeNumber("--roster", given.roster, 1, MOST_OFFICERS, texts),
    },
  };
}

function durationOf(option: string, text: string, texts: Texts): number {
  const ms = parseQuantity("duration", text);
  if (ms !== null && ms > 0) return ms;
  return refuse("optimize.usage.duration", { option, found: text }, texts);
}

function promiseOf(text: string, texts: Texts): WaitPromise {
  const read = parseWaitPromise(text);
  if (read.ok) return read.value;
  return refuse(`asked.${read.fault}`, read.params, texts);
}

/** Certainty cannot be shown by days that are drawn. */
function sureOf(text: string, texts: Texts): number {
  const share = parseQuantity("share", text);
  if (share !== null && share >= 0.5 && share <= 0.99) return share;
  return refuse("optimize.usage.sure", { found: text }, texts);
}

function shiftsOf(text: string, texts: Texts): ShiftRules["shifts"] {
  const shifts = text.split(",").map((part) => {
    const match = SHIFT.exec(part.trim());
    const lengthMs = match === null ? null : parseQuantity("duration", match[2]!);
    const most = match?.[1] === undefined ? null : Number(match[1]);
    if (lengthMs === null || lengthMs <= 0 || most === 0)
      return refuse("optimize.usage.shifts", { found: text }, texts);
    return { lengthMs, most };
  });
  if (new Set(shifts.map(({ lengthMs }) => lengthMs)).size < shifts.length)
    refuse("optimize.usage.shifts", { found: text }, texts);
  return shifts;
}

function restOf(text: string, texts: Texts): NonNullable<ShiftRules["rest"]> {
  const match = BREAK.exec(text.trim());
  const [forMs, fromMs, last] = [1, 2, 3].map((i) =>
    match === null ? null : parseQuantity("duration", match[i]!),
  );
  if (forMs == null || fromMs == null || last == null || forMs <= 0 || last - forMs < fromMs)
    return refuse("optimize.usage.break", { found: text }, texts);
  return { forMs, fromMs, toMs: last - forMs };
}

function refuse(key: CliKey, params: Readonly<Record<string, string>>, { t }: Texts): never {
  throw new CommandError(EXIT.usage, t(key, params));
}
