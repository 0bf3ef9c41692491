/** Finding staffing in words: promises, the plan, what it gains, and its tables. Pure; the words come in. */
import type { OptimizeRequest } from "../../../shared/experiments.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import type { ResultRow } from "../../../shared/protocol.ts";
import type { BestPlan, NoPlan, StaffingAnswer, StaffingResult } from "../../../shared/staffing/result.ts";
import { coverExcess } from "../../../shared/staffing/cover-excess.ts";
import { hoursAtBooths, hoursOnDuty, officersOf } from "../../../shared/staffing/shift-plan.ts";
import { MINUTE, SECOND, upToMinute } from "../../../shared/units.ts";
import type { ResultClass } from "../../../shared/vocabulary.ts";
import { parseWaitPromise } from "../../../shared/wait-promise.ts";
import type { WaitPromise } from "../../../shared/wait-promise.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";

export function whoText({ t }: Words, of: ResultClass | null): string {
  switch (of) {
    case null:
      return t("experiments.optimize.who.all");
    case "fast":
    case "general":
      return t(`experiments.optimize.who.${of}`);
    default:
      return t(`mark.${of}`);
  }
}

export const placedText = (words: Words, of: ResultClass | null, place: string): string =>
  words.t("experiments.optimize.who.at", { who: whoText(words, of), place: postName(words.t, place) });

/** The most that less than all is told as. */
const NEARLY_ALL = 0.999;

export function shareText({ percent }: Words, share: number): string {
  const told = share < 1 ? Math.min(share, NEARLY_ALL) : share;
  return percent(told, Number.isInteger(Number((told * 100).toFixed(1))) ? 0 : 1);
}

/** A limit of whole minutes as any length of time; another in minutes or in seconds, so that it stays the limit that was asked. */
export function limitText({ span, decimal }: Words, ms: number): string {
  if (ms % MINUTE === 0) return span(ms);
  const ofMinutes = [1, 2].find((digits) => ms % (MINUTE / 10 ** digits) === 0);
  if (ofMinutes !== undefined) return `${decimal(ms / MINUTE, ofMinutes)}\u00a0min`;
  const ofSeconds = [0, 1, 2].find((digits) => ms % (SECOND / 10 ** digits) === 0) ?? 3;
  return `${decimal(ms / SECOND, ofSeconds)}\u00a0s`;
}

export function promiseText(words: Words, { share, class: of, stage, limitMs }: WaitPromise): string {
  const who = stage === null ? whoText(words, of) : placedText(words, of, stage);
  const limit = limitText(words, limitMs);
  return share === 1
    ? words.t("experiments.optimize.promiseAll", { who, limit })
    : words.t("experiments.optimize.promiseText", { percent: shareText(words, share), who, limit });
}

export const promisesText = (words: Words, promises: readonly WaitPromise[]): string =>
  words.list(
    promises.map((promise) =>
      words.t("experiments.optimize.quoted", { promise: promiseText(words, promise) }),
    ),
  );

export const optimizeTitle = (words: Words, { scenarios, promise }: OptimizeRequest): string =>
  words.t("experiments.optimize.title", {
    label: labelOf(scenarios[0]),
    promises: words.list(
      promise.map((text) => {
        const read = parseWaitPromise(text);
        return read.ok ? promiseText(words, read.value) : text;
      }),
    ),
  });

export const hoursText = ({ decimal }: Words, hours: number): string =>
  decimal(hours, Number.isInteger(hours) ? 0 : 1);

export const officersText = ({ t }: Words, count: number): string =>
  t("experiments.optimize.officers", { count });

const sizeOf = (words: Words, best: BestPlan, { grid }: StaffingResult) => ({
  count: officersOf(best.plan),
  officers: officersText(words, officersOf(best.plan)),
  hours: hoursText(words, hoursAtBooths(best.plan, grid)),
});

/** The plan by the days of the search; null before there is one. */
export function bestText(words: Words, result: StaffingResult): string | null {
  const { best, promises } = result;
  if (best === null) return null;
  return words.t("experiments.optimize.bestSoFar", {
    ...sizeOf(words, best, result),
    promises: promisesText(words, promises),
    kept: best.kept,
    days: best.days,
  });
}

/** The plan by new days, and whether that is enough; null before the first of them. */
export function planText(words: Words, result: StaffingResult): string | null {
  const { best, promises, sure, answer } = result;
  if (best === null || answer === null) return null;
  const { kept, days, low, high } = answer.plan.kept;
  const said = words.t("experiments.optimize.plan", {
    ...sizeOf(words, best, result),
    promises: promisesText(words, promises),
    percent: shareText(words, kept / days),
    low: shareText(words, low),
    high: shareText(words, high),
    sure: shareText(words, sure),
  });
  return `${said} ${words.t(`experiments.optimize.sureness.${answer.sureness}`)}`;
}

/** How far the cover that the search began with is from the fewest hours, and that this is not said of the plan. */
export function coverText(words: Words, { best, cover, grid }: StaffingResult): string | null {
  if (best === null || cover === null) return null;
  const { t, percent } = words;
  const excess = coverExcess(cover);
  const [hours, least] = [cover.hours, cover.leastHours].map((one) => hoursText(words, one));
  const said =
    excess === 0
      ? t("experiments.optimize.why.cover.least", { hours })
      : t("experiments.optimize.why.cover.within", { hours, least, percent: percent(excess, 1) });
  const plan = hoursText(words, hoursOnDuty(best.plan, grid));
  return `${said} ${t("experiments.optimize.why.cover.notPort", { plan })}`;
}

const rowOf = ({ rows }: StaffingAnswer, metric: string): ResultRow | undefined =>
  rows.find((row) => row.metric === metric && row.class === null);

/** Place of a staffing among those of the answer. */
const PLAN = 1;
const SAME = 2;

export const hasEnds = (
  estimate: Estimate | null | undefined,
): estimate is Estimate & { readonly low: number; readonly high: number } =>
  estimate != null && estimate.low !== null && estimate.high !== null;

/** Hours at the booths against those of the scenario, and what that is in money where the file has wages. */
export function costText(words: Words, answer: StaffingAnswer): string {
  const { t, sum } = words;
  const { plan, shipped } = answer;
  const more = plan.boothHours - shipped.boothHours;
  const kind = Math.abs(more) < 0.05 ? "same" : more < 0 ? "less" : "more";
  const hours = t(`experiments.optimize.cost.${kind}`, {
    hours: hoursText(words, Math.abs(more)),
    plan: hoursText(words, plan.boothHours),
    shipped: hoursText(words, shipped.boothHours),
  });
  const cost = rowOf(answer, "staffCost")?.differences[PLAN];
  if (!hasEnds(cost)) return hours;
  const [low, high] = [sum(cost.low, true), sum(cost.high, true)];
  return hours + t("experiments.optimize.cost.money", { sum: sum(cost.value, true), low, high });
}

/** What the plan does to the mean wait, and what placing the scenario's own hours better would do. */
export function gainTexts(words: Words, answer: StaffingAnswer, label: string): readonly string[] {
  const { t, signed } = words;
  const wait = rowOf(answer, "wait");
  const said = (index: number) => {
    const gain = wait?.differences[index];
    return hasEnds(gain)
      ? { value: signed(gain.value), low: signed(gain.low), high: signed(gain.high) }
      : null;
  };
  const [plan, same] = [said(PLAN), said(SAME)];
  const { sameHours, shipped } = answer;
  return [
    ...(plan === null ? [] : [t("experiments.optimize.gain", plan)]),
    ...(same === null || sameHours === null
      ? []
      : [
          t("experiments.optimize.sameHours", {
            ...same,
            label,
            shipped: hoursText(words, shipped.boothHours),
            hours: hoursText(words, sameHours.boothHours),
          }),
        ]),
  ];
}

/** Which constraint fails, and what would do. */
export function noPlanTexts(
  words: Words,
  noPlan: NoPlan,
  { sure, roster }: StaffingResult,
): readonly string[] {
  const { t } = words;
  switch (noPlan.kind) {
    // Whoever stops a search is told so by the status of the experiment: this one ended by itself.
    case "stopped":
      return [t("experiments.optimize.timeUp")];
    case "shiftsShort":
      return [t("experiments.optimize.why.shiftsShort")];
    case "rosterShort": {
      const { needed } = noPlan;
      if (roster === null || roster >= needed)
        return [t("experiments.optimize.why.lengthsShort", { count: needed })];
      return [t("experiments.optimize.why.rosterShort", { needed, count: needed - roster })];
    }
    case "impossible":
      return impossibleTexts(words, noPlan, shareText(words, sure));
    default:
      return noPlan satisfies never;
  }
}

function impossibleTexts(
  words: Words,
  { kept, days, broken, short }: Extract<NoPlan, { kind: "impossible" }>,
  sure: string,
): readonly string[] {
  const { t } = words;
  const each = broken.map(({ promise, limitMs }) => {
    const most =
      limitMs === null
        ? t("experiments.optimize.staffings.never")
        : promiseText(words, { ...promise, limitMs: upToMinute(limitMs) });
    return t("experiments.optimize.why.broken", { promise: promiseText(words, promise), kept: most, sure });
  });
  return [
    t("experiments.optimize.why.impossible", { kept, days, sure }),
    ...(each.length > 0 ? each : [t("experiments.optimize.why.together")]),
    ...short.map(({ post, needed, booths, fromMs, untilMs, limitMs }) =>
      t("experiments.optimize.why.short", {
        post: postName(t, post),
        needed,
        booths,
        from: clockText(fromMs),
        until: clockText(untilMs),
        limit: limitText(words, limitMs),
      }),
    ),
  ];
}
