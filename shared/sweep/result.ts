/** What a sweep says, as plain data: for tables, files and charts alike. */
import type { Estimate, EstimateRow } from "../estimate.ts";
import type { FigureKey } from "../figure-name.ts";
import type { MetricUnit } from "../metrics.ts";

export type SweptFigure = FigureKey & { readonly unit: MetricUnit };

/** `antitheticRatio`: see estimate.ts. */
export type SweptEstimate = Estimate & Pick<EstimateRow, "antitheticRatio">;

export type SweptPoint = {
  /** From 1. */
  readonly point: number;
  /** By setting, as they are written. */
  readonly values: readonly string[];
  /** By figure; null: no vehicle tells it. */
  readonly estimates: readonly (SweptEstimate | null)[];
  /** Share of the vehicles that did not get through: waits say nothing of these. */
  readonly notThrough: number;
  /** Days on which places blocked each other for good. */
  readonly gridlocks: number;
};

export type SweepEffect = {
  /** The setting, by its short name. */
  readonly setting: string;
  /** Its lowest and highest value; of words, two of them. */
  readonly from: string;
  readonly to: string;
  /** What the figure changes from `from` to `to`, on the whole. */
  readonly effect: Estimate;
  /** Standard deviations of the figure for one of the setting; null with elementary effects. */
  readonly standardized: Estimate | null;
  /** Mean size of the elementary effects (μ*), and their spread (σ); null with a regression. */
  readonly size: Estimate | null;
  readonly spread: number | null;
};

/** Why a figure has no effects: too few points are finished, it is the same in all of them, or settings vary together. */
export const NO_EFFECTS = ["fewPoints", "constant", "together"] as const;

export type SweepEffects = {
  readonly figure: SweptFigure;
  readonly method: "regression" | "morris";
  /** Share of the variance between points that straight lines explain; null with elementary effects. */
  readonly r2: number | null;
  /** Whether that is enough to believe the effects. */
  readonly isTrusted: boolean;
  readonly none: (typeof NO_EFFECTS)[number] | null;
  /** The largest first. */
  readonly rows: readonly SweepEffect[];
};

/** On the frontier, too close to call, or off it. */
export const STANDINGS = ["on", "close", "off"] as const;

export type FrontierPoint = {
  readonly point: number;
  readonly x: Estimate;
  readonly y: Estimate;
  readonly standing: (typeof STANDINGS)[number];
  /** Share of resampled days with the point on the frontier; null where the days do not tell. */
  readonly sure: number | null;
};

export type SweepFrontier = {
  readonly x: SweptFigure;
  readonly y: SweptFigure;
  /** Along x. */
  readonly points: readonly FrontierPoint[];
};

export type SweepResult = {
  readonly settings: readonly { readonly name: string; readonly label: string }[];
  readonly figures: readonly SweptFigure[];
  /** Points wanted in all; those that are finished are listed. */
  readonly total: number;
  readonly points: readonly SweptPoint[];
  readonly effects: readonly SweepEffects[];
  readonly frontier: SweepFrontier | null;
};
