/** A staffing plan for people and for machines. */
import { styleText } from "node:util";
import { DRAW_SCHEME } from "../../engine/draws.ts";
import type { DifferenceRow, EstimateRow } from "../../../shared/estimate.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import { formatQuantity } from "../../../shared/scenario/quantity.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { coverExcess } from "../../../shared/staffing/cover-excess.ts";
import { verdictSentence } from "../../../shared/verdict.ts";
import { formatWaitPromise } from "../../../shared/wait-promise.ts";
import {
  clockOfSlot,
  hoursAtBooths,
  hoursOnDuty,
  officersBySlot,
  officersOf,
} from "../../../shared/staffing/shift-plan.ts";
import type { ShiftPlan } from "../../../shared/staffing/shift-plan.ts";
import { mannedPosts } from "../../analysis/staffing/pooled.ts";
import type { Answer, Staffing } from "../../run/staffing/answer.ts";
import type { Optimized, Prepared } from "../../run/staffing/optimize.ts";
import type { SearchOutcome } from "../../run/staffing/search.ts";
import type { Texts } from "../texts.ts";
import { VERSION } from "../version.ts";
import { formatEstimate, formatNumber, notesOfMarks, titleOf } from "./rows.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";
import { worthNotes } from "./worth.ts";

export type Found = Extract<SearchOutcome, { kind: "found" }>;

export const percent = (share: number): string => formatQuantity("share", Number(share.toFixed(6)));

export function planReport(
  { answer, ...run }: Optimized,
  found: Found,
  prepared: Prepared,
  texts: Texts,
): string {
  const { port } = prepared;
  const open = `${formatClock(port.open.from)}–${formatClock(port.open.to)}`;
  const bold = (text: string): string => styleText("bold", text, { stream: process.stdout });
  const head = `${port.loaded.scenario.name}, ${port.day.date}, ${open}`;
  const shifts = printed(shiftCells(found.plan, prepared, texts));
  if (answer === null)
    return [
      head,
      "",
      bold(searchSentence(found, prepared, texts)),
      "",
      shifts,
      "",
      ...coverNotes(found, prepared, texts),
      "",
    ].join("\n");
  return [
    head,
    "",
    bold(planSentence(answer, found.plan, prepared, texts)),
    ...gains(answer, texts),
    ...dearerNotes(answer, texts),
    "",
    shifts,
    "",
    printed(hourCells(answer, found.plan, prepared, texts)),
    "",
    printed(staffingCells(answer, prepared, texts)),
    "",
    ...notesOfStaffings(answer, texts),
    ...sameHoursNotes(answer, texts),
    ...(answer.worth.length === 0 ? [] : worthNotes(answer.worth, texts)),
    ...coverNotes(found, prepared, texts),
    basisSentence(answer, run, texts),
    "",
  ].join("\n");
}

/** A table's columns and the cells of its lines. */
export type PlanCells = {
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
};

const printed = ({ columns, lines }: PlanCells): string => formatTable(columns, lines);

export const sameHoursNotes = ({ sameHours, shipped }: Answer, texts: Texts): readonly string[] =>
  sameHours === null
    ? []
    : [
        texts.t("optimize.sameHours", {
          hours: trimmed(sameHours.boothHours, texts),
          shipped: trimmed(shipped.boothHours, texts),
        }),
      ];

/** How far the cover that the search began with is from the fewest hours, and that this is not said of the plan. */
export function coverNotes({ cover, plan }: Found, { grid }: Prepared, texts: Texts): readonly string[] {
  if (cover === null) return [];
  const { t } = texts;
  const excess = coverExcess(cover);
  const [hours, least] = [cover.hours, cover.leastHours].map((one) => trimmed(one, texts));
  const said =
    excess === 0
      ? t("optimize.cover.least", { hours })
      : t("optimize.cover.within", { hours, least, percent: `${trimmed(100 * excess, texts)} %` });
  return [`${said} ${t("optimize.cover.notPort", { plan: trimmed(hoursOnDuty(plan, grid), texts) })}`];
}

/** A plan with more hours than the file has is told as such, with what these keep. */
export const dearerNotes = ({ plan, shipped }: Answer, texts: Texts): readonly string[] =>
  plan.boothHours <= shipped.boothHours
    ? []
    : [
        texts.t("optimize.dearer", {
          more: trimmed(plan.boothHours - shipped.boothHours, texts),
          shipped: trimmed(shipped.boothHours, texts),
          share: trimmed((100 * shipped.kept.kept) / shipped.kept.days, texts),
        }),
      ];

export const basisSentence = (
  { plan }: Answer,
  { searchDays, seed, freshSeed }: Pick<Optimized, "searchDays" | "seed" | "freshSeed">,
  { t }: Texts,
): string =>
  t("optimize.basis", {
    searched: searchDays,
    seed,
    days: plan.kept.days,
    fresh: freshSeed,
    version: VERSION,
    scheme: DRAW_SCHEME,
  });

const trimmed = (value: number, { locale }: Texts): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);

export const promisesText = ({ promises }: Pick<Prepared, "promises">): string =>
  promises.map((promise) => `“${formatWaitPromise(promise)}”`).join(", ");

export function planSentence(answer: Answer, plan: ShiftPlan, prepared: Prepared, texts: Texts): string {
  const { kept, days, low, high } = answer.plan.kept;
  const hundredth = (share: number): string => trimmed(100 * share, texts);
  const sentence = texts.t("optimize.plan", {
    count: officersOf(plan),
    hours: trimmed(hoursAtBooths(plan, prepared.grid), texts),
    promises: promisesText(prepared),
    share: hundredth(kept / days),
    low: hundredth(low),
    high: hundredth(high),
    sure: percent(prepared.sure),
  });
  return `${sentence} ${texts.t(`optimize.sureness.${answer.sureness}`)}`;
}

const searchSentence = ({ plan, kept, days }: Found, prepared: Prepared, texts: Texts): string =>
  texts.t("optimize.search", {
    count: officersOf(plan),
    hours: trimmed(hoursAtBooths(plan, prepared.grid), texts),
    promises: promisesText(prepared),
    kept,
    days,
  });

const isMeanWait = ({ metric, statistic, class: of }: DifferenceRow): boolean =>
  metric === "wait" && statistic === "mean" && of === null;

export const gains = ({ result }: Answer, texts: Texts): readonly string[] =>
  result.differences
    .filter(isMeanWait)
    .map((row) => verdictSentence(row, texts.metrics, (value, signed) => formatNumber(value, texts, signed)));

export function shiftCells(plan: ShiftPlan, { grid }: Prepared, { t }: Texts): PlanCells {
  const clock = (slot: number): string => formatClock(clockOfSlot(grid, slot));
  const hasRests = plan.some(({ rest }) => rest !== null);
  const columns: Column[] = [
    { title: t("optimize.post"), align: "left" },
    { title: t("optimize.from"), align: "left" },
    { title: t("optimize.to"), align: "left" },
    ...(hasRests ? [{ title: t("optimize.rest"), align: "left" } as const] : []),
    { title: t("optimize.officers"), align: "right" },
  ];
  const lines = plan.map(({ post, start, length, rest, officers }) => [
    post,
    clock(start),
    clock(start + length),
    ...(hasRests ? [rest === null ? "" : `${clock(rest.start)}–${clock(rest.start + rest.length)}`] : []),
    String(officers),
  ]);
  return { columns, lines };
}

/** Booths by slot beside the file's, and what one more officer is worth in the hour that begins then. */
export function hourCells({ worth }: Answer, plan: ShiftPlan, prepared: Prepared, texts: Texts): PlanCells {
  const { grid, port } = prepared;
  const { pools } = port;
  // Of pools that man several posts it is not told.
  const valued = pools.filter(({ name }) => worth.some(({ post }) => post === name));
  const columns: Column[] = [
    { title: texts.t("optimize.from"), align: "left" },
    ...pools.map(
      ({ name: post }) => ({ title: texts.t("optimize.booths", { post }), align: "right" }) as const,
    ),
    ...valued.map(
      ({ name: post }) => ({ title: texts.t("optimize.worth", { post }), align: "right" }) as const,
    ),
  ];
  const lines = Array.from({ length: grid.slots }, (_, slot) => {
    const at = grid.fromMs + slot * grid.slotMs;
    return [
      formatClock(at),
      ...pools.map(({ name, booths, officersAt }) => {
        const staffed = Math.min(booths, officersBySlot(plan, name, grid)[slot]!);
        return `${staffed} (${officersAt(at)})`;
      }),
      ...valued.map(({ name: post }) => {
        const row = worth.find((one) => one.post === post && one.hour * HOUR === at);
        return row?.truckHours == null ? "" : formatEstimate(row.truckHours, texts);
      }),
    ];
  });
  return { columns, lines };
}

/** Figures of the simulated days that stand beside the promise. */
const FIGURES = [
  { metric: "wait", statistic: "mean", classes: true },
  { metric: "wait", statistic: "p95", classes: true },
  { metric: "officerHours", statistic: "total", classes: false },
  { metric: "staffCost", statistic: "total", classes: false },
  { metric: "delayCost", statistic: "total", classes: false },
] as const;

/** The file's staffing, the plan, and the same hours where there is such a plan. */
const staffingsOf = ({ shipped, plan, sameHours }: Answer): readonly Staffing[] => [
  shipped,
  plan,
  ...(sameHours === null ? [] : [sameHours]),
];

/** The figures of the table, as the first staffing has them. */
function figureRows([first]: readonly Staffing[]): readonly EstimateRow[] {
  const { estimates } = first!;
  // Where nobody has the mark, those without it are all.
  const hasFast = estimates.some((row) => row.class === "fast");
  const isShown = (of: string | null): boolean =>
    of === null || (hasFast && (of === "fast" || of === "general"));
  return FIGURES.flatMap(({ metric, statistic, classes }) =>
    estimates
      .filter((row) => row.metric === metric && row.statistic === statistic)
      .filter((row) => row.class === null || (classes && isShown(row.class))),
  );
}

const sameFigure = ({ estimates }: Staffing, row: EstimateRow): EstimateRow | undefined =>
  estimates.find(
    (one) => one.metric === row.metric && one.statistic === row.statistic && one.class === row.class,
  );

/** What to know of the marks in the table of staffings. */
export function notesOfStaffings(answer: Answer, texts: Texts): readonly string[] {
  const staffings = staffingsOf(answer);
  const shown = figureRows(staffings).flatMap((row) => staffings.flatMap((of) => sameFigure(of, row) ?? []));
  return notesOfMarks(shown, texts);
}

export function staffingCells(answer: Answer, prepared: Prepared, texts: Texts): PlanCells {
  const staffings = staffingsOf(answer);
  const { t } = texts;
  const { promises, sure } = prepared;
  const titles = [t("optimize.shipped"), t("optimize.planned"), t("optimize.same")];
  const columns: Column[] = [
    { title: t("headings.metric"), align: "left" },
    ...staffings.map((_, i) => ({ title: titles[i]!, align: "right" }) as const),
  ];
  const share = ({ kept, days, low, high }: Staffing["kept"]): string =>
    formatEstimate({ value: (100 * kept) / days, low: 100 * low, high: 100 * high, n: days }, texts);
  const lines = [
    [t("optimize.keptDays"), ...staffings.map(({ kept }) => share(kept))],
    ...promises.map((promise, p) => [
      t("optimize.keptLimit", { promise: formatWaitPromise(promise), sure: percent(sure) }),
      ...staffings.map((of) => formatNumber(of.promises[p]!.limitMs / MINUTE, texts)),
    ]),
    [t("optimize.boothHours"), ...staffings.map(({ boothHours }) => trimmed(boothHours, texts))],
    ...figureRows(staffings).map((row) => [
      titleOf(row, texts),
      ...staffings.map((of) => {
        const same = sameFigure(of, row);
        return same === undefined ? "" : formatEstimate(same, texts);
      }),
    ]),
  ];
  return { columns, lines };
}

export function planJson(
  { outcome, answer, isEstimateCut, seed, freshSeed, searchDays }: Optimized,
  prepared: Prepared,
  interrupted: boolean,
): string {
  const { port, promises, sure, grid } = prepared;
  const clock = (slot: number): string => formatClock(clockOfSlot(grid, slot));
  const shiftsOf = (plan: ShiftPlan) =>
    plan.map(({ post, start, length, rest, officers }) => ({
      post,
      officers,
      from: clock(start),
      to: clock(start + length),
      break: rest === null ? null : { from: clock(rest.start), to: clock(rest.start + rest.length) },
    }));
  const plan = outcome.kind === "found" ? outcome.plan : null;
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    seed,
    searchDays,
    freshSeed,
    isEstimateCut,
    interrupted,
    scenario: port.loaded.scenario.name,
    file: port.loaded.file,
    date: port.day.date,
    promises: promises.map(formatWaitPromise),
    sure,
    outcome: outcome.kind,
    ...(outcome.kind === "impossible" && {
      kept: outcome.kept,
      days: outcome.days,
      broken: outcome.broken.map(({ promise, limitMs }) => ({
        promise: formatWaitPromise(promise),
        keptMinutes: limitMs / MINUTE,
      })),
    }),
    ...(outcome.kind === "rosterShort" && { needed: outcome.needed }),
    ...(plan !== null && {
      isCut: outcome.kind === "found" && outcome.isCut,
      officers: officersOf(plan),
      hoursOnDuty: hoursOnDuty(plan, grid),
      boothHours: hoursAtBooths(plan, grid),
      ...(outcome.kind === "found" && { cover: coverJson(outcome) }),
      shifts: shiftsOf(plan),
      booths: mannedPosts(plan, prepared.posts, grid).map(({ work: { post }, booths }) => ({
        post,
        byStep: booths.map((manned, slot) => ({ from: clock(slot), booths: manned })),
      })),
    }),
    answer: answer === null ? null : answerJson(answer, shiftsOf),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const coverJson = ({ cover }: Found) =>
  cover && {
    hoursOnDuty: cover.hours,
    leastHoursOnDuty: cover.leastHours,
    mostExcess: coverExcess(cover),
  };

const answerJson = (
  { result: { differences }, sameHours, ...answer }: Answer,
  shiftsOf: (plan: ShiftPlan) => unknown,
) => ({
  ...answer,
  sameHours: sameHours === null ? null : { ...sameHours, shifts: shiftsOf(sameHours.shifts) },
  differences,
});
