/** Mistakes that the event list and the distributions of a core find, in words. */
import * as CODE from "../core/fault-codes.ts";
import type { Fault } from "./core.ts";
import { RANKS } from "../core/constants.ts";

export const ENGINE_FAULTS: Readonly<Record<number, Fault>> = {
  [CODE.SLOT_UNKNOWN]: (slot, slots) => `no such event slot: ${slot} of ${slots}`,
  [CODE.SLOT_PENDING]: (slot, time) => `slot ${slot} is already pending at ${time} ms`,
  [CODE.TIME_NOT_WHOLE]: (time, slot) =>
    `an event needs a time in whole milliseconds, got ${time} for slot ${slot}`,
  [CODE.RANK_UNKNOWN]: (rank, slot) => `a rank is 0 to ${RANKS - 1}, got ${rank} for slot ${slot}`,
  [CODE.NOTHING_PENDING]: () => "no event is pending",
  [CODE.DISTRIBUTION_UNKNOWN]: (index, size) => `no distribution has the index ${index}; there are ${size}`,
};
