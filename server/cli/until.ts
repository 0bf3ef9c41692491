/** `--until "wait within 5 %"`: what it asks for, and how an experiment that went by it ended. */
import { LEAST_DAYS, parsePrecision } from "../../shared/condition.ts";
import type { Precision } from "../../shared/condition.ts";
import { formatFigure } from "../../shared/figure-name.ts";
import type { FigureKey } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Reading } from "../analysis/stopping.ts";
import { figureIn } from "../run/scenario-figures.ts";
import type { Until } from "../run/until-precise.ts";
import { CommandError, EXIT } from "./exit.ts";
import { wholeNumber } from "./options.ts";
import { countText } from "./output/count-text.ts";
import { unitInSentence } from "./output/rows.ts";
import type { Texts } from "./texts.ts";

export const DEFAULT_MOST_DAYS = "2000";
const MOST_DIGITS = 3;

/** With the text that asked for it. */
export type AskedUntil = Until & { readonly text: string };

export type UntilOptions = {
  readonly until?: string;
  readonly mostDays?: string;
  readonly replications?: string;
  readonly metric?: string;
};

/** Null: so many days as `--replications` says. In a comparison it is about differences. */
export function untilOf(
  given: UntilOptions,
  isCompared: boolean,
  mostDays: number,
  texts: Texts,
): AskedUntil | null {
  const { t } = texts;
  const refuse = (text: string): CommandError => new CommandError(EXIT.usage, text);
  if (given.until === undefined) {
    if (given.mostDays !== undefined) throw refuse(t("until.faults.mostDays"));
    return null;
  }
  const asked = parsePrecision(given.until);
  if (!asked.ok) throw refuse(`--until ${given.until}: ${t(`asked.${asked.fault}`, asked.params)}`);
  const { figure, within } = asked.value;
  if (given.replications !== undefined) throw refuse(t("until.faults.replications"));
  if (given.metric !== undefined) throw refuse(t("until.faults.metric", { figure: formatFigure(figure) }));
  if (isCompared && within.kind === "relative")
    throw refuse(t("until.faults.percent", { found: given.until, example: exampleOf(figure) }));
  const most = given.mostDays ?? DEFAULT_MOST_DAYS;
  return {
    text: given.until,
    precision: asked.value,
    mostDays: wholeNumber("--most-days", most, LEAST_DAYS, mostDays, texts),
  };
}

/** Before anything is run: a figure that a scenario does not have. */
export function refuseUnknownFigure(
  { precision, text }: AskedUntil,
  scenarios: readonly LoadedScenario[],
  { t }: Texts,
): void {
  for (const loaded of scenarios) {
    const asked = figureIn(loaded, precision.figure);
    if (!asked.ok)
      throw new CommandError(
        EXIT.usage,
        `--until ${text}, ${loaded.file}: ${t(`asked.${asked.fault}`, asked.params)}`,
      );
  }
}

/** How it ended for one scenario, or for all that are compared together. */
export type Ending = {
  readonly scenario: string;
  readonly state: "reached" | "limit" | "zero" | "interrupted";
  readonly days: number;
  readonly half: number | null;
  readonly asked: number;
  readonly needed: number | null;
  readonly text: string;
};

/** What was asked for with it. */
type EndingOptions = { readonly until?: AskedUntil; readonly antithetic?: boolean };

/** Of results, where `--until` was asked for; nothing is said of one that was interrupted before it was looked at. */
export const endingsOf = (
  readings: readonly (Reading | null)[],
  { until, antithetic = false }: EndingOptions,
  isCompared: boolean,
  texts: Texts,
): readonly Ending[] =>
  until === undefined
    ? []
    : readings.flatMap((reading) =>
        reading === null ? [] : [endingOf(reading, { ...until, antithetic }, isCompared, texts)],
      );

function endingOf(
  reading: Reading,
  until: AskedUntil & { readonly antithetic: boolean },
  isCompared: boolean,
  texts: Texts,
): Ending {
  const { state, days, farthest } = reading;
  const { scenario, half, asked, needed, vehiclesNeeded } = farthest;
  const { figure } = until.precision;
  const name = formatFigure(figure);
  const isUnknown = needed === null && (state === "limit" || state === "goesOn");
  const text = texts.t(`until.endings.${state}`, {
    scenario,
    days: countText(days, until, texts),
    what: isCompared ? texts.t("until.difference", { figure: name }) : name,
    half: halfOf(reading, until.precision, texts),
    asked: askedOf(until.precision, texts),
    needed: needed === null ? "" : countText(needed, until, texts, plain(needed, texts)),
    example: exampleOf(figure),
    vehicles: vehiclesNeeded ?? "",
    ...(isUnknown && { context: vehiclesNeeded === null ? "unknown" : "fewVehicles" }),
  });
  return { scenario, state: state === "goesOn" ? "interrupted" : state, days, half, asked, needed, text };
}

/** "1.3 min", and of a part of the value "4.8 % (1.3 min)". */
function halfOf({ farthest: { half, value } }: Reading, { figure, within }: Precision, texts: Texts): string {
  if (half === null) return "";
  const inUnit = `${plain(half, texts)} ${unitText(figure, texts)}`;
  if (within.kind === "absolute") return inUnit;
  return `${plain((100 * half) / Math.abs(value), texts)} % (${inUnit})`;
}

const askedOf = ({ figure, within }: Precision, texts: Texts): string =>
  within.kind === "relative"
    ? `${plain(100 * within.half, texts)} %`
    : `${plain(within.half, texts)} ${unitText(figure, texts)}`;

function unitText({ metric, statistic }: FigureKey, texts: Texts): string {
  const unit = unitOf(metric, statistic);
  return unit === "%" ? texts.metrics.points : unitInSentence(unit, texts);
}

/** As a command line would say it: "waitP95 of fast within 2 min". */
function exampleOf(figure: FigureKey): string {
  const unit = unitOf(figure.metric, figure.statistic);
  return `${formatFigure(figure)} within 2 ${unit === "%" ? "points" : unit}`;
}

const plain = (value: number, { locale }: Texts): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: MOST_DIGITS }).format(value);
