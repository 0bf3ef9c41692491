/** How many decimals tell the ticks of an axis apart. Pure. */
import { precisionFixed } from "d3";

/** Further digits are left over from reckoning in binary: 0.3 - 0.2 is a little less than 0.1. */
const MEANT = 6;

export function tickDigits(ticks: readonly number[]): number {
  const [first, second] = ticks;
  if (first === undefined) return 0;
  if (second === undefined) return writtenDigits(first);
  const step = Number((second - first).toPrecision(MEANT));
  return step === 0 ? 0 : precisionFixed(step);
}

/** A tick by itself has no step to go by: as many as it is written with. */
const writtenDigits = (tick: number): number =>
  String(Number(tick.toPrecision(MEANT))).split(".")[1]?.length ?? 0;
