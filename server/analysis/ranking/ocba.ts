/**
 * Where more days are best spent to know which of several scenarios is the best: the optimal computing budget
 * allocation of Chen, Lin, Yücesan and Chick (Discrete Event Dynamic Systems 10, 2000). Smaller is better.
 *
 * It is derived for independent draws: use seeds of their own for each scenario, not common ones (those are for kn.ts).
 */
export type SystemSoFar = {
  readonly mean: number;
  readonly variance: number;
  /** Replications that these two rest on. */
  readonly runs: number;
};

/** By system: how many of `more` replications it gets. Fractions are rounded down, and the rest goes to the best. */
export function allocateRuns(systems: readonly SystemSoFar[], more: number): number[] {
  if (systems.length === 0) throw new Error("no systems to allocate replications to");
  if (systems.some(({ mean, variance }) => !Number.isFinite(mean) || !(variance >= 0)))
    throw new Error(`cannot allocate over ${JSON.stringify(systems)}: a mean or variance is no number`);
  const budget = systems.reduce((sum, { runs }) => sum + runs, more);
  const best = bestOf(systems);
  const totals = atLeastSoFar(systems, sharesOf(systems, best), budget);
  totals[best] += budget - totals.reduce((sum, total) => sum + total, 0);
  return totals.map((total, i) => total - systems[i].runs);
}

const bestOf = (systems: readonly SystemSoFar[]): number =>
  systems.reduce((best, { mean }, i) => (mean < systems[best].mean ? i : best), 0);

/**
 * How much of the budget each is worth, up to a factor: variance over the square of its distance from the best. Distances
 * count in those of the nearest, so that systems equal to the best take all there is, as they would in the limit.
 */
function sharesOf(systems: readonly SystemSoFar[], best: number): number[] {
  const distances = systems.map(({ mean }) => mean - systems[best].mean);
  const nearest = Math.min(...distances.filter((_, i) => i !== best));
  const nearness = distances.map((distance) => (distance === nearest ? 1 : nearest / distance));
  const shares = systems.map(({ variance }, i) => variance * nearness[i] ** 2);
  const squares = systems.reduce(
    (sum, { variance }, i) => (i === best ? sum : sum + variance * nearness[i] ** 4),
    0,
  );
  shares[best] = Math.sqrt(systems[best].variance * squares);
  return shares;
}

/** The budget in these shares, where nobody gets less than it has had: the others share what is then left. */
function atLeastSoFar(systems: readonly SystemSoFar[], shares: readonly number[], budget: number): number[] {
  const totals = systems.map(({ runs }) => runs);
  let open = systems.map((_, i) => i);
  for (;;) {
    const settled = totals.reduce((sum, total, i) => (open.includes(i) ? sum : sum + total), 0);
    const whole = open.reduce((sum, i) => sum + shares[i], 0);
    for (const i of open)
      totals[i] = whole > 0 ? Math.floor(((budget - settled) / whole) * shares[i]) : systems[i].runs;
    const short = open.filter((i) => totals[i] < systems[i].runs);
    if (short.length === 0) return totals;
    for (const i of short) totals[i] = systems[i].runs;
    open = open.filter((i) => !short.includes(i));
  }
}
