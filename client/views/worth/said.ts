/**
 * What one more officer is worth, in words: the sentence, what an hour says, and the rows of picture and table.
 * Pure; the words come in.
 */
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { Frame, HourWorth, ScenarioView, Welcome, WorthData } from "../../../shared/protocol.ts";
import { hourBar } from "../../../shared/staffing/pictures.ts";
import type { HourBar } from "../../../shared/staffing/pictures.ts";
import { DAY, HOUR } from "../../../shared/units.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import type { Table } from "../charts/models.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

/**
 * How an hour came out: sure that it saves or costs, too close to call, no difference on any day, the same on days
 * that are too few to tell of others, or still to come.
 */
export type Reading = "saves" | "costs" | "close" | "same" | "alike" | "toCome";

export function readingOf({ truckHours }: Pick<HourWorth, "truckHours">): Reading {
  if (truckHours === null || truckHours.low === null || truckHours.high === null) return "toCome";
  const { low, high } = truckHours;
  if (areFewAlike(truckHours)) return "alike";
  if (low === 0 && high === 0) return "same";
  if (low > 0) return "saves";
  return high < 0 ? "costs" : "close";
}

/** Whole from ten hours on. */
function hoursText({ decimal }: Words, value: number): string {
  return decimal(value, Math.abs(value) < 9.95 ? 1 : 0);
}

export const estimateParams = (words: Words, { value, low, high }: Estimate) => ({
  value: hoursText(words, value),
  low: hoursText(words, low ?? value),
  high: hoursText(words, high ?? value),
});

export const spanOf = (hour: number) => ({ from: clockText(hour * HOUR), to: clockText((hour + 1) * HOUR) });

/** Posts that have an hour, each once. */
export const postsOf = ({ hours }: Pick<WorthData, "hours">): readonly string[] => [
  ...new Set(hours.map(({ post }) => post)),
];

/** The post in which one more officer saves most, as far as is known. */
export function bestPost({ hours }: Pick<WorthData, "hours">): string | null {
  return bestOf(hours)?.post ?? hours[0]?.post ?? null;
}

/** Of the hours that are sure to save, the one that saves most. */
export function bestOf(hours: readonly HourWorth[]): (HourWorth & { readonly truckHours: Estimate }) | null {
  let best: (HourWorth & { readonly truckHours: Estimate }) | null = null;
  for (const hour of hours) {
    const { truckHours } = hour;
    if (truckHours === null || readingOf(hour) !== "saves") continue;
    if (best === null || truckHours.value > best.truckHours.value) best = { ...hour, truckHours };
  }
  return best;
}

export const bestHour = (hours: readonly HourWorth[]): number | null => bestOf(hours)?.hour ?? null;

/** How the hours stand, and where it is so that they are of before a change, or not all in. */
export function worthFinding(words: Words, worth: WorthData): string {
  const { t } = words;
  const { isOld, isRunning, done, total, scenario } = worth;
  const said = hoursFinding(words, worth);
  if (isOld) return `${t("worth.old", { label: labelOf(scenario) })} ${said}`;
  return isRunning || done >= total ? said : `${said} ${t("worth.stopped")}`;
}

function hoursFinding(words: Words, worth: WorthData): string {
  const { t } = words;
  const label = labelOf(worth.scenario);
  const { hours } = worth;
  if (hours.length === 0) return t("worth.none", { label });
  const known = hours.filter((hour) => readingOf(hour) !== "toCome");
  if (known.length === 0) return t("worth.waiting");
  const days = Math.min(...known.map(({ truckHours }) => truckHours?.n ?? 0));
  const best = bestOf(hours);
  if (best === null) return t("worth.noneSure", { label, count: days });
  const where = postsOf(worth).length > 1 ? t("worth.at", { post: postName(t, best.post) }) : "";
  const said = t("worth.best", {
    label,
    ...spanOf(best.hour),
    ...estimateParams(words, best.truckHours),
    where,
  });
  const close = known.filter((hour) => readingOf(hour) === "close").length;
  return close === 0 ? said : `${said} ${t("worth.close", { count: close })}`;
}

const negated = ({ value, low, high, n }: Estimate): Estimate => ({
  value: -value,
  low: high === null ? null : -high,
  high: low === null ? null : -low,
  n,
});

/** An hour in a sentence. */
export function hourSentence(words: Words, hour: HourWorth): string {
  const { t } = words;
  const about = spanOf(hour.hour);
  const reading = readingOf(hour);
  if (hour.truckHours === null || reading === "toCome") return t("worth.hour.toCome", about);
  const params = { ...estimateParams(words, hour.truckHours), days: hour.truckHours.n };
  if (reading !== "costs") return t(`worth.hour.${reading}`, { ...about, ...params });
  const lost = estimateParams(words, negated(hour.truckHours));
  return t("worth.hour.costs", { ...about, ...lost });
}

export const hourBars = (hours: readonly HourWorth[]): readonly HourBar[] =>
  hours.map(({ hour, truckHours }) => hourBar(hour, clockText(hour * HOUR), truckHours));

export function worthTable(words: Words, worth: Pick<WorthData, "hours">): Table {
  const { t } = words;
  const several = postsOf(worth).length > 1;
  const round = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : Math.round(value * 10) / 10;
  return {
    columns: (["hour", "planned", "saved", "low", "high", "days", "reading"] as const).map((column) =>
      t(`worth.column.${column}`),
    ),
    rows: worth.hours.map((hour) => {
      const { truckHours, planned, post } = hour;
      const reading = readingOf(hour);
      const interval = reading === "alike" ? null : truckHours;
      const clock = clockText(hour.hour * HOUR);
      return [
        several ? `${postName(t, post)} ${clock}` : clock,
        planned,
        round(truckHours?.value),
        round(interval?.low),
        round(interval?.high),
        truckHours?.n ?? null,
        t(`worth.reading.${reading}`),
      ];
    }),
  };
}

/** Whether the file leaves a booth of primary unstaffed in some hour that it is open; the server knows better. */
function hasFreeBooth({ posts }: ScenarioView): boolean {
  return posts.some(
    ({ name, capacity, byHour }) =>
      name.startsWith("primary.") && byHour?.some((officers) => officers > 0 && officers < capacity) === true,
  );
}

/** Which scenario to ask about first: the chosen one, or the first where that has all booths staffed. */
export function scenarioToAsk({ scenarios }: Pick<Welcome, "scenarios">, selected: number): number {
  const chosen = Math.min(selected, scenarios.length - 1);
  const view = scenarios[chosen];
  return view !== undefined && hasFreeBooth(view) ? chosen : 0;
}

/** Whether “What if” can put one more officer there: it changes no first scenario, and no hour that is over. */
export type Trying = "yes" | "first" | "over";

export function tryingOf(
  { scenario }: Pick<WorthData, "scenario">,
  hour: number,
  { openMs }: Pick<Welcome, "openMs">,
  frame: Pick<Frame, "timeMs"> | null,
): Trying {
  if (scenario === 0) return "first";
  // “What if” shows the hours of the first day of the run, which is not the first that counts where it warms up.
  return openMs >= DAY || (hour + 1) * HOUR <= (frame?.timeMs ?? 0) ? "over" : "yes";
}
