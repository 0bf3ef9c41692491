/**
 * Ratio estimator over days: Σ y ÷ Σ x, such as all minutes waited over all vehicles. The mean is per
 * vehicle, not a mean of days; the spread is that of the days (linearized, Cochran 1977, section 6.4).
 */
import { floats } from "./floats.ts";
import { apartBy } from "./linear.ts";
import type { Linear } from "./linear.ts";

/** Null when no day has anything below the line. */
export function ratioOf(y: ArrayLike<number>, x: ArrayLike<number>): Linear | null {
  const n = x.length;
  let above = 0;
  let below = 0;
  let days = 0;
  for (let day = 0; day < n; day++) {
    above += y[day];
    below += x[day];
    if (x[day] > 0) days++;
  }
  if (below <= 0) return null;
  const value = above / below;
  const influence = floats(n);
  for (let day = 0; day < n; day++) influence[day] = (apartBy(y[day], value * x[day]) * n) / below;
  return { value, influence, days };
}
