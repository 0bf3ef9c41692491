/** Forecasts for people and for machines: the figures of the span, then its course by the half hour. */
import { styleText } from "node:util";
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { csvLine } from "../../../shared/csv.ts";
import type { DifferenceRow, Estimate, EstimateRow } from "../../../shared/estimate.ts";
import { METRICS } from "../../../shared/metrics.ts";
import type { MetricId, Statistic } from "../../../shared/metrics.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/units.ts";
import { verdictSentence } from "../../../shared/verdict.ts";
import type { BandOfDays, SeriesBands } from "../../analysis/bands.ts";
import { FORECAST_FIGURES } from "../../run/forecast.ts";
import type { ForecastFigure, ForecastResult } from "../../run/forecast.ts";
import type { Asked } from "../commands/forecast.ts";
import type { Texts } from "../texts.ts";
import { VERSION } from "../version.ts";
import { formatEstimate, formatNumber, notesOfMarks, titleOf } from "./rows.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";
import { marked } from "./tidy.ts";

/** Every so often the table shows the course; JSON and CSV have all of it. */
const ROW_EVERY_MS = HOUR / 2;

const METRIC_OF: Readonly<Record<ForecastFigure, { metric: MetricId; statistic: Statistic }>> = {
  wait: { metric: "wait", statistic: "mean" },
  queueMax: { metric: "queue", statistic: "max" },
  cleared: { metric: "departures", statistic: "total" },
};

/** What bands are of, as the lists for machines name it. */
const COURSES = [
  { course: "queue", unit: "vehicles" },
  { course: "waitMin", unit: "min" },
  { course: "clearedPerHour", unit: "/h" },
] as const;

const rowOf = (figure: ForecastFigure, scenario: string, estimate: Estimate): EstimateRow => {
  const { metric, statistic } = METRIC_OF[figure];
  const { unit } = METRICS[metric];
  return { scenario, metric, statistic, class: null, stage: null, hour: null, unit, ...estimate };
};

const estimateRows = ({ scenarios, figures }: ForecastResult): readonly EstimateRow[] =>
  figures.flatMap((of, index) =>
    FORECAST_FIGURES.flatMap((figure) => {
      const estimate = of[figure];
      return estimate === null ? [] : [rowOf(figure, scenarios[index]!, estimate)];
    }),
  );

const differenceRows = ({ scenarios, differences }: ForecastResult): readonly DifferenceRow[] =>
  differences.flatMap((of, index) =>
    FORECAST_FIGURES.flatMap((figure) => {
      const estimate = of?.[figure] ?? null;
      if (estimate === null) return [];
      const baseline = scenarios[0]!;
      return [{ ...rowOf(figure, scenarios[index]!, estimate), baseline, named: figure === "wait" }];
    }),
  );

export function forecastReport(result: ForecastResult, asked: Asked, texts: Texts): string {
  const { t } = texts;
  const differences = differenceRows(result);
  const answers = differences
    .filter((row) => row.named)
    .map((row) => verdictSentence(row, texts.metrics, (value, signed) => formatNumber(value, texts, signed)));
  const span = t("forecast.span", {
    from: clockOf(asked.atMs),
    until: clockOf(asked.untilMs),
    count: result.futures.length,
  });
  return [
    span,
    ...(answers.length === 0 ? [] : ["", ...answers.map(bold)]),
    "",
    figuresTable(result, differences, texts),
    "",
    ...result.scenarios.flatMap((name, index) => [
      bold(name),
      courseTable(result.bands[index]!, asked, texts),
      "",
    ]),
    t("forecast.band"),
    ...notesOfMarks([...estimateRows(result), ...differences], texts),
    t("forecast.basis", {
      seed: asked.seed,
      replication: asked.replication,
      version: VERSION,
      scheme: DRAW_SCHEME,
    }),
    "",
  ].join("\n");
}

const bold = (text: string): string => styleText("bold", text, { stream: process.stdout });
/** Time of the first day of the run; of later days with the day before it. */
const clockOf = (ms: number): string =>
  ms < DAY ? formatClock(ms) : `${Math.floor(ms / DAY) + 1}/${formatClock(ms % DAY)}`;

function figuresTable(result: ForecastResult, differences: readonly DifferenceRow[], texts: Texts): string {
  const [baseline, ...others] = result.scenarios;
  const estimates = estimateRows(result);
  const columns: Column[] = [
    { title: texts.t("headings.metric"), align: "left" },
    ...result.scenarios.map((title): Column => ({ title, align: "right" })),
    ...others.map((name): Column => ({ title: `${name} − ${baseline}`, align: "right" })),
  ];
  const rows = FORECAST_FIGURES.flatMap((figure) => {
    const { metric } = METRIC_OF[figure];
    const of = (list: readonly EstimateRow[], scenario: string, signed = false): string => {
      const row = list.find((one) => one.metric === metric && one.scenario === scenario);
      return row === undefined ? "" : formatEstimate(row, texts, signed);
    };
    const first = estimates.find((row) => row.metric === metric);
    if (first === undefined) return [];
    return [
      [
        titleOf(first, texts),
        ...result.scenarios.map((name) => of(estimates, name)),
        ...others.map((name) => of(differences, name, true)),
      ],
    ];
  });
  return formatTable(columns, rows);
}

function courseTable(bands: SeriesBands, { atMs, untilMs }: Asked, texts: Texts): string {
  const { t } = texts;
  const columns: Column[] = [
    { title: t("forecast.time"), align: "left" },
    { title: t("forecast.queue"), align: "right" },
    { title: t("forecast.wait"), align: "right" },
    { title: t("forecast.cleared"), align: "right" },
  ];
  const rows: string[][] = [];
  for (let ms = Math.ceil((atMs + 1) / ROW_EVERY_MS) * ROW_EVERY_MS; ms <= untilMs; ms += ROW_EVERY_MS) {
    // The bin that ends at this time.
    const bin = Math.round((ms - bands.fromMs) / bands.binMs) - 1;
    rows.push([
      clockOf(ms),
      bandText(bands.queue, bin, texts),
      bandText(bands.waitMin, bin, texts),
      bandText(bands.clearedPerHour, bin, texts),
    ]);
  }
  return formatTable(columns, rows);
}

function bandText({ low, median, high }: BandOfDays, bin: number, { locale }: Texts): string {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const [least, middle, most] = [low[bin], median[bin], high[bin]];
  if (least == null || middle == null || most == null) return "–";
  return `${whole.format(middle)} (${whole.format(least)} … ${whole.format(most)})`;
}

type BandRow = {
  readonly scenario: string;
  readonly course: string;
  readonly unit: string;
  /** End of the five minutes: minutes after the first midnight of the run. */
  readonly minute: number;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
};

const bandRows = ({ scenarios, bands }: ForecastResult): readonly BandRow[] =>
  bands.flatMap((of, index) =>
    COURSES.flatMap(({ course, unit }) =>
      of[course].median.map((median, bin) => ({
        scenario: scenarios[index]!,
        course,
        unit,
        minute: (of.fromMs + (bin + 1) * of.binMs) / MINUTE,
        low: of[course].low[bin] ?? null,
        median,
        high: of[course].high[bin] ?? null,
      })),
    ),
  );

export function forecastJson(
  result: ForecastResult,
  scenarios: readonly LoadedScenario[],
  { seed, replication, atMs, untilMs }: Asked,
  interrupted: boolean,
): string {
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    seed,
    replication,
    fromMinute: atMs / MINUTE,
    untilMinute: untilMs / MINUTE,
    futures: result.futures.length,
    interrupted,
    scenarios: result.scenarios.map((scenario, i) => ({ scenario, file: scenarios[i]?.file ?? null })),
    estimates: estimateRows(result).map(marked),
    differences: differenceRows(result).map(marked),
    bands: bandRows(result),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const COLUMNS = ["scenario", "course", "unit", "minute", "low", "median", "high"] as const;

/** The course alone: figures are in the JSON. */
export function forecastCsv(result: ForecastResult): string {
  const lines = bandRows(result).map((row) => csvLine(COLUMNS.map((column) => row[column])));
  return [csvLine(COLUMNS), ...lines].join("");
}
