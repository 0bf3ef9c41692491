/** The charts of a report: what each draws, the sentence that says what it shows, and the table under it. */
import { areFewAlike } from "../../../shared/few-alike.ts";
import { fill } from "../../../shared/fill.ts";
import { METRIC_OF_CAUSE } from "../../../shared/metrics.ts";
import type { ReportChart } from "../../../shared/report.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/units.ts";
import { CAUSES } from "../../../shared/vocabulary.ts";
import type { Cause } from "../../../shared/vocabulary.ts";
import type { BandOfDays } from "../../analysis/bands.ts";
import { letterOf, outcomeText, seriesOf } from "./input.ts";
import type { ReportInput } from "./input.ts";
import { markup, table } from "./markup.ts";
import type { Markup } from "./markup.ts";

export type Charts = Record<string, ReportChart>;

/** Lines of one chart at the most: more cannot be told apart. */
const MOST_LINES = 4;

/** The baseline with the others, a few at a time. */
function linesOf({ names, isCompared }: ReportInput): readonly (readonly number[])[] {
  const all = names.map((_, index) => index);
  const first = isCompared ? [0] : [];
  const others = all.slice(first.length);
  const each = MOST_LINES - first.length;
  const groups = Array.from({ length: Math.ceil(others.length / each) }, (_, g) => [
    ...first,
    ...others.slice(g * each, (g + 1) * each),
  ]);
  return groups.length === 0 ? [first] : groups;
}

/** Whole hours around all waiting. */
function spanOf({ bands }: ReportInput): { readonly fromMs: number; readonly untilMs: number } {
  const { fromMs, binMs } = bands[0]!;
  const busy = bands.flatMap(({ queue, waitMin }) =>
    [queue, waitMin].flatMap(({ high }) =>
      high.flatMap((value, bin) => (value !== null && value > 0 ? [bin] : [])),
    ),
  );
  const least = busy.reduce((low, bin) => Math.min(low, bin), busy[0] ?? 0);
  const most = busy.reduce((high, bin) => Math.max(high, bin), 0);
  return {
    fromMs: Math.floor((fromMs + least * binMs) / HOUR) * HOUR,
    untilMs: Math.ceil((fromMs + (most + 1) * binMs) / HOUR) * HOUR,
  };
}

export function courseCharts(input: ReportInput, charts: Charts): readonly Markup[] {
  return (["wait", "queue"] as const).flatMap((what) =>
    linesOf(input).map((lines, group) => courseChart(input, what, lines, `${what}-${group}`, charts)),
  );
}

function courseChart(
  input: ReportInput,
  what: "wait" | "queue",
  lines: readonly number[],
  id: string,
  charts: Charts,
): Markup {
  const { report } = input.speech;
  const title = report.charts[what];
  const bandOf = (index: number): BandOfDays => input.bands[index]![what === "wait" ? "waitMin" : "queue"];
  const { fromMs, binMs } = input.bands[0]!;
  const series = lines.map((index) => ({ label: letterOf(index), ...bandOf(index) }));
  charts[id] = { kind: "course", title, what, ...spanOf(input), bins: { fromMs, binMs }, series };
  const days = input.days[0]!.length;
  const note = days === 1 ? report.charts.courseOnce : fill(report.charts.course, { days });
  return markup`<figure><div class="picture"><figcaption>${title}</figcaption>
<p class="note">${[...lines.flatMap((index) => highestOf(input, what, index, bandOf(index))), note].join(" ")}</p>
<svg id="${id}" class="time-chart" role="img" aria-label="${title}"></svg></div>
${courseTable(input, what, lines, bandOf)}</figure>`;
}

function highestOf(
  input: ReportInput,
  what: "wait" | "queue",
  index: number,
  { median }: BandOfDays,
): readonly string[] {
  const { fromMs, binMs } = input.bands[index]!;
  let top = -1;
  median.forEach((value, bin) => {
    if (value !== null && (top < 0 || value > (median[top] ?? 0))) top = bin;
  });
  if (top < 0) return [];
  const value = valueText(input, what, median[top] ?? 0) + (what === "wait" ? " min" : "");
  const time = clockOf(fromMs + (top + 1) * binMs);
  return [fill(input.speech.report.charts.highest, { letter: letterOf(index), time, value })];
}

/** Trucks whole; minutes with a decimal below ten. */
const valueText = ({ speech }: ReportInput, what: "wait" | "queue", value: number): string =>
  speech.decimal(value, what === "wait" && value < 9.95 ? 1 : 0);

/** Where the day goes over several days, the clock starts over. */
const clockOf = (ms: number): string => formatClock(ms > DAY ? ms % DAY : Math.floor(ms / MINUTE) * MINUTE);

/** At each full hour what the chart shows then. */
function courseTable(
  input: ReportInput,
  what: "wait" | "queue",
  lines: readonly number[],
  bandOf: (index: number) => BandOfDays,
): Markup {
  const { charts } = input.speech.report;
  const title = charts[what];
  const { fromMs, binMs } = input.bands[0]!;
  const span = spanOf(input);
  const hours = Array.from(
    { length: (span.untilMs - span.fromMs) / HOUR },
    (_, h) => span.fromMs + (h + 1) * HOUR,
  );
  const cell = (index: number, atMs: number): string => {
    const bin = Math.round((atMs - fromMs) / binMs) - 1;
    const { low, median, high } = bandOf(index);
    const [from, middle, to] = [low[bin], median[bin], high[bin]];
    if (middle == null || from == null || to == null) return "–";
    const say = (value: number): string => valueText(input, what, value);
    return from === to ? say(middle) : `${say(middle)} (${say(from)}–${say(to)})`;
  };
  const heads = [charts.time, ...lines.map((index) => fill(charts.band, { letter: letterOf(index) }))];
  const rows = hours.map((atMs) => [clockOf(atMs), ...lines.map((index) => cell(index, atMs))]);
  return table(fill(charts.tableOf, { title }), heads, rows);
}

/** Dark, light and middle in turn, so that neighbors are told apart without their color; as on the page. */
const SHADES: Readonly<Record<Cause, number>> = {
  officers: 5,
  blocked: 7,
  trapped: 1,
  closed: 4,
  scanner: 8,
  review: 6,
  setUp: 0,
};
const LEAST_MINUTES = 0.05;

export function causesChart(input: ReportInput, charts: Charts): Markup {
  const { speech, names } = input;
  const { report, causes, number } = speech;
  const minutes = (name: string, cause: Cause): number =>
    input.estimates.find(
      (row) => row.scenario === name && row.metric === METRIC_OF_CAUSE[cause] && row.stage === null,
    )?.value ?? 0;
  const shown = CAUSES.filter((cause) => names.some((name) => minutes(name, cause) >= LEAST_MINUTES));
  const title = report.charts.causes;
  if (shown.length === 0) return markup`<p>${report.charts.noDelay}</p>`;
  charts["causes"] = {
    kind: "parts",
    title,
    rows: names.map((name, index) => ({
      label: letterOf(index),
      parts: shown.map((cause) => ({
        name: causes[cause],
        shade: SHADES[cause],
        minutes: minutes(name, cause),
      })),
    })),
  };
  const total = (name: string): number => CAUSES.reduce((sum, cause) => sum + minutes(name, cause), 0);
  const largest = names.map((name, index) => {
    const cause = shown.reduce((most, each) => (minutes(name, each) > minutes(name, most) ? each : most));
    return fill(report.charts.largest, {
      letter: letterOf(index),
      part: causes[cause],
      value: number(minutes(name, cause)),
      total: number(total(name)),
    });
  });
  const rows = [
    ...shown.map((cause) => [
      markup`<i class="swatch shade-${SHADES[cause]}" aria-hidden="true"></i>${causes[cause]}`,
      ...names.map((name) => number(minutes(name, cause))),
    ]),
    [report.charts.total, ...names.map((name) => number(total(name)))],
  ];
  return markup`<figure><div class="picture"><figcaption>${title}</figcaption>
<p class="note">${[...largest, report.charts.causesNote].join(" ")}</p>
<svg id="causes" class="split-bars" role="img" aria-label="${title}"></svg></div>
${table(fill(report.charts.tableOf, { title }), [report.charts.cause, ...names.map((_, index) => letterOf(index))], rows)}</figure>`;
}

/** Who gains and who loses by a scenario: the same trucks by class. */
export function gainsTable(input: ReportInput, index: number, charts: Charts): Markup | null {
  const { speech, names, differences } = input;
  const { gains } = speech.report;
  const name = names[index]!;
  const rows = differences.filter(
    (row) => row.scenario === name && row.metric === "wait" && row.statistic === "meanOfShared",
  );
  if (rows.length === 0) return null;
  const most = rows.reduce(
    (top, { value, low, high }) => Math.max(top, Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0)),
    0.1,
  );
  const { number } = speech;
  const cells = rows.map((row) => {
    const id = `gain-${index}-${row.class ?? "all"}`;
    const { value, low, high, n } = row;
    const interval = low === null || high === null ? "–" : `${number(low, true)} … ${number(high, true)}`;
    charts[id] = { kind: "interval", most, series: seriesOf(index), value, low, high };
    return [
      row.class === null ? gains.all : speech.words.class[row.class as keyof typeof speech.words.class],
      number(value, true),
      areFewAlike(row) ? fill(speech.report.figures.fewAlike, { n }) : interval,
      outcomeText(speech, row),
      markup`<svg id="${id}" class="interval" aria-hidden="true"></svg>`,
    ];
  });
  const heads = [gains.class, gains.change, gains.interval, gains.reads, gains.picture];
  return table(`${letterOf(index)}: ${name}`, heads, cells);
}
