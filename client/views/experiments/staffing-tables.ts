/** A plan in tables: officers by time of the day, shifts, staffings beside each other, and what the next officer is worth. Pure. */
import type { Estimate } from "../../../shared/estimate.ts";
import type { HourWorth, ResultRow } from "../../../shared/protocol.ts";
import type { PromisedStaffing, StaffingResult } from "../../../shared/staffing/result.ts";
import {
  clockOfSlot,
  hoursAtBooths,
  hoursOnDuty,
  officersBySlot,
  officersOf,
} from "../../../shared/staffing/shift-plan.ts";
import { HOUR, upToMinute } from "../../../shared/units.ts";
import type { StaffedPost } from "../../charts/staffing-bars.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import type { Table } from "../charts/models.ts";
import { rowTitle, rowUnit, rowValue } from "../results/rows.ts";
import { readingOf } from "../worth/said.ts";
import type { Words } from "../words.ts";
import { hasEnds, hoursText, limitText, promiseText, shareText } from "./staffing-said.ts";

/** Officers at each post, those beyond its booths left out. */
export const staffedPosts = (words: Words, { posts, grid, best }: StaffingResult): readonly StaffedPost[] =>
  posts.map(({ post, booths, planned }) => ({
    name: postName(words.t, post),
    booths,
    plan: officersBySlot(best?.plan ?? [], post, grid).map((officers) => Math.min(officers, booths)),
    other: planned,
  }));

export function barsFinding(words: Words, result: StaffingResult, label: string): string {
  const posts = staffedPosts(words, result);
  const at = (of: "plan" | "other", slot: number): number =>
    posts.reduce((sum, post) => sum + post[of][slot], 0);
  const slots = Array.from({ length: result.grid.slots }, (_, slot) => slot);
  const busiest = slots.reduce((most, slot) => (at("plan", slot) > at("plan", most) ? slot : most), 0);
  return words.t("experiments.optimize.bars.finding", {
    label,
    from: clockText(result.grid.fromMs + busiest * result.grid.slotMs),
    officers: at("plan", busiest),
    booths: posts.reduce((sum, { booths }) => sum + booths, 0),
    shippedMost: at("other", busiest),
  });
}

export function barsTable(words: Words, result: StaffingResult, label: string): Table {
  const { t } = words;
  const { fromMs, slotMs, slots } = result.grid;
  const posts = staffedPosts(words, result);
  return {
    columns: [
      t("experiments.optimize.bars.from"),
      ...posts.flatMap(({ name: post }) => [
        t("experiments.optimize.bars.plan", { post }),
        t("experiments.optimize.bars.shipped", { post, label }),
        t("experiments.optimize.bars.booths", { post }),
      ]),
    ],
    rows: Array.from({ length: slots }, (_, slot) => [
      clockText(fromMs + slot * slotMs),
      ...posts.flatMap(({ plan, other, booths }) => [plan[slot], other[slot], booths]),
    ]),
  };
}

/** A line for each way to work. */
export function shiftsTable(words: Words, { best, grid }: StaffingResult): Table {
  const { t } = words;
  const clock = (slot: number): string => clockText(clockOfSlot(grid, slot));
  const plan = best?.plan ?? [];
  const hasRests = plan.some(({ rest }) => rest !== null);
  return {
    columns: [
      t("experiments.optimize.shifts.post"),
      t("experiments.optimize.shifts.from"),
      t("experiments.optimize.shifts.to"),
      ...(hasRests ? [t("experiments.optimize.shifts.break")] : []),
      t("experiments.optimize.shifts.officers"),
    ],
    rows: plan.map(({ post, start, length, rest, officers }) => [
      postName(t, post),
      clock(start),
      clock(start + length),
      ...(hasRests ? [rest === null ? null : `${clock(rest.start)}–${clock(rest.start + rest.length)}`] : []),
      officers,
    ]),
  };
}

export function shiftsNote(words: Words, { best, grid }: StaffingResult): string {
  const plan = best?.plan ?? [];
  return words.t("experiments.optimize.shifts.note", {
    officers: officersOf(plan),
    duty: hoursText(words, hoursOnDuty(plan, grid)),
    booths: hoursText(words, hoursAtBooths(plan, grid)),
  });
}

/** Figures that stand beside the promise. */
const FIGURES = ["wait mean", "wait p95", "officerHours total", "staffCost total", "delayCost total"];

/** A row a figure, a column a staffing; the first column is what the figure is. */
export function staffingsTable(words: Words, result: StaffingResult, label: string): Table {
  const { t } = words;
  const { answer, promises, sure } = result;
  if (answer === null) return { columns: [], rows: [] };
  const staffings = [answer.shipped, answer.plan, ...(answer.sameHours === null ? [] : [answer.sameHours])];
  const names = [label, t("experiments.optimize.staffings.plan"), t("experiments.optimize.staffings.same")];
  const share = ({ kept: { kept, days, low, high } }: PromisedStaffing): string =>
    withEnds(words, shareText(words, kept / days), shareText(words, low), shareText(words, high));
  const rows = answer.rows.filter(({ metric, statistic }) => FIGURES.includes(`${metric} ${statistic}`));
  return {
    columns: [t("experiments.optimize.staffings.figure"), ...names.slice(0, staffings.length)],
    rows: [
      [t("experiments.optimize.staffings.kept"), ...staffings.map(share)],
      ...promises.map((promise, p) => [
        t("experiments.optimize.staffings.limit", {
          promise: promiseText(words, promise),
          sure: shareText(words, sure),
        }),
        ...staffings.map(({ promises: of }) => {
          const limitMs = of[p]?.limitMs ?? null;
          return limitMs === null
            ? t("experiments.optimize.staffings.never")
            : limitText(words, upToMinute(limitMs));
        }),
      ]),
      [
        t("experiments.optimize.staffings.hours"),
        ...staffings.map(({ boothHours }) => `${hoursText(words, boothHours)} h`),
      ],
      ...rows.map((row) => [
        `${rowTitle(words, { ...row, named: true })} (${rowUnit(words, row)})`,
        ...staffings.map((_, index) => estimateText(words, row, row.estimates[index])),
      ]),
    ],
  };
}

function estimateText(words: Words, row: ResultRow, estimate: Estimate | undefined): string | null {
  if (estimate === undefined) return null;
  const say = (value: number): string => rowValue(words, row, value);
  return hasEnds(estimate) && estimate.low !== estimate.high
    ? withEnds(words, say(estimate.value), say(estimate.low), say(estimate.high))
    : say(estimate.value);
}

/** The interval stays together, on a line of its own. */
const NBSP = "\u00a0";
const withEnds = ({ t }: Words, value: string, low: string, high: string): string =>
  `${value}\n(${t("results.interval", { low, high }).replaceAll(" ", NBSP)})`;

export function worthFinding(words: Words, hours: readonly HourWorth[]): string {
  const { t, decimal } = words;
  const known = hours.filter((hour) => readingOf(hour) !== "toCome");
  if (known.length === 0) return t("experiments.optimize.worth.waiting");
  const sure = known.filter((hour) => readingOf(hour) === "saves");
  const best = sure.reduce<HourWorth | null>(
    (most, hour) => (most === null || hour.truckHours!.value > most.truckHours!.value ? hour : most),
    null,
  );
  if (best?.truckHours == null || !hasEnds(best.truckHours)) return t("experiments.optimize.worth.noneSure");
  const { value, low, high } = best.truckHours;
  return t("experiments.optimize.worth.finding", {
    from: clockText(best.hour * HOUR),
    to: clockText((best.hour + 1) * HOUR),
    post: postName(t, best.post),
    value: decimal(value, 1),
    low: decimal(low, 1),
    high: decimal(high, 1),
  });
}

export function hoursTable(words: Words, hours: readonly HourWorth[]): Table {
  const { t } = words;
  return {
    columns: (["hour", "post", "planned", "value", "low", "high"] as const).map((column) =>
      t(`experiments.optimize.worth.${column}`),
    ),
    rows: hours.map(({ hour, post, planned, truckHours }) => [
      clockText(hour * HOUR),
      postName(t, post),
      planned,
      truckHours?.value ?? null,
      truckHours?.low ?? null,
      truckHours?.high ?? null,
    ]),
  };
}
