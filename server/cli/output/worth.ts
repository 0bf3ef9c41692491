/** What booth-hours are worth, for people and for machines. */
import { DRAW_SCHEME } from "../../engine/draws.ts";
import { csvLine } from "../../../shared/csv.ts";
import type { Estimate } from "../../../shared/estimate.ts";
import { formatClock } from "../../../shared/scenario/clock.ts";
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { HOUR } from "../../../shared/units.ts";
import type { BoothHourWorth } from "../../run/booth-hours.ts";
import type { Texts } from "../texts.ts";
import { VERSION } from "../version.ts";
import { formatEstimate, notesOfMarks } from "./rows.ts";
import { formatTable } from "./table.ts";
import type { Column } from "./table.ts";

type Basis = { readonly loaded: LoadedScenario; readonly seed: number; readonly done: number };

const BAR_WIDTH = 20;

export function worthTable(
  rows: readonly BoothHourWorth[],
  { loaded, seed, done }: Basis,
  texts: Texts,
): string {
  const { t } = texts;
  const { truckHour } = loaded.scenario.costs ?? {};
  const highest = Math.max(...rows.map(({ truckHours }) => truckHours?.value ?? 0));
  const columns: Column[] = [
    { title: t("worth.post"), align: "left" },
    { title: t("headings.hour"), align: "left" },
    { title: t("worth.planned"), align: "right" },
    { title: t("worth.saved"), align: "right" },
    ...(truckHour === undefined ? [] : [{ title: t("worth.dollars"), align: "right" } as const]),
    { title: "", align: "left" },
  ];
  const lines = rows.map(({ post, hour, planned, truckHours }) => [
    post,
    formatClock(hour * HOUR),
    String(planned),
    truckHours === null ? "" : formatEstimate(truckHours, texts),
    ...(truckHour === undefined
      ? []
      : [truckHours === null ? "" : formatEstimate(times(truckHours, truckHour), texts)]),
    bar(truckHours?.value ?? 0, highest),
  ]);
  return [
    loaded.scenario.name,
    "",
    formatTable(columns, lines),
    "",
    ...worthNotes(rows, texts),
    t("notes.basis", {
      days: t("days", { count: done, done }),
      seed,
      version: VERSION,
      scheme: DRAW_SCHEME,
    }),
    "",
  ].join("\n");
}

/** What the numbers are, and where they have no interval, why. */
export function worthNotes(
  rows: readonly Pick<BoothHourWorth, "truckHours">[],
  texts: Texts,
): readonly string[] {
  const { t } = texts;
  const known = rows.flatMap(({ truckHours }) => truckHours ?? []);
  const isOnce = known.some(({ low }) => low === null);
  return [t("worth.note"), ...(isOnce ? [t("worth.noInterval")] : []), ...notesOfMarks(known, texts)];
}

const times = ({ value, low, high, n }: Estimate, factor: number): Estimate => ({
  value: value * factor,
  low: low === null ? null : low * factor,
  high: high === null ? null : high * factor,
  n,
});

const bar = (value: number, highest: number): string =>
  highest <= 0 || value <= 0 ? "" : "█".repeat(Math.round((BAR_WIDTH * value) / highest));

type Row = {
  readonly post: string;
  readonly hour: number;
  readonly planned: number;
  readonly unit: "truckHours";
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
};

const rowOf = ({ post, hour, planned, truckHours }: BoothHourWorth): Row => ({
  post,
  hour,
  planned,
  unit: "truckHours",
  value: truckHours?.value ?? null,
  low: truckHours?.low ?? null,
  high: truckHours?.high ?? null,
  n: truckHours?.n ?? 0,
});

export function worthJson(
  rows: readonly BoothHourWorth[],
  { loaded, seed, done }: Basis,
  interrupted: boolean,
): string {
  const report = {
    cruce: VERSION,
    drawScheme: DRAW_SCHEME,
    seed,
    replications: done,
    interrupted,
    scenario: loaded.scenario.name,
    file: loaded.file,
    boothHours: rows.map(rowOf),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

const COLUMNS = ["post", "hour", "planned", "unit", "value", "low", "high", "n"] as const;

export const worthCsv = (rows: readonly BoothHourWorth[]): string =>
  [csvLine(COLUMNS), ...rows.map(rowOf).map((row) => csvLine(COLUMNS.map((column) => row[column])))].join("");
