/** The report of scenarios, alone or compared. */
import type { EstimateRow } from "../../../shared/estimate.ts";
import { fill } from "../../../shared/fill.ts";
import { causesChart, courseCharts, gainsTable } from "./charts.ts";
import type { Charts } from "./charts.ts";
import type { ReportInput } from "./input.ts";
import { markup } from "./markup.ts";
import { planSections } from "./plan.ts";
import { warmUpSection } from "./warm-up.ts";
import {
  againSection,
  answerSection,
  figuresSection,
  groundsSections,
  heading,
  meaningSection,
  onlyInOne,
  questionSection,
} from "./sections.ts";
import type { Again } from "./sections.ts";
import { wholePage } from "./whole-page.ts";
import type { Bundle } from "./whole-page.ts";

/** `keys` are the lines of the table of figures. */
export function renderReport(input: ReportInput, keys: readonly EstimateRow[], bundle: Bundle): string {
  const { language, report } = input.speech;
  const charts: Charts = {};
  const gains = input.isCompared
    ? input.names.slice(1).flatMap((_, i) => [gainsTable(input, i + 1, charts), onlyInOne(input, i + 1)])
    : [];
  // Of a plan the other staffings are named where they are told apart.
  const titles = input.plan === null ? input.names : input.names.slice(0, 1);
  const body = markup`<main>
${heading(input.plan === null ? report.kicker : report.plan.kicker, titles)}
${questionSection(input)}
${answerSection(input)}
${input.plan === null ? null : planSections(input.speech, input.plan, charts)}
${meaningSection(input)}
<section><h2>${report.charts.title}</h2>
${courseCharts(input, charts)}
${causesChart(input, charts)}</section>
${warmUpSection(input, charts)}
${gains.every((part) => part === null) ? null : markup`<section><h2>${report.gains.title}</h2><p class="note">${report.gains.note}</p>${gains}</section>`}
${figuresSection(input, keys)}
${groundsSections(input)}
${againSection(input, againOf(input))}
</main>`;
  return wholePage(titles.join(" · "), body, { language, charts }, bundle);
}

function againOf({ speech, daysText, provenance }: ReportInput): Again {
  const { seed, replications, wanted, interrupted } = provenance;
  const done = { done: replications, total: wanted };
  const days = interrupted ? `${daysText} ${fill(speech.report.again.interrupted, done)}` : daysText;
  return { ...provenance, seed: String(seed), days };
}
