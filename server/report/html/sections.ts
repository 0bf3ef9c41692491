/** The parts of a report in words and tables. */
import { assumptionsOf } from "../../../shared/assumptions.ts";
import { about } from "../../../shared/figure-name.ts";
import { fill } from "../../../shared/fill.ts";
import { isRowOf, openEndsOf } from "../../../shared/estimate.ts";
import type { DifferenceRow, Estimate, EstimateRow } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { OfMetric } from "../../../shared/few-alike.ts";
import { phraseOf } from "../../../shared/verdict.ts";
import { sha256Of } from "../tables/metadata.ts";
import type { Provenance } from "../tables/metadata.ts";
import { letterOf, outcomeText, seriesOf } from "./input.ts";
import type { ReportInput, ReportSpeech } from "./input.ts";
import { markup, table } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { netDifference } from "./net.ts";
import { remarksOf } from "./sources.ts";
import { replicationsIn } from "../../analysis/replications.ts";

/** What kind of report it is, and of what. */
export const heading = (kicker: string, titles: readonly string[]): Markup =>
  markup`<header><p class="kicker">${kicker}</p>
<h1>${titles.map((title, i) => markup`<span>${title}${i < titles.length - 1 ? " ·" : ""}</span> `)}</h1></header>`;

export const section = (title: string, ...parts: readonly (Markup | readonly Markup[] | null)[]): Markup =>
  markup`<section><h2>${title}</h2>
${parts}</section>
`;

const letter = (index: number): Markup =>
  markup`<b class="letter series-${seriesOf(index)}">${letterOf(index)}</b>`;

export function questionSection(input: ReportInput): Markup {
  const { speech, names, isCompared, changes } = input;
  const { question } = speech.report;
  const list = markup`<ul class="names-list">${names.map((name, index) => markup`<li>${letter(index)} ${name}</li>`)}</ul>`;
  if (!isCompared) return section(question.title, markup`<p class="question">${question.run}</p>`, list);
  const what = phraseOf(input.answer, speech.metrics);
  const asked = input.plan?.question ?? fill(question.compare, { what, baseline: names[0]! });
  return section(
    question.title,
    markup`<p class="question">${asked}</p>`,
    list,
    changes.map((sentences, i) => {
      const about = { letter: letterOf(i + 1), scenario: names[i + 1]!, baseline: letterOf(0) };
      const lines = sentences.length === 0 ? [question.same] : sentences;
      return markup`<h3>${fill(question.changes, about)}</h3><ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
    }),
  );
}

export function answerSection(input: ReportInput): Markup {
  const { speech, isCompared, answers, shorterDays, days } = input;
  const { answer } = speech.report;
  const total = replicationsIn(days[0]!);
  const sentences = isCompared ? answers : aloneSentences(input);
  const basis = fill(isCompared ? answer.basis : answer.basisAlone, { days: input.daysText });
  return section(
    answer.title,
    sentences.map((sentence, i) => {
      const index = isCompared ? i + 1 : i;
      return markup`<p class="verdict series-${seriesOf(index)}">${letter(index)} ${sentence}</p>
${isCompared && total > 1 && shorterDays[index] !== undefined ? shorterDots(input, index) : null}`;
    }),
    markup`<p class="note">${basis}</p>`,
    ...askedAndCautions(input),
  );
}

/** What was asked for and how it came out, and what to know before reading on. */
export function askedAndCautions({
  speech: {
    report: { askedFor, cautions },
  },
  judgments,
  warnings,
}: Pick<ReportInput, "speech" | "judgments" | "warnings">): readonly (Markup | null)[] {
  return [
    judgments.length === 0
      ? null
      : markup`<h3>${askedFor}</h3><ul>${judgments.map((text) => markup`<li>${text}</li>`)}</ul>`,
    warnings.length === 0
      ? null
      : markup`<h3>${cautions}</h3>${warnings.map((text) => markup`<p class="caution">${text}</p>`)}`,
  ];
}

/** One dot a day: it reads well where intervals do not. */
const MOST_DOTS = 100;

function shorterDots({ speech, shorterDays, days }: ReportInput, index: number): Markup {
  // Of pairs of days the first of each: only these are independent.
  const total = replicationsIn(days[index]!);
  const count = shorterDays[index]!;
  const text = fill(speech.report.answer.shorter, {
    letter: letterOf(index),
    count,
    total,
    baseline: letterOf(0),
  });
  const dots = Array.from({ length: total > MOST_DOTS ? 0 : total }, (_, day) =>
    day < count ? markup`<i class="full"></i>` : markup`<i></i>`,
  );
  return markup`<p>${text}</p><div class="dots series-${seriesOf(index)}" aria-hidden="true">${dots}</div>`;
}

function aloneSentences({ speech, names, estimates, answer }: ReportInput): readonly string[] {
  const { report, metrics, number } = speech;
  return names.map((scenario) => {
    const row = estimates.find((one) => one.scenario === scenario && isRowOf(one, answer));
    if (row === undefined) return report.answer.missing;
    const unit = metrics.units[row.unit as keyof typeof metrics.units].short;
    const what = [phraseOf(answer, metrics), ...about(row)].join(" ");
    const said = { scenario, what, unit, value: number(row.value) };
    const open = openInterval(row, number, speech);
    if (open !== null) return fill(report.answer.aloneFew, { ...said, interval: open });
    if (row.low === null || row.high === null) return fill(report.answer.aloneOnce, said);
    if (areFewAlike(row)) return fill(report.answer.aloneAlike, { ...said, n: row.n });
    return fill(report.answer.alone, { ...said, low: number(row.low), high: number(row.high) });
  });
}

const isWhole = (row: EstimateRow): boolean => row.class === null && row.stage === null && row.hour === null;

/** Minutes, trucks, officers and money, one card each. */
const CARDS = [
  ["minutes", "wait", "mean"],
  ["slow", "wait", "p95"],
  ["trucks", "departures", "total"],
  ["officers", "officerHours", "total"],
  ["delay", "delayCost", "total"],
  ["staff", "staffCost", "total"],
] as const;

/** What is better or worse by itself; officers and money are weighed against each other. */
const READ: ReadonlySet<string> = new Set(["minutes", "slow", "trucks"]);

export function meaningSection(input: ReportInput): Markup | null {
  if (!input.isCompared) return null;
  const { strip } = input.speech.report;
  const { days } = input.scenarios[0]!.scenario;
  const others = input.names.slice(1).map((name, i) => {
    const index = i + 1;
    const cards = CARDS.flatMap(([key, metric, statistic]) => {
      const row = input.differences.find(
        (one) =>
          one.scenario === name && one.metric === metric && one.statistic === statistic && isWhole(one),
      );
      if (row === undefined) return [];
      const reads = READ.has(key) ? outcomeText(input.speech, row) : "";
      return [card(input, strip[key], row, row.unit, reads)];
    });
    const net = netDifference(ownDays(input, 0), ownDays(input, index));
    const note = fill(days === 1 ? strip.perDay : strip.perRun, {
      days,
      letter: letterOf(index),
      baseline: letterOf(0),
    });
    return markup`<p class="note">${note}</p><dl class="strip">${cards}${net === null ? null : card(input, strip.net, net, "$", "")}</dl>
${net === null ? markup`<p class="note">${strip.noCosts}</p>` : null}`;
  });
  return section(strip.title, others);
}

const ownDays = ({ names, scenarios, days, expected }: ReportInput, index: number) => ({
  expected: expected[index]!,
  name: names[index]!,
  costs: scenarios[index]!.scenario.costs ?? {},
  days: days[index]!,
});

function card(
  { speech }: ReportInput,
  title: string,
  estimate: OfMetric,
  unit: string,
  reads: string,
): Markup {
  const { units } = speech.metrics;
  const say = (one: number): string => (unit === "$" ? speech.dollars(one) : speech.number(one, true));
  const short = unit === "$" ? "" : units[unit as keyof typeof units].short;
  const interval = intervalUnder(estimate, say, speech);
  return markup`<div><dt>${title}</dt><dd><b>${say(estimate.value)}</b> ${short}<small>${interval}</small><small>${reads}</small></dd></div>`;
}

/** "38.1 … ?; fewer than 72 vehicles: no upper end"; null where no end is missing for want of vehicles. */
export function openInterval(
  estimate: Estimate,
  say: (value: number) => string,
  { report: { figures } }: OpenWords,
): string | null {
  const open = openEndsOf(estimate);
  if (open === null) return null;
  const why = fill(figures.fewVehicles[open], { vehicles: estimate.vehiclesNeeded ?? 0 });
  const end = (one: number | null): string => (one === null ? "?" : say(one));
  return open === "both" ? why : `${end(estimate.low)} … ${end(estimate.high)}; ${why}`;
}

type OpenWords = { readonly report: Pick<ReportSpeech["report"], "figures"> };

/** Of ends that read the same, how far they are from the value, rather than that no day differs. */
export function intervalUnder(
  estimate: OfMetric,
  say: (value: number) => string,
  { report: { strip, figures } }: Pick<ReportSpeech, "report">,
): Markup | string {
  const { low, high, n } = estimate;
  const open = openInterval(estimate, say, { report: { figures } });
  if (open !== null) return open;
  if (low === null || high === null) return strip.oneDay;
  if (areFewAlike(estimate)) return fill(figures.fewAlike, { n });
  if (low === high) return strip.every;
  if (say(low) === say(high)) return `± ${say((high - low) / 2).replace("+", "")}`;
  return markup`<span>${say(low)} …</span> <span>${say(high)}</span>`;
}

/** The figures of the terminal's table. */
export function figuresSection(input: ReportInput, keys: readonly EstimateRow[]): Markup {
  const { names, estimates, speech, answer } = input;
  const { figures } = speech.report;
  const said = (row: EstimateRow): string => {
    const { value, low, high, n } = row;
    const open = openInterval(row, speech.number, speech);
    if (open !== null) return `${speech.number(value)} (${open})`;
    if (areFewAlike(row)) return `${speech.number(value)} (${fill(figures.fewAlike, { n })})`;
    return low === null || high === null || low === high
      ? speech.number(value)
      : `${speech.number(value)} (${speech.number(low)} … ${speech.number(high)})`;
  };
  const rows = keys.map((key) => [
    isRowOf(key, answer) ? markup`<b>${speech.title(key)}</b>` : speech.title(key),
    ...names.map((name) => {
      const row = estimates.find((one) => one.scenario === name && isRowOf(one, key));
      return row === undefined ? "–" : said(row);
    }),
  ]);
  const heads = [figures.metric, ...names.map((_, index) => letterOf(index))];
  return section(figures.title, table(figures.note, heads, rows));
}

/** Trucks that are in one of the scenarios alone, where there are some. */
export function onlyInOne({ speech, differences, names }: ReportInput, index: number): Markup | null {
  const of = (metric: string): number =>
    differences.find(
      (row: DifferenceRow) => row.scenario === names[index] && row.metric === metric && isWhole(row),
    )?.value ?? 0;
  const [less, more] = [of("onlyInBaseline"), of("onlyInScenario")];
  if (less + more === 0) return null;
  const said = {
    baseline: letterOf(0),
    letter: letterOf(index),
    less: speech.number(less),
    more: speech.number(more),
  };
  return markup`<p class="note">${fill(speech.report.gains.only, said)}</p>`;
}

type Grounded = Pick<ReportInput, "speech" | "scenarios">;

/** What the scenarios rest on, what no scenario has, and where the numbers come from. */
export function groundsSections({ speech, scenarios }: Grounded): readonly Markup[] {
  const { assumptions, limits, sources } = speech.report;
  const texts: Readonly<Record<string, string>> = assumptions.list;
  const ids = assumptionsOf(scenarios.map(({ scenario }) => scenario));
  const remarks = remarksOf(scenarios.flatMap((loaded) => loaded.sources));
  const rows = remarks.map(({ setting, remark }) => [markup`<code>${setting}</code>`, remark]);
  return [
    section(
      assumptions.title,
      markup`<p class="note">${assumptions.note}</p><ul class="names-list">${ids.map(
        (id) => markup`<li><span class="assumption">${id}</span> ${texts[id]!}</li>`,
      )}</ul>`,
    ),
    section(
      limits.title,
      markup`<ul>${Object.values(limits.list).map((text) => markup`<li>${text}</li>`)}</ul>`,
    ),
    section(
      sources.title,
      remarks.length === 0
        ? markup`<p>${sources.none}</p>`
        : table(sources.note, [sources.setting, sources.remark], rows, "words"),
    ),
  ];
}

/** All that is needed to make the same again. */
export type Again = Pick<Provenance, "cruce" | "drawScheme" | "command"> & {
  readonly seed: string;
  readonly days: string;
};

export function againSection({ speech, scenarios }: Grounded, made: Again): Markup {
  const { again } = speech.report;
  const { cruce, drawScheme, command, seed, days } = made;
  const files = new Map(
    scenarios.flatMap(({ sources }) => sources.map(({ file, text }) => [file, text] as const)),
  );
  return section(
    again.title,
    markup`<dl class="again"><dt>${again.command}</dt><dd><code>${command}</code></dd>
<dt>${again.seed}</dt><dd>${seed}</dd>
<dt>${again.days}</dt><dd>${days}</dd>
<dt>${again.version}</dt><dd>${fill(again.versionIs, { version: cruce, scheme: drawScheme })}</dd>
<dt>${again.files}</dt>${[...files].map(([file, text]) => markup`<dd><code>${file}: ${sha256Of(text)}</code></dd>`)}</dl>`,
  );
}
