/** A forecast in words: how old it is, its answer in one sentence, and the rows of its table. */
import type { Estimate } from "../../../shared/estimate.ts";
import type { ForecastData, ForecastFigures, Frame, Welcome } from "../../../shared/protocol.ts";
import { MINUTE } from "../../../shared/units.ts";
import { clockText } from "../../language/numbers.ts";
import { hoursOf } from "../../state/actions.ts";
import { decimalsOf, verdictOf } from "../results/rows.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

/** When the clock has gone on so far, what may come has partly come. */
const OLD_AFTER_MS = 30 * MINUTE;

export type Age = "fresh" | "changed" | "old";

export function ageOf(
  { sequence, atMs }: Pick<ForecastData, "sequence" | "atMs">,
  { answersFor }: Pick<Welcome, "answersFor">,
  frame: Pick<Frame, "timeMs"> | null,
): Age {
  if (sequence !== answersFor) return "changed";
  return frame !== null && frame.timeMs - atMs > OLD_AFTER_MS ? "old" : "fresh";
}

const WAITS = { unit: "min" } as const;

/** One scenario against the first; by itself where it is the first, or has no trucks in common with it. */
export function forecastHeadline(words: Words, forecast: ForecastData, scenario: number): string | null {
  const { t, decimal, signed } = words;
  const shown = forecast.scenarios[scenario];
  if (shown === undefined || forecast.done < 2) return null;
  const about = { label: labelOf(scenario), time: clockText(forecast.atMs), count: hoursOf(forecast) };
  const difference = shown.differences?.wait ?? null;
  if (difference === null) return waitOfOne(words, shown.figures.wait, about);
  const { value, low, high } = difference;
  if (low === null || high === null) return null;
  const verdict = verdictOf(difference);
  if (verdict === "same") return t("forecast.same", about);
  const digits = decimalsOf(WAITS, difference);
  if (verdict === "close") {
    return t("forecast.close", {
      ...about,
      value: t("numbers.minutes", { value: signed(value, digits) }),
      low: signed(low, digits),
      high: signed(high, digits),
    });
  }
  const [least, most] = verdict === "shorter" ? [-high, -low] : [low, high];
  return t(`forecast.${verdict}`, {
    ...about,
    value: t("numbers.minutes", { value: decimal(Math.abs(value), digits) }),
    low: decimal(least, digits),
    high: decimal(most, digits),
  });
}

function waitOfOne(
  { t, wait }: Words,
  estimate: Estimate | null,
  about: { readonly label: string; readonly time: string; readonly count: number },
): string | null {
  if (estimate === null) return t("forecast.nobody", about);
  const { value, low, high } = estimate;
  if (low === null || high === null) return null;
  return t("forecast.alone", { ...about, value: wait(value), low: wait(low), high: wait(high) });
}

export type ForecastRow = {
  readonly figure: keyof ForecastFigures;
  readonly unit: "min" | "vehicles";
  readonly estimates: readonly (Estimate | null)[];
  /** Null where there is nothing to compare. */
  readonly difference: Estimate | null;
};

const UNITS = { wait: "min", queueMax: "vehicles", cleared: "vehicles" } as const;
const FIGURES = ["wait", "queueMax", "cleared"] as const;

/** By the figures of some scenarios, and how the last of them differs from the first. */
export function forecastRows({ scenarios }: ForecastData, shown: readonly number[]): ForecastRow[] {
  return FIGURES.map((figure) => ({
    figure,
    unit: UNITS[figure],
    estimates: shown.map((scenario) => scenarios[scenario]?.figures[figure] ?? null),
    difference: scenarios[shown.at(-1) ?? 0]?.differences?.[figure] ?? null,
  }));
}
