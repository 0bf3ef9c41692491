/** The figures of the port over time: queues, vehicles inside, throughput, servers, officers and costs. */
import { HOUR } from "../../shared/units.ts";
import type { MetricId } from "../../shared/metrics.ts";
import { HOURS } from "../measure/groups.ts";
import type { LevelSummary } from "../measure/levels.ts";
import type { ReplicationSummary, SummaryShape } from "../measure/summary.ts";
import { sumOver } from "./class-groups.ts";
import type { Costs, Figure } from "./figures.ts";
import type { Measure } from "./measure-of-days.ts";
import { ALL_HOURS, delayCost } from "./vehicle-figures.ts";

const MM_IN_KM = 1e6;

type LevelsOf = (day: ReplicationSummary) => LevelSummary;
/** Level and hour as an index into level summaries. */
const at = (index: number, hour: number): number => index * HOURS + hour;
const hoursOf = (hour: number | null): readonly number[] => (hour === null ? ALL_HOURS : [hour]);
const WHOLE_AND_HOURS: readonly (number | null)[] = [null, ...ALL_HOURS];

export function portFigures(shape: SummaryShape, costs: Costs): Figure[] {
  return [
    ...levelFigures("queue", null, (day) => day.places.queue, 0),
    ...shape.places.flatMap(({ name }, place) =>
      levelFigures("queue", name, (day) => day.places.waiting, place),
    ),
    figure(
      "queueKm",
      "mean",
      null,
      null,
      overTime((day) => sumOver(day.places.queueMm.integral, ALL_HOURS) / MM_IN_KM),
    ),
    figure(
      "queueKm",
      "max",
      null,
      null,
      highest((day) => day.places.queueMm.highest[0] / MM_IN_KM),
    ),
    ...levelFigures("inside", null, (day) => day.places.port, 0),
    ...shape.places.flatMap(({ name }, place) =>
      levelFigures("inside", name, (day) => day.places.inside, place),
    ),
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

const daily = (of: (day: ReplicationSummary) => number): Measure => ({ kind: "daily", of });

const highest = (of: (day: ReplicationSummary) => number): Measure => ({ kind: "highest", of });

/** An integral over time, by the counted time. */
function overTime(above: (day: ReplicationSummary) => number, hour: number | null = null): Measure {
  const hours = hoursOf(hour);
  return { kind: "ratio", above, below: ({ span }) => sumOver(span.ms, hours) };
}

function levelFigures(
  metric: "queue" | "inside",
  stage: string | null,
  of: LevelsOf,
  index: number,
): Figure[] {
  const mean = (hour: number | null): Measure => {
    const hours = hoursOf(hour);
    return overTime((day) => sumOver(of(day).integral, hours, at(index, 0)), hour);
  };
  return [
    ...WHOLE_AND_HOURS.map((hour) => figure(metric, "mean", stage, hour, mean(hour))),
    figure(
      metric,
      "max",
      stage,
      null,
      highest((day) => of(day).highest[index]),
    ),
    ...ALL_HOURS.map((hour) =>
      figure(metric, "endOfHour", stage, hour, {
        kind: "ratio",
        above: (day) => of(day).ends[at(index, hour)],
        below: ({ span }) => span.ends[hour],
      }),
    ),
  ];
}

function throughputFigures({ places }: SummaryShape): Figure[] {
  const perHour = (
    of: (day: ReplicationSummary) => Float64Array,
    first: number,
    hour: number | null,
  ): Measure => {
    const hours = hoursOf(hour);
    return overTime((day) => sumOver(of(day), hours, first) * HOUR, hour);
  };
  const stations = places.flatMap(({ name, kind }, place) => (kind === "station" ? [{ name, place }] : []));
  return WHOLE_AND_HOURS.flatMap((hour) => [
    figure(
      "throughput",
      "mean",
      null,
      hour,
      perHour((day) => day.departures, 0, hour),
    ),
    ...stations.map(({ name, place }) =>
      figure(
        "throughput",
        "mean",
        name,
        hour,
        perHour((day) => day.served, at(place, 0), hour),
      ),
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

const levelTime = (level: LevelSummary, indices: readonly number[], hours: readonly number[]): number =>
  indices.reduce((sum, index) => sum + sumOver(level.integral, hours, at(index, 0)), 0);

function serverFigures(shape: SummaryShape): Figure[] {
  return postGroups(shape).flatMap(({ name, posts, isReview }) => {
    const share = (of: (day: ReplicationSummary) => LevelSummary, hour: number | null): Measure => {
      const hours = hoursOf(hour);
      return {
        kind: "ratio",
        above: (day) => 100 * levelTime(of(day), posts, hours),
        below: (day) => levelTime(day.staff.manned, posts, hours),
      };
    };
    const utilization = WHOLE_AND_HOURS.map((hour) =>
      figure(
        "utilization",
        "mean",
        name,
        hour,
        share((day) => day.staff.busy, hour),
      ),
    );
    if (isReview) return utilization;
    return [
      ...utilization,
      figure(
        "blockedShare",
        "mean",
        name,
        null,
        share((day) => day.staff.blocked, null),
      ),
    ];
  });
}

function boothFigures(shape: SummaryShape): Figure[] {
  const { posts, primary } = shape;
  const staffed =
    (own: readonly number[]): ((day: ReplicationSummary) => number) =>
    (day) =>
      levelTime(day.staff.manned, own, ALL_HOURS) / HOUR;
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
      above: (day) => sumOver(day.served, ALL_HOURS, at(primary, 0)),
      below: staffed(booths),
    }),
  ];
}

function officerFigures({ pools }: SummaryShape, { officerHour }: Costs): Figure[] {
  const paid =
    (indices: readonly number[]): ((day: ReplicationSummary) => number) =>
    (day) =>
      indices.reduce(
        (sum, pool) => sum + (levelTime(day.staff.onDuty, [pool], ALL_HOURS) / HOUR) * pools[pool].relief,
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
