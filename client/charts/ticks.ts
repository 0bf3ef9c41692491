/** How many decimals tell the ticks of an axis apart. Pure. */
import { precisionFixed } from "d3";

export function tickDigits(ticks: readonly number[]): number {
  const [first, second] = ticks;
  return first === undefined || second === undefined ? 0 : precisionFixed(second - first);
}
