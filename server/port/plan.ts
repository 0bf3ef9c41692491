/**
 * A scenario as flat numbers: what a run reads. Made once by `planPort` in the thread that runs it, never
 * changed, shared by all replications.
 *
 * Places are where a vehicle can be: the unbounded line outside (always place 0), lanes and stations. A
 * stage of the file becomes one place or several (`exportCustoms`, `exportCustoms.redLight`).
 */
import type { PlaceColumns } from "./place-columns.ts";
import type { DistributionTable } from "../engine/distributions.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import type { Effect } from "../../shared/scenario/changes.ts";
import type { Stage } from "../../shared/scenario/schema.ts";
import type { Flow, LaneType, StageKind } from "../../shared/vocabulary.ts";
import type { Passage } from "./stages/passage.ts";

export {
  ASK,
  EXIT,
  FAST_MARK,
  FLOW_COUNT,
  NEXT,
  NONE,
  OUTSIDE,
  PRE_INSPECTED_MARK,
  SERVICE_CLASSES,
  STAY,
} from "../core/constants.ts";

export const UNLIMITED = 0x3fffffff;

/**
 * outside: the unbounded line before the first stage. lanes: vehicles travel and keep their order. station:
 * lines and servers. delay: a place without limit where each vehicle stays a time of its own.
 */
export type PlaceKind = "outside" | "lanes" | "station" | "delay";

export type PlacePlan = {
  readonly index: number;
  /** As reports name it: the stage, with its part after a dot. */
  readonly name: string;
  /** The stage of the file it belongs to: index and name; NONE and "" for the line outside. */
  readonly stage: number;
  readonly stageName: string;
  readonly stageKind: StageKind | "outside";
  readonly kind: PlaceKind;
  /** Up to and including primary: vehicles here still wait for their first inspection. */
  readonly beforePrimary: boolean;
  readonly isPrimary: boolean;
  /** Before the place where the line for primary begins when it is short. */
  readonly upstream: boolean;
  /** Each server has a line of its own, and only open lines take vehicles. */
  readonly ownLines: boolean;
  /** A vehicle under image review may not begin service here before the image is read. */
  readonly holdsForReview: boolean;
  /** What those before its servers wait for. */
  readonly servedBy: "officers" | "scanners";
  readonly moveUpMs: number;
  /** Lanes only: shortest travel time, and meters that a waiting vehicle takes. */
  readonly freeFlowMs: number;
  readonly spacingM: number;
  readonly lengthM: number;
  /** Lanes side by side, for turning vehicles into kilometers of queue. */
  readonly lanes: number;
  readonly firstServer: number;
  readonly serverCount: number;
  readonly firstLine: number;
  readonly lineCount: number;
  readonly fastFirst: boolean;
  readonly choosesAtRandom: boolean;
  readonly turnsAwayWhenFull: boolean;
  readonly fastUsesGeneral: "never" | "when no fast booth is staffed" | "when it is shorter";
  /** Index into `distributions`, or NONE for a vehicle that waits for ever. */
  readonly patience: number;
  /** Share that joins when `from[i]` or more are in the place; NONE entries end the list. */
  readonly join: { readonly from: Int32Array; readonly share: Float64Array } | null;
  /** Secondary: by exam, index into `distributions`; else service goes by class (`PortPlan.service`). */
  readonly serviceByExam: Int32Array | null;
  /** Opening hours of its own: 1 open, 0 closed; null: as the port. */
  readonly hours: Steps | null;
  /** Words of the draws made here. */
  readonly words: PlaceWords;
};

export type PlaceWords = {
  readonly service: number;
  readonly line: number;
  readonly patience: number;
  readonly join: number;
  readonly route: number;
};

export type LinePlan = { readonly place: number; readonly room: number; readonly serves: LaneType | null };

export type PostPlan = {
  readonly index: number;
  /** Such as `primary.fast`; what staffing and results call it. */
  readonly name: string;
  /** The place it mans; for image analysts the scanners' place. */
  readonly place: number;
  /** Whether its servers are image analysts rather than servers of the place. */
  readonly isReview: boolean;
  readonly laneType: LaneType | null;
  readonly capacity: number;
  readonly pool: number;
  /** Officers wanted; null: as many as there are servers. */
  readonly wanted: Steps | null;
  readonly minimum: number;
};

export type PoolPlan = {
  readonly index: number;
  readonly name: string;
  /** Posts in order of pull. */
  readonly posts: readonly number[];
  /** Officers at work, breaks taken off; null: always enough (a post that nobody plans). */
  readonly officers: Steps | null;
  /** Officers paid for, breaks included. */
  readonly onDuty: Steps | null;
  /** Paid hours for each hour on duty; 0 where nobody is paid by the plan. */
  readonly relief: number;
};

export type StagePlan = {
  readonly index: number;
  readonly name: string;
  readonly kind: StageKind;
  readonly stage: Stage;
  /** How vehicles pass it; of its kind. */
  readonly passage: Passage;
  readonly entryPlace: number;
  /** Further places by part, such as the docks. */
  readonly parts: Readonly<Record<string, number>>;
  /** Share of vehicles by service class that a stage takes; live changes may override it. */
  readonly share: Float64Array;
  readonly shareWord: number;
  /** Whether those pre-inspected go by. */
  readonly isReplaced: boolean;
  /** Whether it takes nobody while its place is closed. */
  readonly onlyWhileOpen: boolean;
  /** Chances that the kind of stage draws at; see its file. */
  readonly chances: Readonly<Record<string, Chance>>;
  /** Image review of a scanning stage. */
  readonly review: ReviewPlan | null;
  /** Stations with a way on of their own: places (or EXIT) and cumulative shares. */
  readonly routes: { readonly places: Int32Array; readonly cumulative: Float64Array } | null;
  /** Inspections for those referred: by exam, the place that takes them for it, or NONE. */
  readonly examPlaces: Int32Array | null;
  /** Whether it takes nobody but those referred for its exams, not even one sent there by name. */
  readonly onlyReferred: boolean;
  /** Primary: by service class, cumulative shares of the exams that a referral asks for. */
  readonly reasons: readonly Float64Array[] | null;
};

/** Shares by service class, and the word of the draw. */
export type Chance = { readonly share: Float64Array; readonly word: number };

export type ReviewPlan = {
  readonly post: number;
  readonly service: number;
  readonly word: number;
  readonly wait: "goes on queueing" | "at the scanner" | "in the yard";
  /** Where vehicles stand that wait in the yard. */
  readonly yard: number;
};

/** A level that changes in steps: `levels[i]` holds from `times[i]` to `times[i + 1]`; before the first: 0. */
export type Steps = { readonly times: Float64Array; readonly levels: Int32Array };

export type DemandPlan = {
  /** By flow code: vehicles (batches) an hour in steps; null for flows that do not occur. */
  readonly rates: readonly ({ readonly times: Float64Array; readonly perHour: Float64Array } | null)[];
  readonly fastShare: Float64Array;
  /** Lognormal sigma of the factor between days; 0: none. */
  readonly daySigma: number;
  readonly batch: { readonly sizes: Int32Array; readonly cumulative: Float64Array } | null;
  /** Instead of rates: the arrivals, by time. */
  readonly list: {
    readonly times: Float64Array;
    readonly flows: Uint8Array;
    readonly fast: Uint8Array;
    readonly counts: Int32Array;
  } | null;
};

export type TimedEffect = {
  readonly fromMs: number;
  /** Infinity: to the end. */
  readonly untilMs: number;
  readonly effect: Effect;
};

export type PortPlan = {
  readonly name: string;
  readonly days: readonly CivilDay[];
  /** Days since 1970-01-01 of each civil day: the word of its draws, so that a date is the same day in every scenario. */
  readonly dayWords: Int32Array;
  /** Vehicles that arrive from `countFrom` until before `countUntil` are counted; ms. */
  readonly countFrom: number;
  readonly countUntil: number;
  /** Counted vehicles still inside then are reported as unfinished; ms. */
  readonly followUntil: number;
  /** Starts of the clock hours of the whole span, and which hour of the day (0–23) each is. */
  readonly hourTimes: Float64Array;
  readonly hourOfDay: Uint8Array;
  /** Opening hours of the port: 1 open, 0 closed. */
  readonly open: Steps;
  readonly atClosing: "clear the queue" | "hold it until opening" | "turn it away";

  readonly stages: readonly StagePlan[];
  readonly places: readonly PlacePlan[];
  readonly columns: PlaceColumns;
  readonly lines: readonly LinePlan[];
  readonly posts: readonly PostPlan[];
  readonly pools: readonly PoolPlan[];
  /** Place of primary, or NONE in a file without it. */
  readonly primary: number;
  /** Where the line for primary begins when it is short: the approach, else primary; NONE without primary. */
  readonly joinPlace: number;
  /** Flows that occur. */
  readonly flows: readonly Flow[];
  /** Whether some stage may send vehicles back, so that places can block each other in a circle. */
  readonly mayGridlock: boolean;

  /** By server: its place, its line, its post at the start. */
  readonly serverPlace: Int32Array;
  readonly serverLine: Int32Array;
  readonly serverPost: Int32Array;
  /** Analysts over all reviews; by analyst its post. */
  readonly analystPost: Int32Array;

  readonly demand: DemandPlan;
  readonly distributions: DistributionTable;
  /** By place × service class: index into `distributions`. */
  readonly service: Int32Array;
  readonly rules: {
    readonly setUpMs: number;
    readonly closesFirst: "named officers" | "first free" | "shortest line";
    readonly mergesLanes: boolean;
  };
  readonly effects: readonly TimedEffect[];
};
