/** One number a day, such as the longest wait: their mean. Days without the number (NaN) say nothing. */
import { floats } from "./floats.ts";
import { apartBy } from "./linear.ts";
import type { Linear } from "./linear.ts";

export function meanOf(values: ArrayLike<number>): Linear | null {
  const n = values.length;
  let sum = 0;
  let days = 0;
  for (let day = 0; day < n; day++) {
    if (Number.isNaN(values[day])) continue;
    sum += values[day];
    days++;
  }
  if (days === 0) return null;
  const value = sum / days;
  const influence = floats(n);
  for (let day = 0; day < n; day++) {
    if (!Number.isNaN(values[day])) influence[day] = (apartBy(values[day], value) * n) / days;
  }
  return { value, influence, days };
}
