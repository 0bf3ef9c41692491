/** The figures of the port over time: queues, vehicles inside, throughput, servers, officers and costs. */
import { HOUR } from "../../shared/units.ts";
import type { MetricId } from "../../shared/metrics.ts";
import { HOURS } from "../measure/groups.ts";
import type { LevelSummary } from "../measure/levels.ts";
import type { ReplicationSummary, SummaryShape } from "../measure/summary.ts";
import { cellSum } from "./cell-sums.ts";
import type { CellSum, Table } from "./cell-sums.ts";
import { sumOver } from "./class-groups.ts";
import type { Costs, Figure } from "./figures.ts";
import type { Measure } from "./measure-of-days.ts";
import type { OfDay } from "./readings.ts";
import { ALL_HOURS, delayCost } from "./vehicle-figures.ts";

const MM_IN_KM = 1e6;

/** Levels over time: how long and how high, what they were as each hour ended, and the highest. */
type Levels = { readonly integral: Table; readonly ends: Table; readonly highest: Table };

const levelsOf = (of: (day: ReplicationSummary) => LevelSummary): Levels => ({
  integral: (day) => of(day).integral,
  ends: (day) => of(day).ends,
  highest: (day) => of(day).highest,
});

const QUEUE = levelsOf(({ places }) => places.queue);
const QUEUE_MM = levelsOf(({ places }) => places.queueMm);
const WAITING = levelsOf(({ places }) => places.waiting);
const IN_PORT = levelsOf(({ places }) => places.port);
const IN_PLACES = levelsOf(({ places }) => places.inside);
const MANNED = levelsOf(({ staff }) => staff.manned);
const BUSY = levelsOf(({ staff }) => staff.busy);
const BLOCKED = levelsOf(({ staff }) => staff.blocked);

const spanMs: Table = ({ span }) => span.ms;
const spanEnds: Table = ({ span }) => span.ends;
const departures: Table = (day) => day.departures;
const served: Table = (day) => day.served;

/** Level and hour as an index into level summaries. */
const at = (index: number, hour: number): number => index * HOURS + hour;
const hoursOf = (hour: number | null): readonly number[] => (hour === null ? ALL_HOURS : [hour]);
const WHOLE_AND_HOURS: readonly (number | null)[] = [null, ...ALL_HOURS];

export function portFigures(shape: SummaryShape, costs: Costs): Figure[] {
  return [
    ...levelFigures("queue", null, QUEUE, 0),
    ...shape.places.flatMap(({ name }, place) => levelFigures("queue", name, WAITING, place)),
    figure("queueKm", "mean", null, null, overTime(cellSum(QUEUE_MM.integral, ALL_HOURS, { per: MM_IN_KM }))),
    figure("queueKm", "max", null, null, highest(cellSum(QUEUE_MM.highest, [0], { per: MM_IN_KM }))),
    ...levelFigures("inside", null, IN_PORT, 0),
    ...shape.places.flatMap(({ name }, place) => levelFigures("inside", name, IN_PLACES, place)),
    ...throughputFigures(shape),
    ...serverFigures(shape),
    ...boothFigures(shape),
    ...officerFigures(shape, costs),
    ...(costs.truckHour === undefined
      ? []
      : [figure("delayCost", "total", null, null, delayCost(costs.truckHour))]),
  ];
}

const figure = (
  metric: MetricId,
  statistic: Figure["statistic"],
  stage: string | null,
  hour: number | null,
  measure: Measure,
): Figure => ({ metric, statistic, class: null, stage, hour, measure });

const daily = (of: OfDay): Measure => ({ kind: "daily", of });

const highest = (of: CellSum): Measure => ({ kind: "highest", of });

/** An integral over time, by the counted time. */
const overTime = (above: CellSum, hour: number | null = null): Measure => ({
  kind: "ratio",
  above,
  below: cellSum(spanMs, hoursOf(hour)),
});

function levelFigures(
  metric: "queue" | "inside",
  stage: string | null,
  levels: Levels,
  index: number,
): Figure[] {
  const first = at(index, 0);
  const mean = (hour: number | null): Measure =>
    overTime(cellSum(levels.integral, hoursOf(hour), { first }), hour);
  return [
    ...WHOLE_AND_HOURS.map((hour) => figure(metric, "mean", stage, hour, mean(hour))),
    figure(metric, "max", stage, null, highest(cellSum(levels.highest, [index]))),
    ...ALL_HOURS.map((hour) =>
      figure(metric, "endOfHour", stage, hour, {
        kind: "ratio",
        above: cellSum(levels.ends, [at(index, hour)]),
        below: cellSum(spanEnds, [hour]),
      }),
    ),
  ];
}

function throughputFigures({ places }: SummaryShape): Figure[] {
  const perHour = (table: Table, first: number, hour: number | null): Measure =>
    overTime(cellSum(table, hoursOf(hour), { first, times: HOUR }), hour);
  const stations = places.flatMap(({ name, kind }, place) => (kind === "station" ? [{ name, place }] : []));
  return WHOLE_AND_HOURS.flatMap((hour) => [
    figure("throughput", "mean", null, hour, perHour(departures, 0, hour)),
    ...stations.map(({ name, place }) =>
      figure("throughput", "mean", name, hour, perHour(served, at(place, 0), hour)),
    ),
  ]);
}

/** A post by its name, and a place with several posts also as a whole by its own. */
type PostGroup = { readonly name: string; readonly posts: readonly number[]; readonly isReview: boolean };

function postGroups({ posts, places }: SummaryShape): readonly PostGroup[] {
  const single = posts.map(({ name, isReview }, post) => ({ name, posts: [post], isReview }));
  const whole = places.map(({ name }, place) => ({ name, posts: postsOf(posts, place), isReview: false }));
  return [...single, ...whole.filter(({ posts: own }) => own.length > 1)];
}

const postsOf = (posts: SummaryShape["posts"], place: number): readonly number[] =>
  posts.flatMap((post, index) => (post.place === place && !post.isReview ? [index] : []));

/** Of several levels together. */
const levelTime = (
  { integral }: Levels,
  indices: readonly number[],
  hours: readonly number[],
  scale: { readonly times?: number; readonly per?: number } = {},
): CellSum =>
  cellSum(
    integral,
    indices.flatMap((index) => hours.map((hour) => at(index, hour))),
    scale,
  );

function serverFigures(shape: SummaryShape): Figure[] {
  return postGroups(shape).flatMap(({ name, posts, isReview }) => {
    const share = (levels: Levels, hour: number | null): Measure => ({
      kind: "ratio",
      above: levelTime(levels, posts, hoursOf(hour), { times: 100 }),
      below: levelTime(MANNED, posts, hoursOf(hour)),
    });
    const utilization = WHOLE_AND_HOURS.map((hour) =>
      figure("utilization", "mean", name, hour, share(BUSY, hour)),
    );
    if (isReview) return utilization;
    return [...utilization, figure("blockedShare", "mean", name, null, share(BLOCKED, null))];
  });
}

function boothFigures(shape: SummaryShape): Figure[] {
  const { posts, primary } = shape;
  const staffed = (own: readonly number[]): CellSum => levelTime(MANNED, own, ALL_HOURS, { per: HOUR });
  const figures = posts.map(({ name }, post) =>
    figure("boothHours", "total", name, null, daily(staffed([post]))),
  );
  const booths = postsOf(posts, primary);
  if (booths.length === 0) return figures;
  return [
    figure("boothHours", "total", null, null, daily(staffed(booths))),
    ...figures,
    figure("trucksPerBoothHour", "mean", null, null, {
      kind: "ratio",
      above: cellSum(served, ALL_HOURS, { first: at(primary, 0) }),
      below: staffed(booths),
    }),
  ];
}

function officerFigures({ pools }: SummaryShape, { officerHour }: Costs): Figure[] {
  const paid =
    (indices: readonly number[]): ((day: ReplicationSummary) => number) =>
    (day) =>
      indices.reduce(
        (sum, pool) =>
          sum + (sumOver(day.staff.onDuty.integral, ALL_HOURS, at(pool, 0)) / HOUR) * pools[pool].relief,
        0,
      );
  const indices = pools.flatMap(({ relief }, pool) => (relief > 0 ? [pool] : []));
  if (indices.length === 0) return [];
  const all = paid(indices);
  return [
    figure("officerHours", "total", null, null, daily(all)),
    ...indices.map((pool) => figure("officerHours", "total", pools[pool].name, null, daily(paid([pool])))),
    ...(officerHour === undefined
      ? []
      : [
          figure(
            "staffCost",
            "total",
            null,
            null,
            daily((day) => officerHour * all(day)),
          ),
        ]),
  ];
}
