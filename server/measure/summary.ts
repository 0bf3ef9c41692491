/**
 * What is kept of a replication: a plain object of typed arrays, which may be cloned between threads and
 * stored. Everything that is reported can be computed from the summaries of the days alone.
 */
import type { PlaceKind, PortPlan } from "../port/plan.ts";
import type { Gridlock } from "./gridlock.ts";
import { vehicleIdentity } from "./identity.ts";
import type { LedgerSummary } from "./ledger.ts";
import type { PlaceSummary } from "./place-levels.ts";
import type { DaySeries } from "./series.ts";
import type { SpanSummary } from "./span.ts";
import type { StaffSummary } from "./staff-levels.ts";
import type { Tally } from "./tally.ts";
import type { VehicleFiguresSummary } from "./vehicle-figures.ts";

/** What the rows of the arrays mean. */
export type SummaryShape = {
  readonly places: readonly {
    readonly name: string;
    readonly kind: PlaceKind;
    readonly beforePrimary: boolean;
  }[];
  /** Index of primary among the places, or NONE. */
  readonly primary: number;
  readonly posts: readonly { readonly name: string; readonly place: number; readonly isReview: boolean }[];
  readonly pools: readonly { readonly name: string; readonly relief: number }[];
};

export type ReplicationSummary = {
  readonly seed: number;
  readonly replication: number;
  /** Which vehicles it was about; see identity.ts. */
  readonly identity: string;
  readonly shape: SummaryShape;
  readonly vehicles: LedgerSummary;
  readonly figures: VehicleFiguresSummary;
  readonly places: PlaceSummary;
  readonly staff: StaffSummary;
  readonly span: SpanSummary;
  /** By place and hour, and by hour: all vehicles of the recorded span. */
  readonly served: Float64Array;
  readonly departures: Float64Array;
  readonly series: DaySeries;
  /** By place and cause, in the order of the vocabulary: truck-ms waited in the recorded span. */
  readonly causes: Float64Array;
  /** The first circle of places that block each other for good; null: none. */
  readonly gridlock: Gridlock | null;
  /** When the run ended, and its state then: equal for equal runs. */
  readonly endedMs: number;
  readonly hash: string;
};

export type RunEnd = {
  readonly seed: number;
  readonly replication: number;
  readonly now: number;
  readonly hash: string;
};

export const shapeOf = (plan: PortPlan): SummaryShape => ({
  places: plan.places.map(({ name, kind, beforePrimary }) => ({ name, kind, beforePrimary })),
  primary: plan.primary,
  posts: plan.posts.map(({ name, place, isReview }) => ({ name, place, isReview })),
  pools: plan.pools.map(({ name, relief }) => ({ name, relief })),
});

/** Closes the tally of a run that has ended. */
export function summarize(tally: Tally, { seed, replication, now, hash }: RunEnd): ReplicationSummary {
  const { plan, places } = tally;
  tally.finish(now);
  return {
    seed,
    replication,
    identity: vehicleIdentity(plan),
    shape: shapeOf(plan),
    vehicles: tally.ledger.summary(),
    figures: tally.figures.summary(),
    places: places.summary(),
    staff: tally.staff.summary(),
    span: tally.span.summary(),
    served: tally.served.slice(),
    departures: tally.departures.slice(),
    series: tally.series.summary(now, places.queueNow, places.port.now(0)),
    causes: tally.causes.summary(),
    gridlock: tally.gridlock,
    endedMs: now,
    hash,
  };
}
