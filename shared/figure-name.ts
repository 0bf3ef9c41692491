/**
 * A figure as people write it: `wait`, `waitP95`, `queueMax`. The metric, then its statistic (left out: the first
 * that the metric has), then what it is about: `waitP95 of fast`, `stageWaitP95 at secondary`, `waitMean in hour 8`.
 */
import { METRICS, METRIC_IDS } from "./metrics.ts";
import type { MetricDimension, MetricId, Statistic } from "./metrics.ts";
import { guessParams } from "./scenario/nearest.ts";
import { RESULT_CLASSES } from "./vocabulary.ts";
import type { ResultClass } from "./vocabulary.ts";

export type FigureKey = {
  readonly metric: MetricId;
  readonly statistic: Statistic;
  /** null: all. */
  readonly class: ResultClass | null;
  readonly stage: string | null;
  readonly hour: number | null;
};

/** Why a text is no figure, condition or precision; a message has a text for each, with the parameters. */
export const ASKING_FAULTS = [
  "figure",
  "dimension",
  "class",
  "stage",
  "hour",
  "absent",
  "promise",
  "condition",
  "precision",
  "unit",
  "noPercent",
] as const;
export type AskingFault = {
  readonly fault: (typeof ASKING_FAULTS)[number];
  readonly params: Readonly<Record<string, string>>;
};
export type Asked<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & AskingFault);

export const wrong = (
  fault: AskingFault["fault"],
  params: Readonly<Record<string, string>>,
): { readonly ok: false } & AskingFault => ({ ok: false, fault, params });

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Names of a metric and its statistic: "waitP95". */
const figureName = (metric: MetricId, statistic: Statistic): string => metric + capital(statistic);

/** Every metric with every statistic, and each metric alone for its first; not what exists only in comparisons. */
const NAMES: ReadonlyMap<string, Pick<FigureKey, "metric" | "statistic">> = new Map(
  METRIC_IDS.filter((metric) => !("compared" in METRICS[metric])).flatMap((metric) => {
    const statistics = METRICS[metric].statistics.filter((statistic) => statistic !== "meanOfShared");
    return [
      [metric as string, { metric, statistic: statistics[0]! }] as const,
      ...statistics.map((statistic) => [figureName(metric, statistic), { metric, statistic }] as const),
    ];
  }),
);

const FORM = /^\s*([A-Za-z]\w*)((?:\s+(?:of|at|in\s+hour)\s+\S+)*)\s*$/;
const PART = /(of|at|in\s+hour)\s+(\S+)/g;

/** Reads a figure's name. Whether a scenario has the stage is for who knows the scenario to say. */
export function parseFigure(text: string): Asked<FigureKey> {
  const match = FORM.exec(text);
  const named = match === null ? undefined : NAMES.get(match[1]!);
  if (match === null || named === undefined) {
    const word = match?.[1] ?? text.trim();
    return wrong("figure", { found: text.trim(), ...guessParams(word, [...NAMES.keys()]) });
  }
  let key: FigureKey = { ...named, class: null, stage: null, hour: null };
  for (const [, word, value] of match[2]!.matchAll(PART)) {
    const part = partOf(named, word!, value!);
    if (!part.ok) return part;
    key = { ...key, ...part.value };
  }
  return { ok: true, value: key };
}

function partOf(
  { metric }: Pick<FigureKey, "metric">,
  word: string,
  value: string,
): Asked<Partial<FigureKey>> {
  const dimension: MetricDimension = word === "of" ? "class" : word === "at" ? "stage" : "hour";
  const dimensions: readonly MetricDimension[] = METRICS[metric].dimensions;
  if (!dimensions.includes(dimension)) return wrong("dimension", { metric, word, found: value });
  switch (dimension) {
    case "stage":
      return { ok: true, value: { stage: value } };
    case "class": {
      const found = RESULT_CLASSES.find((one) => one === value);
      if (found === undefined) return wrong("class", { found: value, ...guessParams(value, RESULT_CLASSES) });
      return { ok: true, value: { class: found } };
    }
    case "hour": {
      const hour = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
      if (!(hour < 24)) return wrong("hour", { found: value });
      return { ok: true, value: { hour } };
    }
    default:
      return dimension satisfies never;
  }
}

/** As `parseFigure` reads it; the statistic is left out where the metric has no other. */
export function formatFigure(key: FigureKey): string {
  const { metric, statistic } = key;
  const hasOne = METRICS[metric].statistics.length === 1;
  return [hasOne ? metric : figureName(metric, statistic), ...about(key)].join(" ");
}

/** What a figure is told apart by, as a name says it: "of fast", "at secondary", "in hour 8". */
export const about = ({
  class: of,
  stage,
  hour,
}: {
  readonly class: string | null;
  readonly stage: string | null;
  readonly hour: number | null;
}): readonly string[] => [
  ...(of === null ? [] : [`of ${of}`]),
  ...(stage === null ? [] : [`at ${stage}`]),
  ...(hour === null ? [] : [`in hour ${hour}`]),
];
