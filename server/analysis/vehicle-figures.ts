/** The figures of vehicles: waits, crossing times, delay, time and blocking by place, and how many there were. */
import { HOUR, MINUTE } from "../../shared/units.ts";
import type { MetricId } from "../../shared/metrics.ts";
import type { ResultClass } from "../../shared/vocabulary.ts";
import { GROUPS, HOURS } from "../measure/groups.ts";
import type { GroupedSums } from "../measure/groups.ts";
import type { PackedHistograms } from "../measure/histogram.ts";
import type { ReplicationSummary, SummaryShape } from "../measure/summary.ts";
import { cellSum } from "./cell-sums.ts";
import type { Table } from "./cell-sums.ts";
import { classRows, hourRow, sumOver } from "./class-groups.ts";
import type { Figure } from "./figures.ts";
import type { Measure } from "./measure-of-days.ts";

type Rows = readonly number[];

/** Of a figure: how many vehicles have it, and the sum over them. */
type Sums = { readonly count: Table; readonly sum: Table };
type Figures = ReplicationSummary["figures"];

const sumsOf = (of: (figures: Figures) => GroupedSums): Sums => ({
  count: ({ figures }) => of(figures).count,
  sum: ({ figures }) => of(figures).sum,
});

const WAIT = sumsOf(({ wait }) => wait);
const WAIT_FROM_READER = sumsOf(({ waitFromReader }) => waitFromReader);
const CROSSING = sumsOf(({ crossing }) => crossing);
const DELAY = sumsOf(({ delay }) => delay);
const DWELL = sumsOf(({ dwell }) => dwell);
const STAGE_WAIT = sumsOf(({ stageWait }) => stageWait);
const BLOCKED = sumsOf(({ blocked }) => blocked);
const waitsOver60: Table = ({ figures }) => figures.waitOver60;

const ALL_ROWS = classRows(null);
export const ALL_HOURS: readonly number[] = Array.from({ length: HOURS }, (_, hour) => hour);

export function vehicleFigures(shape: SummaryShape, classes: readonly ResultClass[]): Figure[] {
  const groups = groupsOf(classes);
  const byClass = groups.filter(({ hour }) => hour === null);
  return [
    ...waitFigures(groups),
    ...byClass.flatMap((group) => [
      figure("waitFromReader", "mean", group, meanMinutes(WAIT_FROM_READER, group.rows)),
      figure(
        "waitFromReader",
        "p95",
        group,
        percentile((day) => day.figures.waitsFromReader, group.rows, 0.95),
      ),
    ]),
    ...groups.map((group) => figure("crossingTime", "mean", group, meanMinutes(CROSSING, group.rows))),
    ...byClass.map((group) =>
      figure(
        "crossingTime",
        "p95",
        group,
        percentile((day) => day.figures.crossings, group.rows, 0.95),
      ),
    ),
    ...groups.map((group) => figure("delay", "mean", group, meanMinutes(DELAY, group.rows))),
    ...placeFigures(shape, groups),
    ...countFigures(groups),
  ];
}

/** A slice of the vehicles: all, a class, or an hour; with its rows in grouped sums. */
type Group = { readonly class: ResultClass | null; readonly hour: number | null; readonly rows: Rows };

const groupsOf = (classes: readonly ResultClass[]): readonly Group[] => [
  { class: null, hour: null, rows: ALL_ROWS },
  ...classes.map((reported) => ({ class: reported, hour: null, rows: classRows(reported) })),
  ...ALL_HOURS.map((hour) => ({ class: null, hour, rows: [hourRow(hour)] })),
];

const figure = (
  metric: MetricId,
  statistic: Figure["statistic"],
  group: Pick<Group, "class" | "hour">,
  measure: Measure,
  stage: string | null = null,
): Figure => ({ metric, statistic, class: group.class, stage, hour: group.hour, measure });

const meanMinutes = (sums: Sums, rows: Rows, place = 0): Measure => ({
  kind: "ratio",
  above: cellSum(sums.sum, rows, { first: place * GROUPS, per: MINUTE }),
  below: cellSum(sums.count, rows, { first: place * GROUPS }),
});

const percentile = (of: (day: ReplicationSummary) => PackedHistograms, rows: Rows, p: number): Measure => ({
  kind: "quantile",
  p,
  of,
  rows,
  unitMs: MINUTE,
});

/** One function for both percentiles, whose days are then pooled once: see measure-of-days.ts. */
const waitsOf = ({ figures }: ReplicationSummary): PackedHistograms => figures.waits;

function waitFigures(groups: readonly Group[]): Figure[] {
  return groups.flatMap((group) => [
    figure("wait", "mean", group, meanMinutes(WAIT, group.rows)),
    figure("wait", "p50", group, percentile(waitsOf, group.rows, 0.5)),
    figure("wait", "p95", group, percentile(waitsOf, group.rows, 0.95)),
    figure("wait", "max", group, {
      kind: "highest",
      of: ({ figures }) =>
        sumOver(figures.wait.count, group.rows) === 0
          ? Number.NaN
          : Math.max(...group.rows.map((row) => figures.waitHighest[row])) / MINUTE,
    }),
    figure("wait", "shareOver60", group, {
      kind: "ratio",
      above: cellSum(waitsOver60, group.rows, { times: 100 }),
      below: cellSum(WAIT.count, group.rows),
    }),
  ]);
}

function placeFigures({ places }: SummaryShape, groups: readonly Group[]): Figure[] {
  return places.flatMap(({ name, kind }, place) => {
    const byClass = groups.filter(({ hour }) => hour === null);
    const all = groups[0];
    const figures = groups.map((group) =>
      figure("dwell", "mean", group, meanMinutes(DWELL, group.rows, place), name),
    );
    figures.push(
      figure(
        "timeInStage",
        "mean",
        all,
        {
          kind: "ratio",
          above: cellSum(DWELL.sum, ALL_ROWS, { first: place * GROUPS, per: MINUTE }),
          below: cellSum(CROSSING.count, ALL_ROWS),
        },
        name,
      ),
    );
    if (kind === "station") {
      for (const group of byClass) {
        figures.push(figure("stageWait", "mean", group, meanMinutes(STAGE_WAIT, group.rows, place), name));
      }
      figures.push(
        figure(
          "stageWait",
          "p95",
          all,
          percentile((day) => day.figures.stageWaits, [place], 0.95),
          name,
        ),
      );
    }
    // Whoever stands outside waits in line; "blocked" is for those who are done with a place.
    if (kind !== "outside") {
      figures.push(figure("blockedTime", "mean", all, meanMinutes(BLOCKED, ALL_ROWS, place), name));
    }
    return figures;
  });
}

function countFigures(groups: readonly Group[]): Figure[] {
  const count = (
    metric: "arrivals" | "departures" | "turnedAway" | "gaveUp" | "unfinished",
    group: Group,
  ): Figure =>
    figure(metric, "total", group, {
      kind: "daily",
      of: cellSum(FATE_OF[metric], group.rows),
    });
  const byClass = groups.filter(({ hour }) => hour === null);
  return [
    ...groups.map((group) => count("arrivals", group)),
    ...(["departures", "turnedAway", "gaveUp", "unfinished"] as const).flatMap((metric) =>
      byClass.map((group) => count(metric, group)),
    ),
  ];
}

const FATE_OF = {
  arrivals: ({ vehicles }) => vehicles.arrived,
  departures: ({ vehicles }) => vehicles.departed,
  turnedAway: ({ vehicles }) => vehicles.turnedAway,
  gaveUp: ({ vehicles }) => vehicles.gaveUp,
  unfinished: ({ vehicles }) => vehicles.unfinished,
} as const satisfies Readonly<Record<string, Table>>;

/** Hours of delay of the vehicles that departed, at what one is worth. */
export const delayCost = (perHour: number): Measure => ({
  kind: "daily",
  of: cellSum(DELAY.sum, ALL_ROWS, { times: perHour, per: HOUR }),
});
