/** A plan in tables: officers by time of the day, shifts, and staffings beside each other; and where the next officer saves most. Pure. */
import type { Estimate } from "../../../shared/estimate.ts";
import type { HourWorth, ResultRow } from "../../../shared/protocol.ts";
import type { StaffedPost } from "../../../shared/staffing/pictures.ts";
import type { PromisedStaffing, StaffingResult } from "../../../shared/staffing/result.ts";
import {
  clockOfSlot,
  hoursAtBooths,
  hoursOnDuty,
  officersBySlot,
  officersOf,
} from "../../../shared/staffing/shift-plan.ts";
import { upToMinute } from "../../../shared/units.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import type { Table } from "../charts/models.ts";
import { openText, rowTitle, rowUnit, rowValue } from "../results/rows.ts";
import { bestOf, estimateParams, readingOf, spanOf } from "../worth/said.ts";
import type { Words } from "../words.ts";
import { hasEnds, hoursText, limitText, officersText, promiseText, shareText } from "./staffing-said.ts";

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
    officers: officersText(words, at("plan", busiest)),
    booths: words.t("experiments.optimize.booths", {
      count: posts.reduce((sum, { booths }) => sum + booths, 0),
    }),
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
    officers: officersText(words, officersOf(plan)),
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
        ...staffings.map(({ boothHours }) => `${hoursText(words, boothHours)}${NBSP}h`),
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
  const open = openText(words, estimate, say);
  if (open !== null) return `${say(estimate.value)}\n(${open})`;
  return hasEnds(estimate) && estimate.low !== estimate.high
    ? withEnds(words, say(estimate.value), say(estimate.low), say(estimate.high))
    : say(estimate.value);
}

/** The interval stays together, on a line of its own. */
const NBSP = "\u00a0";
const withEnds = ({ t }: Words, value: string, low: string, high: string): string =>
  `${value}\n(${t("results.interval", { low, high }).replaceAll(" ", NBSP)})`;

/** Where one more officer beside the plan saves most. */
export function planWorthFinding(words: Words, hours: readonly HourWorth[]): string {
  const { t } = words;
  if (hours.every((hour) => readingOf(hour) === "toCome")) return t("experiments.optimize.worth.waiting");
  const best = bestOf(hours);
  if (best === null) return t("experiments.optimize.worth.noneSure");
  return t("experiments.optimize.worth.finding", {
    ...spanOf(best.hour),
    ...estimateParams(words, best.truckHours),
    post: postName(t, best.post),
  });
}
