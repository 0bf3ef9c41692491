/**
 * What a simulation says about a number: the value and how sure we are of it, never a bare mean.
 *
 * `low` and `high` bound the 95 % interval over days (replications), unless said otherwise; null where
 * the days do not tell, as with one replication. `n` counts the days that say something. One of them alone may be
 * null: few vehicles tell no upper end of their 95th percentile.
 */
export type Estimate = {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Of a percentile whose interval lacks an end for want of vehicles: how many that takes in all. Absent elsewhere. */
  readonly vehiclesNeeded?: number;
};

/** Which ends are not known for want of vehicles; null: none, or for another reason. */
export function openEndsOf({ low, high, vehiclesNeeded }: Estimate): "low" | "high" | "both" | null {
  if (vehiclesNeeded === undefined) return null;
  if (low !== null) return "high";
  return high === null ? "both" : "low";
}

/** The estimate of a row by itself. */
export const estimateIn = ({ value, low, high, n, vehiclesNeeded }: Estimate): Estimate => ({
  value,
  low,
  high,
  n,
  ...(vehiclesNeeded !== undefined && { vehiclesNeeded }),
});

/** A line of a tidy list: what it is about (null = all) and its estimate, in the unit it is shown in. */
export type EstimateRow = Estimate & {
  readonly scenario: string;
  readonly metric: string;
  readonly statistic: string;
  readonly class: string | null;
  readonly stage: string | null;
  readonly hour: number | null;
  readonly unit: string;
  /**
   * What was saved by drawing well, at no cost in days: the variance as a share of what it would be without. Of an
   * estimate: without the known number of arrivals; of a difference: were the days of the two not the same. Absent
   * where neither applies, or nothing varies.
   */
  readonly varianceRatio?: number;
  /** Of antithetic pairs: the variance as a share of what as many independent days would have. */
  readonly antitheticRatio?: number;
};

/** The scenario less the baseline, on the same days with the same vehicles. */
export type DifferenceRow = EstimateRow & {
  readonly baseline: string;
  /**
   * The answer that was named before the runs: its intervals hold together for all compared scenarios.
   * The others hold singly.
   */
  readonly named: boolean;
};

/** Whether a row is of a figure; what the key leaves out is not told apart. */
export const isRowOf = (
  row: EstimateRow,
  {
    class: of = null,
    stage = null,
    hour = null,
    ...key
  }: Pick<EstimateRow, "metric" | "statistic"> & Partial<Pick<EstimateRow, "class" | "stage" | "hour">>,
): boolean =>
  row.metric === key.metric &&
  row.statistic === key.statistic &&
  row.class === of &&
  row.stage === stage &&
  row.hour === hour;
