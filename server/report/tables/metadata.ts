/** What stands beside the files of results: what each file and column is, and all that is needed to make them again. */
import { createHash } from "node:crypto";
import { METRICS, isMetricId } from "../../../shared/metrics.ts";
import type { MetricTexts, Statistic } from "../../../shared/metrics.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { TABLES } from "./columns.ts";
import type { ColumnUnit, TableName } from "./columns.ts";
import type { CsvDialect } from "./csv-file.ts";

/** How the results came about. */
export type Provenance = {
  readonly cruce: string;
  readonly drawScheme: number;
  readonly command: string;
  readonly seed: number;
  readonly replications: number;
  /** Each of them is an antithetic pair of days. */
  readonly antithetic?: true;
  readonly interrupted: boolean;
};

/** Of a sweep, where each scenario may have its own seed and days. */
export type SweepProvenance = Omit<Provenance, "seed" | "replications"> & {
  readonly sweeps: readonly {
    readonly scenario: string;
    readonly seed: number;
    readonly replications: number;
    readonly design: string;
    readonly pointsInAll: number;
    readonly settings: readonly { readonly setting: string; readonly path: string }[];
  }[];
};

export type TableTexts = {
  readonly tables: Readonly<Record<TableName, string>>;
  readonly columns: Readonly<Record<string, string>>;
};

export type WrittenFile = {
  readonly file: string;
  readonly table: TableName;
  readonly rows: number;
  /** Null: Parquet. */
  readonly csv: CsvDialect | null;
  readonly bytes: number;
  readonly sha256: string;
};

type Texts = { readonly files: TableTexts; readonly metrics: MetricTexts };

/** `names` are the scenarios as the rows have them, in the order of `scenarios`. */
export function metadataOf(
  provenance: Provenance | SweepProvenance,
  names: readonly string[],
  scenarios: readonly LoadedScenario[],
  files: readonly WrittenFile[],
  texts: Texts,
): object {
  return {
    ...provenance,
    scenarios: names.map((scenario, i) => scenarioOf(scenario, scenarios[i]!)),
    files: files.map(({ file, table, rows, csv, bytes, sha256 }) => ({
      file,
      what: texts.files.tables[table],
      rows,
      bytes,
      sha256,
      ...(csv === null ? { format: "parquet" } : { format: "csv", encoding: "UTF-8", ...csv }),
      columns: columnsOf(table, texts),
    })),
    metrics: metricsOf(texts.metrics),
    statistics: Object.fromEntries(
      Object.entries(texts.metrics.statistics).map(([name, { title }]) => [name as Statistic, title]),
    ),
  };
}

/** The files that a scenario was read from, itself first, each with what it said then. */
function scenarioOf(scenario: string, { scenario: { zone, from, days, warmUp }, sources }: LoadedScenario) {
  return {
    scenario,
    files: sources.map(({ file, text }) => ({ file, sha256: sha256Of(text) })),
    zone,
    from,
    days,
    warmUp,
  };
}

export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

const columnsOf = (table: TableName, { files, metrics }: Texts) =>
  TABLES[table].map(({ name, type, unit, isNullable }) => ({
    name,
    meaning: files.columns[name],
    type,
    unit: unitText(unit, metrics),
    nullable: isNullable,
  }));

function unitText(unit: ColumnUnit, { units }: MetricTexts): string | null {
  if (unit === "asUnit") return "unit";
  if (unit === null || unit === "ms") return unit;
  return units[unit].long;
}

const metricsOf = ({ metrics, units }: MetricTexts): object =>
  Object.fromEntries(
    Object.entries(metrics).flatMap(([id, { title, definition }]) => {
      if (!isMetricId(id)) return [];
      const { unit, better } = METRICS[id];
      return [[id, { title, definition, unit, unitMeans: units[unit].long, better }]];
    }),
  );
