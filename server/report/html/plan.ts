/** A staffing plan that was found: its shifts, its officers by the time of the day, and what it keeps beside the others. */
import { fill } from "../../../shared/fill.ts";
import type { HourBar, StaffedPost } from "../../../shared/staffing/pictures.ts";
import type { Charts } from "./charts.ts";
import { seriesOf } from "./input.ts";
import type { ReportSpeech } from "./input.ts";
import { markup, table } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { section } from "./sections.ts";

export type Cells = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type PlanShown = {
  /** What was asked for, in a sentence. */
  readonly question: string;
  readonly date: string;
  readonly shifts: Cells;
  readonly hours: Cells;
  /** Of the file, the plan and the same hours, beside each other. */
  readonly kept: Cells;
  readonly bars: {
    readonly fromMs: number;
    readonly slotMs: number;
    readonly posts: readonly StaffedPost[];
  };
  readonly worth: readonly { readonly post: string; readonly bars: readonly HourBar[] }[];
  /** What to know of what is kept, and of what one more officer is worth. */
  readonly keptNotes: readonly string[];
  readonly worthNotes: readonly string[];
};

/** The plan is the second of the staffings. */
const SERIES = seriesOf(1);

export function planSections(speech: ReportSpeech, plan: PlanShown, charts: Charts): readonly Markup[] {
  const { plan: texts } = speech.report;
  return [
    section(
      texts.title,
      cellsTable(fill(texts.shifts, { date: plan.date }), plan.shifts),
      barsFigure(speech, plan, charts),
    ),
    section(texts.kept, cellsTable(texts.keptNote, plan.kept), notes(plan.keptNotes)),
    ...worthSections(speech, plan, charts),
  ];
}

const cellsTable = (caption: string, { heads, rows }: Cells): Markup => table(caption, heads, rows);

const notes = (sentences: readonly string[]): readonly Markup[] =>
  sentences.map((sentence) => markup`<p class="note">${sentence}</p>`);

function barsFigure(speech: ReportSpeech, { bars, hours, worth }: PlanShown, charts: Charts): Markup {
  const { plan } = speech.report;
  charts["plan"] = { kind: "staffing", title: plan.bars, series: SERIES, ...bars };
  return markup`<figure><div class="picture"><figcaption>${plan.bars}</figcaption>
<p class="note">${plan.barsNote}</p>
<svg id="plan" class="staffing-bars" role="img" aria-label="${plan.bars}"></svg></div>
${cellsTable(worth.length === 0 ? plan.hours : plan.hoursAndWorth, hours)}</figure>`;
}

function worthSections(
  speech: ReportSpeech,
  { worth, worthNotes }: PlanShown,
  charts: Charts,
): readonly Markup[] {
  const { plan } = speech.report;
  return worth.map(({ post, bars }, index) => {
    const title = fill(plan.worth, { post });
    const id = `worth-${index}`;
    charts[id] = { kind: "hours", title, series: SERIES, bars };
    return section(
      title,
      markup`<figure><div class="picture"><p class="note">${plan.worthNote}</p>
<svg id="${id}" class="hour-bars" role="img" aria-label="${title}"></svg></div></figure>`,
      ...(index < worth.length - 1 ? [] : notes(worthNotes)),
    );
  });
}
