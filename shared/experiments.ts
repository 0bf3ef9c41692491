/**
 * Experiments of a session: what the page asks for, and what those who watch one are told. An experiment is of the
 * scenarios as they stood when it was asked for; what is done to them afterwards does not change it.
 *
 * What the page sends has the form of the schemas here; whether it can be run is for `experiment-check.ts` to say.
 */
import { z } from "zod";
import type { Estimate } from "./estimate.ts";
import type { ExperimentProblem } from "./experiment-check.ts";
import type { Precision } from "./condition.ts";
import { MAX_SCENARIOS } from "./picture.ts";
import type { Refusal } from "./picture.ts";
import type { LogEntry, ResultRow } from "./protocol.ts";
import type { Runaway } from "./runaway.ts";
import type { Difference } from "./scenario/difference.ts";
import type { StaffingResult } from "./staffing/result.ts";
import { DESIGNS } from "./sweep/designs.ts";
import { MOST_PROMISES } from "./staffing/schema.ts";
import type { SweepResult } from "./sweep/result.ts";
import type { WarmUpShown } from "./warm-up.ts";

const scenario = z
  .int()
  .min(0)
  .max(MAX_SCENARIOS - 1);
const count = z.int().min(0).max(1_000_000_000);
const written = z.string().max(200);

/** So many days, or as many as one figure takes to be known so well. */
const stopping = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("days"), days: count }),
  /** `within` as in `wait within 2 min`: "2 min", "2 points". */
  z.strictObject({ by: z.literal("precision"), within: written, most: count }),
]);
export type Stopping = z.output<typeof stopping>;

const compareRequest = z.strictObject({
  kind: z.literal("compare"),
  /** Places in the session, the baseline first. */
  scenarios: z.array(scenario).max(MAX_SCENARIOS),
  /** The named answer, as `waitP95`. */
  answer: written,
  stop: stopping,
});
export type CompareRequest = z.output<typeof compareRequest>;

const sweepRequest = z.strictObject({
  kind: z.literal("sweep"),
  /** The place in the session of the scenario whose settings vary; one. */
  scenarios: z.array(scenario).max(MAX_SCENARIOS),
  /** Settings by their path, several that go together with commas between them, and their values, as in a sweep file. */
  vary: z.array(z.strictObject({ setting: z.string().max(600), values: written })).max(50),
  /** Left out: a grid. */
  design: z.enum(DESIGNS).optional(),
  /** Of a Latin hypercube; those of a grid follow from its values. */
  points: count.optional(),
  /** Figures to tell of each point. */
  respond: z.array(written).max(20),
  /** What is paid and what is got; points that no other beats in both are on the frontier. */
  frontier: z.array(written).length(2),
  /** Of each point. */
  days: count,
});
export type SweepRequest = z.output<typeof sweepRequest>;

const optimizeRequest = z.strictObject({
  kind: z.literal("optimize"),
  /** The place in the session of the scenario whose officers are planned; one. */
  scenarios: z.array(scenario).max(MAX_SCENARIOS),
  /** These as a question file has them: `95 % of fast under 20 min`, `90 %`, `8 h, 6 h`, `1 h`, `30 min between 3 h and 5 h`. */
  promise: z.array(written).max(MOST_PROMISES),
  sure: written,
  shifts: written,
  startsEvery: written,
  break: written.nullable(),
  roster: count.nullable(),
  budget: written,
  /** On which the plan is estimated anew. */
  days: count,
});
export type OptimizeRequest = z.output<typeof optimizeRequest>;

export const experimentRequest = z.discriminatedUnion("kind", [
  compareRequest,
  sweepRequest,
  optimizeRequest,
]);
export type ExperimentRequest = z.output<typeof experimentRequest>;
export type ExperimentKind = ExperimentRequest["kind"];

const id = z.int().min(1).max(1_000_000);

/** What a link may ask; those that only watch may only `watch`. */
export const experimentCommand = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("start"), request: experimentRequest }),
  /** What is done of it is kept. */
  z.strictObject({ do: z.literal("cancel"), id }),
  z.strictObject({ do: z.literal("remove"), id }),
  /** Frames of this one from now on, and of no other. Null: of none. */
  z.strictObject({ do: z.literal("watch"), id: id.nullable() }),
]);
export type ExperimentCommand = z.output<typeof experimentCommand>;

export type ExperimentReply =
  | { readonly ok: true; readonly id: number | null }
  | { readonly ok: false; readonly refusal: Refusal; readonly problems: readonly ExperimentProblem[] };

/** `waiting`: until those of the session that were asked for before are over. */
export type ExperimentStatus = "waiting" | "running" | "done" | "cancelled" | "failed";

/** A line in the list of experiments. */
export type ExperimentEntry = {
  /** Counted from 1 in each session. */
  readonly id: number;
  readonly request: ExperimentRequest;
  readonly status: ExperimentStatus;
  /** Names of its scenarios, in the order of the request. */
  readonly names: readonly string[];
};

export type ExperimentProgress = {
  /** Days simulated, of those that are expected to be. */
  readonly done: number;
  readonly total: number;
  /** No more days than these. */
  readonly most: number;
  /** Days of scenarios that were stored before, and so were not simulated again. */
  readonly taken: number;
};

/** How the interval of the named answer has become narrower, at days that lie the farther apart the more there are. */
export type Narrowing = {
  readonly days: readonly number[];
  /** By scenario after the first: null where so many days do not tell. */
  readonly scenarios: readonly (readonly (Estimate | null)[])[];
};

/** How the answer stands that is farthest from what was asked of it. */
export type StopReading = {
  readonly state: "reached" | "goesOn" | "limit" | "zero";
  /** Days at which it was looked at. */
  readonly days: number;
  /** Half the width of its interval, and what was asked, in the unit of the answer. */
  readonly half: number | null;
  readonly asked: number;
  /** Days at which it is looked at next, and at which it is expected to be known well enough. */
  readonly next: { readonly look: number; readonly expected: number } | null;
  /** Vehicles that a missing end of its interval takes, where there are fewer; null: there are enough. */
  readonly vehiclesNeeded: number | null;
};

export type CompareData = {
  readonly kind: "compare";
  /** How each scenario's file differs from that of the first. */
  readonly differences: readonly (readonly Difference[])[];
  /** Changes made to its scenarios while they ran; `scenario` is the place in the request. */
  readonly changes: readonly LogEntry[];
  readonly rows: readonly ResultRow[];
  readonly narrowing: Narrowing;
  readonly within: Precision["within"] | null;
  /** Null before the first look, and where days were asked for. */
  readonly reading: StopReading | null;
  /** Days on which each scenario's mean wait was shorter than the first's. */
  readonly shorterDays: readonly number[];
  /** How much of the beginning to leave out, of scenarios to which trucks come at the same rate at all hours; left out where there are none. */
  readonly warmUps?: readonly { readonly scenario: number; readonly shown: WarmUpShown }[];
};
export type SweepData = {
  readonly kind: "sweep";
  /** Of the points that are finished. */
  readonly result: SweepResult;
};
export type OptimizeData = {
  readonly kind: "optimize";
  readonly result: StaffingResult;
};
export type ExperimentData = CompareData | SweepData | OptimizeData;

/** One experiment as it stands: whole, and followed by another as long as it runs. */
export type ExperimentFrame = ExperimentEntry &
  ExperimentProgress & {
    readonly number: number;
    /** The entry of the log that its scenarios stood at, as `answersFor` of a welcome. */
    readonly answersFor: number;
    readonly seed: number;
    /** Of the model that ran it. */
    readonly version: string;
    /** How long it is expected to take; null while that cannot be said, and when it is over. */
    readonly leftMs: number | null;
    /** Null before the first days. */
    readonly data: ExperimentData | null;
    /** Why it failed: where a model ran away, or points are no scenarios. */
    readonly runaway: Runaway | null;
    readonly problems: readonly ExperimentProblem[];
  };

export type ExperimentServerEvents = {
  /** On entering, and when one is added, removed, begins or is over. */
  experiments: (list: readonly ExperimentEntry[]) => void;
  /** To those who watch it. */
  experiment: (frame: ExperimentFrame) => void;
};
export type ExperimentClientEvents = {
  experiment: (message: ExperimentCommand, reply: (reply: ExperimentReply) => void) => void;
};
