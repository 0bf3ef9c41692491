/**
 * How the time until an answer is shared out: the search leaves as much as the new days will take by what its own days
 * took, but has half of it at least. On a machine with others to serve days take longer, and the search ends sooner.
 */
export type RunDays = {
  /** Run, not taken from the store. */
  readonly days: number;
  /** While at least one of them was under way. */
  readonly busyMs: number;
};

/** When the search is to end, from its beginning. */
export function searchMs(budgetMs: number, { days, busyMs }: RunDays, newDays: number): number {
  const each = days === 0 ? 0 : busyMs / days;
  return budgetMs - Math.min(budgetMs / 2, each * newDays);
}

/** The time in which something was under way, however much of it at once. */
export class BusyTime {
  readonly #now: () => number;
  #under = 0;
  #since = 0;
  #ended = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get ms(): number {
    return this.#ended + (this.#under > 0 ? this.#now() - this.#since : 0);
  }

  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#under++ === 0) this.#since = this.#now();
    try {
      return await work();
    } finally {
      if (--this.#under === 0) this.#ended += this.#now() - this.#since;
    }
  }
}
