/** What the report of a staffing plan is made of: the comparison of the staffings, and the plan itself. */
import { fill } from "../../shared/fill.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { formatClock } from "../../shared/scenario/clock.ts";
import { hourBar } from "../../shared/staffing/pictures.ts";
import { officersBySlot } from "../../shared/staffing/shift-plan.ts";
import { HOUR } from "../../shared/units.ts";
import { DRAW_SCHEME } from "../engine/draws.ts";
import type { ReportInput } from "../report/html/input.ts";
import type { Cells, PlanShown } from "../report/html/plan.ts";
import type { Answer } from "../run/staffing/answer.ts";
import type { Optimized, Prepared } from "../run/staffing/optimize.ts";
import { levelsOf, withLevels } from "../run/staffing/with-plan.ts";
import { commandLine } from "./command-line.ts";
import {
  basisSentence,
  coverNotes,
  dearerNotes,
  gains,
  hourCells,
  notesOfStaffings,
  percent,
  planSentence,
  promisesText,
  sameHoursNotes,
  shiftCells,
  staffingCells,
} from "./output/optimize.ts";
import type { Found, PlanCells } from "./output/optimize.ts";
import { worthNotes } from "./output/worth.ts";
import { reportInput, withMinus } from "./report-input.ts";
import type { Texts } from "./texts.ts";
import { VERSION } from "./version.ts";

export function planReportInput(
  { answer, units, ...run }: Optimized & { readonly answer: Answer },
  found: Found,
  prepared: Prepared,
  texts: Texts,
): ReportInput {
  const { result } = answer;
  const [ofPlan, ...ofOthers] = gains(answer, texts).map((text) => `${text}.`);
  const sentence = planSentence(answer, found.plan, prepared, texts);
  const input = reportInput(
    { results: [result], readings: [null], units: [units], total: units.length, interrupted: false },
    scenariosOf(answer, found, prepared),
    {
      warnings: [
        ...(found.isCut ? [texts.t("optimize.cut")] : []),
        ...(run.isEstimateCut ? [texts.t("optimize.estimateCut", { days: units.length })] : []),
      ],
      judgments: [],
      answers: [[sentence, ...(ofPlan === undefined ? [] : [ofPlan])].join(" "), ...ofOthers],
      changes: [],
    },
    {
      cruce: VERSION,
      drawScheme: DRAW_SCHEME,
      command: commandLine(process.argv.slice(2)),
      seed: run.seed,
      replications: units.length,
      interrupted: false,
    },
    texts,
  );
  const { worth } = answer;
  const keptNotes = [
    ...notesOfStaffings(answer, texts),
    ...sameHoursNotes(answer, texts),
    ...dearerNotes(answer, texts),
    ...coverNotes(found, prepared, texts),
    basisSentence(answer, run, texts),
  ];
  const notes = { keptNotes, worthNotes: worth.length === 0 ? [] : worthNotes(worth, texts) };
  return { ...input, plan: { ...shown(answer, found, prepared, texts), ...notes } };
}

function scenariosOf(
  { result, sameHours }: Answer,
  { plan }: Found,
  { port, grid }: Prepared,
): readonly LoadedScenario[] {
  const plans = [plan, ...(sameHours === null ? [] : [sameHours.shifts])];
  const staffed = plans.map((shifts, i) =>
    withLevels(port, levelsOf(port, shifts, grid), result.scenarios[i + 1]!),
  );
  return [port.loaded, ...staffed];
}

function shown(
  answer: Answer,
  { plan }: Found,
  prepared: Prepared,
  texts: Texts,
): Omit<PlanShown, "keptNotes" | "worthNotes"> {
  const { port, grid, sure } = prepared;
  const { fromMs, slotMs, slots } = grid;
  const posts = [...new Set(answer.worth.map(({ post }) => post))];
  return {
    question: fill(texts.report.plan.question, { promises: promisesText(prepared), sure: percent(sure) }),
    date: String(port.day.date),
    shifts: cells(shiftCells(plan, prepared, texts)),
    hours: cells(hourCells(answer, plan, prepared, texts)),
    kept: cells(staffingCells(answer, prepared, texts)),
    bars: {
      fromMs,
      slotMs,
      posts: port.pools.map(({ name, booths, officersAt }) => ({
        name,
        booths,
        plan: officersBySlot(plan, name, grid).map((officers) => Math.min(officers, booths)),
        other: Array.from({ length: slots }, (_, slot) => officersAt(fromMs + slot * slotMs)),
      })),
    },
    worth: posts.map((post) => ({
      post,
      bars: answer.worth
        .filter((one) => one.post === post)
        .map(({ hour, truckHours }) => hourBar(hour, formatClock(hour * HOUR), truckHours)),
    })),
  };
}

const cells = ({ columns, lines }: PlanCells): Cells => ({
  heads: columns.map(({ title }) => capitalized(title)),
  rows: lines.map((line) => line.map(withMinus)),
});

/** A word as it begins a column on paper; names of posts stay as the file has them. */
const capitalized = (title: string): string =>
  title.replace(/^\p{Ll}+$/u, (word) => word[0]!.toLocaleUpperCase() + word.slice(1));
