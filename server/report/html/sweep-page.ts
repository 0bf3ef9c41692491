/** The report of sweeps: what each setting does, what is best for its cost, and every point. */
import { fill } from "../../../shared/fill.ts";
import { openEndsOf } from "../../../shared/estimate.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { formatAmount } from "../../../shared/sweep/amount.ts";
import { frontierPlaces, hasOpenEnds, tornadoBars } from "../../../shared/sweep/pictures.ts";
import type { Factor } from "../../../shared/sweep/plan.ts";
import type {
  SweepEffects,
  SweepFrontier,
  SweepResult,
  SweptFigure,
  SweptPoint,
} from "../../../shared/sweep/result.ts";
import type { Charts } from "./charts.ts";
import type { ReportSpeech } from "./input.ts";
import { markup, table } from "./markup.ts";
import type { Markup } from "./markup.ts";
import {
  againSection,
  askedAndCautions,
  groundsSections,
  heading,
  openInterval,
  section,
} from "./sections.ts";
import type { Again } from "./sections.ts";
import { wholePage } from "./whole-page.ts";
import type { Bundle } from "./whole-page.ts";

/** A sweep with what is said of it in sentences. */
export type ReportedSweep = {
  readonly name: string;
  readonly scenario: LoadedScenario;
  readonly factors: readonly Factor[];
  readonly result: SweepResult;
  /** Which points there are, and over how many days each. */
  readonly basis: string;
  /** By figure: how far its effects can be believed, or why it has none. */
  readonly effectsNotes: readonly string[];
  readonly judgments: readonly string[];
  readonly warnings: readonly string[];
};

export type SweepReportInput = {
  readonly speech: ReportSpeech;
  readonly sweeps: readonly ReportedSweep[];
  readonly again: Again;
};

/** A sweep as it is written down. */
type Told = ReportedSweep & {
  readonly speech: ReportSpeech;
  readonly charts: Charts;
  /** Begins the ids of its pictures. */
  readonly id: string;
  /** With the name of the sweep, where there are several. */
  readonly titled: (title: string) => string;
};

export function renderSweepReport({ speech, sweeps, again }: SweepReportInput, bundle: Bundle): string {
  const { language, report } = speech;
  const charts: Charts = {};
  const names = sweeps.map(({ name }) => name);
  const titleOf =
    (name: string) =>
    (title: string): string =>
      names.length > 1 ? `${name}: ${title}` : title;
  const parts = sweeps.map((sweep, index) =>
    sectionsOf({ ...sweep, speech, charts, id: `sweep-${index}`, titled: titleOf(sweep.name) }),
  );
  const scenarios = sweeps.map(({ scenario }) => scenario);
  const body = markup`<main>
${heading(report.sweep.kicker, names)}
${parts}
${groundsSections({ speech, scenarios })}
${againSection({ speech, scenarios }, again)}
</main>`;
  return wholePage(names.join(" · "), body, { language, charts }, bundle);
}

const sectionsOf = (told: Told): readonly (Markup | null)[] => [
  questionSection(told),
  answerSection(told),
  effectsSection(told),
  frontierSection(told),
  pointsSection(told),
];

function questionSection({ speech, name, factors, basis, titled }: Told): Markup {
  const { question, sweep } = speech.report;
  const rows = factors.map((factor) => [
    factor.label,
    valuesText(factor, sweep.range),
    markup`<code>${factor.name}</code>`,
  ]);
  return section(
    titled(question.title),
    markup`<p class="question">${fill(sweep.question, { scenario: name })}</p>`,
    table(basis, [sweep.columns.setting, sweep.values, sweep.path], rows, "words"),
  );
}

const valuesText = ({ levels }: Factor, range: string): string =>
  levels.kind === "list"
    ? levels.values.map(({ text }) => whole(text)).join(", ")
    : fill(range, { from: whole(formatAmount(levels.low)), to: whole(formatAmount(levels.high)) });

/** An amount that no line ends within. */
const whole = (amount: string): string => amount.replaceAll(" ", "\u00a0");

/** The value, and under it the interval; of few days that are alike, that they have none. */
function cell(
  speech: ReportSpeech,
  { metric }: SweptFigure,
  estimate: Estimate | null,
  isSigned = false,
): Markup | string {
  if (estimate === null) return "–";
  const { value, low, high, n } = estimate;
  const say = (one: number): string => speech.number(one, isSigned);
  const open = openInterval(estimate, say, speech);
  if (open !== null) return markup`${say(value)}<small class="ends alike">${open}</small>`;
  if (areFewAlike({ ...estimate, metric }))
    return markup`${say(value)}<small class="ends alike">${fill(speech.report.figures.fewAlike, { n })}</small>`;
  if (low === null || high === null || low === high) return say(value);
  return markup`${say(value)}<small class="ends">${say(low)} … ${say(high)}</small>`;
}

function answerSection(told: Told): Markup {
  const { speech, result, titled } = told;
  const sentences = [...bestOf(told), ...result.effects.map((effects) => answerOf(effects, speech))];
  return section(
    titled(speech.report.answer.title),
    sentences.map((sentence) => markup`<p class="verdict series-0">${sentence}</p>`),
    ...askedAndCautions(told),
  );
}

/** The setting that comes first, and how sure that it does anything; elementary effects go by their size. */
function answerOf(effects: SweepEffects, speech: ReportSpeech): string {
  const { sweep } = speech.report;
  const { figure, rows, none, isTrusted } = effects;
  const [first] = rows;
  const said = { figure: speech.figure(figure) };
  if (none === "constant") return fill(sweep.same, said);
  if (first === undefined) return fill(sweep.none, said);
  const { setting, from, to, effect, size } = first;
  const shown = size ?? effect;
  if (effects.method === "morris" && shown.value === 0) return fill(sweep.same, said);
  if (!isTrusted) return fill(sweep.untrusted, said);
  const isMoney = figure.unit === "$";
  const say = (value: number | null): string => {
    if (value === null) return "–";
    return isMoney && size === null ? speech.dollars(value) : speech.number(value, size === null);
  };
  return fill(sweep[sureness(figure, shown, size !== null)], {
    ...said,
    setting,
    from: whole(from),
    to: whole(to),
    unit: isMoney && size === null ? "" : unitOf(figure, speech),
    value: say(shown.value),
    low: say(shown.low),
    high: say(shown.high),
    n: shown.n,
    vehicles: shown.vehiclesNeeded ?? "",
  });
}

/** How the change that comes first is told. */
function sureness({ metric }: SweptFigure, shown: Estimate, isSize: boolean) {
  const { low, high } = shown;
  if (openEndsOf(shown) !== null) return "few";
  if (low === null || high === null) return isSize ? "sizeOnce" : "once";
  if (areFewAlike({ ...shown, metric })) return "alike";
  if (low <= 0 && high >= 0) return "close";
  if (low === high) return isSize ? "sizeAlways" : "always";
  return isSize ? "size" : "most";
}

const unitOf = ({ unit }: SweptFigure, { metrics }: ReportSpeech): string =>
  unit === "%" ? metrics.points : metrics.units[unit].short;

function bestOf({ speech, result: { frontier } }: Told): readonly string[] {
  if (frontier === null || frontier.points.length < 2) return [];
  const best = frontier.points.filter(({ standing }) => standing === "on").map(({ point }) => point);
  if (best.length === 0) return [];
  return [
    fill(speech.report.sweep.best, {
      x: speech.figure(frontier.x),
      y: speech.figure(frontier.y),
      total: frontier.points.length,
      points: best.join(", "),
    }),
  ];
}

function effectsSection(told: Told): Markup {
  const { speech, result, titled } = told;
  return section(
    titled(speech.report.sweep.effects),
    result.effects.map((effects, index) => effectsFigure(told, effects, index)),
  );
}

function effectsFigure(
  { speech, charts, id, effectsNotes }: Told,
  effects: SweepEffects,
  index: number,
): Markup {
  const { sweep, charts: words } = speech.report;
  const title = speech.title(effects.figure);
  const note = effectsNotes[index]!;
  if (effects.rows.length === 0)
    return markup`<figure><figcaption>${title}</figcaption><p class="note">${note}</p></figure>`;
  const name = `${id}-effects-${index}`;
  charts[name] = { kind: "tornado", title, bars: tornadoBars(effects, (from, to) => `${from} → ${to}`) };
  return markup`<figure><div class="picture"><figcaption>${title}</figcaption>
<p class="note">${sweep.effectsNote}</p>
<svg id="${name}" class="tornado" role="img" aria-label="${title}"></svg></div>
${effectsTable(fill(words.tableOf, { title }), effects, speech)}
<p class="note">${note}</p></figure>`;
}

function effectsTable(caption: string, { figure, method, rows }: SweepEffects, speech: ReportSpeech): Markup {
  const { setting, range, change, size, spread, standardized } = speech.report.sweep.columns;
  const isMorris = method === "morris";
  const heads = [setting, range, change, ...(isMorris ? [size, spread] : [standardized])];
  const cells = rows.map((row) => [
    row.setting,
    `${whole(row.from)} → ${whole(row.to)}`,
    cell(speech, figure, row.effect, true),
    ...(isMorris
      ? [cell(speech, figure, row.size), row.spread === null ? "–" : speech.number(row.spread)]
      : [cell(speech, figure, row.standardized, true)]),
  ]);
  return table(caption, heads, cells);
}

function frontierSection(told: Told): Markup | null {
  const { speech, result, charts, id, titled } = told;
  const { frontier } = result;
  if (frontier === null) return null;
  const { sweep, charts: words } = speech.report;
  const title = sweep.frontier;
  const name = `${id}-frontier`;
  charts[name] = {
    kind: "frontier",
    title,
    xText: speech.title(frontier.x),
    yText: speech.title(frontier.y),
    marks: frontierPlaces(frontier),
  };
  return section(
    titled(title),
    markup`<figure><div class="picture"><p class="note">${sweep.frontierNote}${hasOpenEnds(frontier) ? ` ${sweep.dashedNote}` : ""}</p>
<svg id="${name}" class="frontier" role="img" aria-label="${title}"></svg></div>
${frontierTable(fill(words.tableOf, { title }), frontier, told)}
<p class="note">${sweep.sureNote}</p></figure>`,
  );
}

/** Those that no other point beats, and those too close to call. */
function frontierTable(caption: string, { x, y, points }: SweepFrontier, told: Told): Markup {
  const { speech, result } = told;
  const { point, sure, reads } = speech.report.sweep.columns;
  const heads = [
    point,
    ...result.settings.map(({ label }) => label),
    speech.title(x),
    speech.title(y),
    sure,
    reads,
  ];
  const rows = points
    .filter(({ standing }) => standing !== "off")
    .map((one) => [
      one.point,
      ...(result.points.find((swept) => swept.point === one.point)?.values ?? []),
      cell(speech, x, one.x),
      cell(speech, y, one.y),
      one.sure === null ? "–" : `${speech.decimal(100 * one.sure, 0)} %`,
      speech.report.sweep.standings[one.standing],
    ]);
  return table(caption, heads, rows);
}

function pointsSection({ speech, result, titled }: Told): Markup {
  const { sweep } = speech.report;
  const { settings, figures, points } = result;
  const heads = [
    sweep.columns.point,
    ...settings.map(({ label }) => label),
    ...figures.map((figure) => speech.title(figure)),
  ];
  const row = ({ point, values, estimates }: SweptPoint) => [
    point,
    ...values,
    ...estimates.map((estimate, f) => cell(speech, figures[f]!, estimate)),
  ];
  return section(titled(sweep.points), table(sweep.pointsNote, heads, points.map(row)));
}
