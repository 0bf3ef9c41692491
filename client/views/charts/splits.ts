/**
 * Where the time goes, by stage or by cause: from what the server sends to what the bars draw, the sentence says
 * and the table lists. Pure; the words come in. By stage all of the crossing is divided, by cause the delay alone.
 */
import type { PlaceView } from "../../../shared/protocol.ts";
import { METRIC_OF_CAUSE } from "../../../shared/metrics.ts";
import { CAUSES, STAGE_KINDS } from "../../../shared/vocabulary.ts";
import type { Cause } from "../../../shared/vocabulary.ts";
import type { SplitBarsModel } from "../../charts/split-bars.ts";
import { stageName } from "../../language/names.ts";
import { resources } from "../../language/resources.ts";
import type { SplitBy } from "../../state/address.ts";
import { labelOf } from "../words.ts";
import type { Words } from "../words.ts";
import type { Table, Told } from "./models.ts";

/** By scenario: mean minutes of each part. */
type Times = readonly (readonly (readonly [string, number])[])[];

export type Part = {
  readonly key: string;
  readonly name: string;
  readonly shade: number;
  /** What it means, where its name does not say all. */
  readonly help: string | null;
};

export type Split = {
  readonly by: SplitBy;
  readonly times: Times;
  /** Days that they are the mean of; null where they are of this run so far. */
  readonly days: number | null;
  /** Of all scenarios, each once, in order. */
  readonly parts: readonly Part[];
};

type SplitTold = Pick<Told, "welcome" | "frame" | "results">;

/** What takes less shows as no bar and needs no name beside the picture; the table has it. */
const LEAST_MINUTES = 0.05;

export function splitOf(by: SplitBy, told: SplitTold, words: Words): Split {
  const { welcome, frame, results } = told;
  const field = by === "stages" ? "timeByStage" : "timeByCause";
  const known = results !== null && results.done > 1 && results[field].length > 0 ? results : null;
  const days = known?.done ?? null;
  const minutes = known === null ? (frame?.scenarios.map((scenario) => scenario[field]) ?? []) : known[field];
  if (by === "causes")
    return { by, times: minutes, days, parts: CAUSES.map((cause) => causePart(cause, words)) };
  const times = minutes.map((own, index) => byStage(own, welcome.scenarios[index]?.places ?? []));
  return { by, times, days, parts: stageParts(times, told, words) };
}

/** Places of one stage together, in the order of the road. */
function byStage(times: Times[number], places: readonly PlaceView[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, minutes] of times) {
    const stage = places.find((place) => place.name === name)?.stage ?? name;
    sums.set(stage, (sums.get(stage) ?? 0) + minutes);
  }
  return [...sums];
}

/** All stages of all scenarios, each once, in the order of the road. */
function stagesOf(times: Times): string[] {
  const stages: string[] = [];
  for (const own of times) {
    own.forEach(([stage], index) => {
      if (stages.includes(stage)) return;
      const before = own[index - 1]?.[0];
      stages.splice(before === undefined ? 0 : stages.indexOf(before) + 1, 0, stage);
    });
  }
  return stages;
}

const SHADES = 9;

/** A kind of stage has one shade everywhere; stations of a file's own take them in turn. */
function stageParts(times: Times, { welcome }: SplitTold, { t }: Words): Part[] {
  const kinds = new Map(
    welcome.scenarios.flatMap(({ places }) =>
      places.map(({ stage, stageKind }) => [stage, stageKind] as const),
    ),
  );
  return stagesOf(times).map((key, index) => {
    const kind = kinds.get(key);
    const known = kind === undefined || kind === "station" ? -1 : ["outside", ...STAGE_KINDS].indexOf(kind);
    return { key, name: stageName(t, key), shade: (known >= 0 ? known : index) % SHADES, help: null };
  });
}

/** Dark, light and middle in turn, so that neighbors are told apart without their color. */
const SHADE_OF_CAUSE: Readonly<Record<Cause, number>> = {
  officers: 5,
  blocked: 7,
  trapped: 1,
  closed: 4,
  scanner: 8,
  review: 6,
  setUp: 0,
};

function causePart(cause: Cause, { t, language }: Words): Part {
  const { metrics } = resources[language].metrics;
  const help = metrics[METRIC_OF_CAUSE[cause]].definition;
  return { key: cause, name: t(`cause.${cause}`), shade: SHADE_OF_CAUSE[cause], help };
}

const minutesOf = (own: Times[number], { key }: Part): number => own.find(([name]) => name === key)?.[1] ?? 0;

const sumOf = (own: Times[number]): number => own.reduce((sum, [, minutes]) => sum + minutes, 0);

/** The bars: words stand in a part where they fit, else its minutes alone. */
export function splitRows({ by, times, parts }: Split, words: Words): SplitBarsModel["rows"] {
  return times.map((own, index) => ({
    label: labelOf(index),
    total: words.wait(sumOf(own)),
    parts: parts.map((part) => {
      const minutes = minutesOf(own, part);
      const value = words.waitNumber(minutes);
      const named = `${part.name} ${value}`;
      const hint = words.t("chart.partIs", { part: part.name, value: words.wait(minutes) });
      return { shade: part.shade, minutes, hint, texts: by === "causes" ? [named, value] : [value] };
    }),
  }));
}

/** The parts that some bar shows. By cause with their minutes, which tell what a narrow part is. */
export function splitLegend({ by, times, parts }: Split, words: Words): (Part & { readonly text: string })[] {
  return parts
    .filter((part) => times.some((own) => minutesOf(own, part) >= LEAST_MINUTES))
    .map((part) => {
      const values = times.map((own, index) => `${labelOf(index)} ${words.waitNumber(minutesOf(own, part))}`);
      return {
        ...part,
        text:
          by === "causes"
            ? words.t("chart.partIs", { part: part.name, value: values.join(" · ") })
            : part.name,
      };
    });
}

/** One sentence: the largest part of each scenario. */
export function splitFinding({ by, times, parts }: Split, { t, wait, list }: Words): string {
  const largest = times.flatMap((own, index) => {
    const top = parts.reduce<Part | null>(
      (most, part) => (most === null || minutesOf(own, part) > minutesOf(own, most) ? part : most),
      null,
    );
    if (top === null || minutesOf(own, top) <= 0) return [];
    return t("chart.finding.part", {
      label: labelOf(index),
      part: top.name,
      value: wait(minutesOf(own, top)),
      total: wait(sumOf(own)),
    });
  });
  if (largest.length > 0) return t(`chart.finding.${by}`, { parts: list(largest) });
  return t(by === "causes" ? "chart.finding.noDelay" : "chart.finding.none");
}

export function splitTable({ by, times, parts }: Split, { t }: Words): Table {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    columns: [t(`chart.${by}.head`), ...times.map((_, index) => labelOf(index))],
    rows: [
      ...parts.map((part) => [part.name, ...times.map((own) => round(minutesOf(own, part)))]),
      [t("chart.total"), ...times.map((own) => round(sumOf(own)))],
    ],
  };
}
