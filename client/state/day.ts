/** How far the day that is shown reaches: vehicles are followed beyond the closing. */
import { HOUR } from "../../shared/units.ts";
import type { Frame, Results, Welcome } from "../../shared/protocol.ts";

/** The whole hour by which the run that is seen, so far, and half of the days have let out their last truck. */
export function dayEndMs(
  { closeMs }: Pick<Welcome, "closeMs">,
  frame: Pick<Frame, "timeMs"> | null,
  results: Pick<Results, "fromMs" | "binMs" | "bands"> | null,
): number {
  const ends = results?.bands.map((bands) => lastOutMs(bands.clearedPerHour.median, results)) ?? [];
  return Math.ceil(Math.max(closeMs, frame?.timeMs ?? 0, ...ends) / HOUR) * HOUR;
}

/** Cleared an hour looks back over one: it is nothing an hour after the last truck. */
function lastOutMs(
  cleared: readonly (number | null)[],
  { fromMs, binMs }: Pick<Results, "fromMs" | "binMs">,
): number {
  const last = cleared.findLastIndex((value) => value !== null && value > 0);
  return fromMs + (last + 1) * binMs - HOUR;
}
