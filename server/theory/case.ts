/**
 * What a model with a known answer is: the scenario, how much to simulate, what to measure, the exact
 * value, and the inputs whose known means make the answer surer.
 *
 * Times are minutes and rates per minute unless a name says ms.
 */

export type Who = "fast" | "general";

export type Measure =
  /** Wait in a place before service of those who are served there; `quantile` from 0 to 1. */
  | { readonly of: "wait"; readonly place: string; readonly who?: Who; readonly quantile?: number }
  /** Share of those served there who had to wait. */
  | { readonly of: "waited"; readonly place: string }
  | { readonly of: "longestWait"; readonly place: string }
  | { readonly of: "totalWait"; readonly place: string }
  /** From arrival to departure. */
  | { readonly of: "timeInside"; readonly who?: Who }
  /** Mean number waiting in a place for service. */
  | { readonly of: "waiting"; readonly place: string }
  | { readonly of: "inside" }
  /** Share of those who arrive. */
  | { readonly of: "turnedAway" }
  | { readonly of: "gaveUp" }
  /** Share of the time that a server of the place stands blocked. */
  | { readonly of: "blocked"; readonly place: string }
  | { readonly of: "throughput" }
  /** Vehicles, not shares. */
  | { readonly of: "servedInAll" }
  | { readonly of: "turnedAwayInAll" }
  /** When the first, second, … vehicle departs. */
  | { readonly of: "departure"; readonly number: number }
  /** Number waiting in a place at an instant, ms of the day: after all events of that ms. */
  | { readonly of: "waitingAt"; readonly place: string; readonly atMs: number }
  /** Mean number waiting in a place from midnight to an instant. */
  | { readonly of: "waitingUntil"; readonly place: string; readonly atMs: number }
  | { readonly of: "insideAt"; readonly atMs: number }
  /** Variance over mean of the number inside at an instant. */
  | { readonly of: "dispersionAt"; readonly atMs: number };

/** Measured in the middle of a run. */
export type InstantMeasure = Extract<Measure, { readonly atMs: number }>;
export type WholeMeasure = Exclude<Measure, { readonly atMs: number }>;
export const isInstant = (measure: Measure): measure is InstantMeasure => "atMs" in measure;

/**
 * A control: something that was drawn and whose mean is known. Never a level or a wait, whose known mean
 * would be the very answer that is to be checked.
 */
export type Input =
  /** Vehicles that came to the port. */
  | { readonly of: "arrivals" }
  /** Those that came to a place, a known share of all. */
  | { readonly of: "visits"; readonly place: string; readonly share: number }
  /** Service times drawn at a place, above so many minutes each. */
  | { readonly of: "service"; readonly place: string; readonly minutes: number };

export type Check = {
  readonly measure: Measure;
  readonly exact: number;
  /** Largest 99 % half-width as a share of the value in the full set, where it is not 2 %. */
  readonly within?: number;
  /** Instead of the case's. */
  readonly inputs?: readonly Input[];
};

/** Each run is cut into stretches, long ones; what each says counts as one observation. */
export type Size = { readonly runs: number; readonly days: number; readonly stretches: number };

export type TheorySet = "quick" | "full";

export type Case = {
  readonly id: string;
  readonly file: string;
  readonly source: Source;
  readonly quick: Size;
  readonly full: Size;
  readonly checks: readonly Check[];
  readonly inputs?: readonly Input[];
  /** Nothing in it is drawn: it must come out the same to the millisecond. */
  readonly isExact?: true;
  /**
   * For measures at instants: inputs count by window between these times of the day, ms, and a measure
   * goes by those of the hours before it.
   */
  readonly windows?: { readonly edgesMs: readonly number[]; readonly memoryMs: number };
};

/** Where an exact value comes from; texts name it by this word. */
export type Source =
  | "closedForm"
  | "erlangC"
  | "pollaczek"
  | "crommelin"
  | "chain"
  | "batches"
  | "cobham"
  | "erlangA"
  | "jackson"
  | "infinite"
  | "byHand";
