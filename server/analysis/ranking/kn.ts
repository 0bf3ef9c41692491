/**
 * Selection of the best of several systems with a promise: the one chosen is the best with at least the confidence
 * asked for, whenever the best is better than the others by the indifference zone; otherwise it is within the zone of
 * the best as often (the fully sequential procedure of Kim and Nelson, ACM TOMACS 11, 2001, with c = 1).
 * Smaller is better.
 *
 * All systems are observed on the same replications, one row after the other; those that fall too far behind leave. With
 * common draws fewer rows are needed, and the promise holds.
 */
import { sampleVariance } from "simple-statistics";

export type KnOptions = {
  /** Probability of a correct selection, such as 0.95. */
  readonly confidence: number;
  /** The smallest difference worth knowing, in the unit of the observations. */
  readonly indifference: number;
  /** Rows before anybody may leave; their variances are used throughout. */
  readonly firstStage: number;
  /** Whether every system has draws of its own; common draws when not given. */
  readonly independent?: boolean;
};

export const DEFAULT_FIRST_STAGE = 10;

export class KnSelection {
  readonly #options: KnOptions;
  readonly #sums: Float64Array;
  readonly #first: (readonly number[])[] = [];
  /** By pair: h² S² ÷ δ², the row up to which the lines of the triangle reach. */
  #reach: readonly (readonly number[])[] = [];
  #remaining: readonly number[];
  #rows = 0;
  #best: number | null = null;

  constructor(systems: number, options: KnOptions) {
    refuseSenseless(systems, options);
    this.#options = options;
    this.#sums = new Float64Array(systems);
    this.#remaining = Array.from({ length: systems }, (_, i) => i);
    if (systems === 1) this.#best = 0;
  }

  /** Systems that may still be the best, in their order: the next row needs these alone. */
  get remaining(): readonly number[] {
    return this.#remaining;
  }

  /** The one with the least mean so far. */
  get leader(): number {
    return this.#remaining.reduce((one, i) => (this.#sums[i] < this.#sums[one] ? i : one));
  }

  /** Rows observed. */
  get rows(): number {
    return this.#rows;
  }

  /** Null as long as more rows are needed. */
  get best(): number | null {
    return this.#best;
  }

  /** Rows after which the procedure has ended, whatever comes; null before the first stage is complete. */
  get rowsAtMost(): number | null {
    if (this.#rows < this.#options.firstStage) return null;
    return this.#best === null ? this.#longestReach() + 1 : this.#rows;
  }

  /** One replication: by system its observation; what those say that have left is not read. */
  observe(row: readonly number[]): void {
    if (this.#best !== null) return;
    for (const i of this.#remaining) {
      if (!Number.isFinite(row[i]))
        throw new Error(`system ${i} has no number in row ${this.#rows}: ${row[i]}`);
      this.#sums[i] += row[i];
    }
    this.#rows++;
    const { firstStage } = this.#options;
    if (this.#rows <= firstStage) this.#first.push(row);
    if (this.#rows < firstStage) return;
    if (this.#rows === firstStage) this.#reach = reachesOf(this.#first, this.#options);
    this.#screen();
  }

  #screen(): void {
    const r = this.#rows;
    if (r > this.#longestReach()) return this.#decide();
    // X̄ᵢ ≤ X̄ₗ + W, in sums over the r rows: the triangle of Kim and Nelson, with slope δ ÷ 2.
    const slack = (i: number, l: number): number =>
      (Math.max(0, this.#reach[i][l] - r) * this.#options.indifference) / 2;
    const before = this.#remaining;
    this.#remaining = before.filter((i) =>
      before.every((l) => l === i || this.#sums[i] <= this.#sums[l] + slack(i, l)),
    );
    if (this.#remaining.length === 1) this.#decide();
  }

  #decide(): void {
    this.#best = this.leader;
    this.#remaining = [this.#best];
  }

  #longestReach(): number {
    const reaches = this.#remaining.flatMap((i) =>
      this.#remaining.flatMap((l) => (l === i ? [] : Math.floor(this.#reach[i][l]))),
    );
    return Math.max(0, ...reaches);
  }
}

/** By pair h² S² ÷ δ², S² being the variance of their differences over the first rows. */
function reachesOf(first: readonly (readonly number[])[], options: KnOptions): number[][] {
  const systems = first[0].length;
  const perVariance = factorOf(systems, options) / options.indifference ** 2;
  const between = (i: number, l: number): number => sampleVariance(first.map((row) => row[i] - row[l]));
  return Array.from({ length: systems }, (_, i) =>
    Array.from({ length: systems }, (_, l) => (l === i ? 0 : perVariance * between(i, l))),
  );
}

/** h² = 2 η (n₀ − 1), where ½ (1 + 2 η)^(−(n₀ − 1) ÷ 2) is the chance of error that each pair is allowed. */
function factorOf(systems: number, { confidence, firstStage, independent = false }: KnOptions): number {
  const others = systems - 1;
  const error = independent ? 1 - confidence ** (1 / others) : (1 - confidence) / others;
  const eta = ((2 * error) ** (-2 / (firstStage - 1)) - 1) / 2;
  return 2 * eta * (firstStage - 1);
}

function refuseSenseless(systems: number, { confidence, indifference, firstStage }: KnOptions): void {
  // Whoever picks one of k blindly is right with probability 1/k, and no lines are needed for that.
  const isConfidence = confidence > 1 / systems && confidence < 1;
  if (systems === 1 || (systems > 1 && isConfidence && indifference > 0 && firstStage >= 2)) return;
  throw new Error(
    `no selection among ${systems} systems with confidence ${confidence}, indifference ${indifference} and ${firstStage} first rows`,
  );
}

/** The observations of these systems in these replications, one row for each, by position in `systems`. */
export type ObserveRows = (
  systems: readonly number[],
  firstReplication: number,
  rows: number,
) => Promise<readonly (readonly number[])[]>;

/**
 * Runs a selection to its end, or until so many rows are spent: `best` is then null. Rows are asked for `batch` at a time
 * (as many as there are workers); those that systems no longer needed are lost, and change nothing of the answer.
 */
export async function selectBest(
  systems: number,
  options: KnOptions & { readonly batch?: number; readonly mostRows?: number },
  observe: ObserveRows,
): Promise<KnSelection> {
  const { batch = 1, mostRows = Number.POSITIVE_INFINITY } = options;
  const selection = new KnSelection(systems, options);
  while (selection.best === null && selection.rows < mostRows) {
    const asked = selection.remaining;
    const least = Math.max(batch, options.firstStage - selection.rows);
    const rows = await observe(asked, selection.rows, Math.min(least, mostRows - selection.rows));
    for (const row of rows) selection.observe(spread(systems, asked, row));
  }
  return selection;
}

function spread(systems: number, asked: readonly number[], row: readonly number[]): readonly number[] {
  const whole = Array.from({ length: systems }, () => Number.NaN);
  asked.forEach((system, i) => (whole[system] = row[i]));
  return whole;
}
