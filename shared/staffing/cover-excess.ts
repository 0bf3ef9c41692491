/** How far shifts that cover what is asked for may be from the fewest hours that do. */
import type { CoverBound } from "./result.ts";

/** What is off by less is the solver's rounding. */
const TOLERANCE = 1e-6;

/** Share by which they have more hours, at most; rounded up to a tenth of a percent. 0: they are the fewest, so proven. */
export const coverExcess = ({ hours, leastHours }: CoverBound): number =>
  Math.max(0, Math.ceil(1000 * (hours / leastHours - 1) - TOLERANCE) / 1000);
