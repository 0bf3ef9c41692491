/**
 * The engine's own natural logarithm and exponential, the same to the last bit on every machine; see
 * server/core/elementary.ts.
 */
import { SHARED } from "./shared-core.ts";

/** Zero gives -Infinity, negative numbers and NaN give NaN. */
export const log: (x: number) => number = SHARED.exports.log;

/** Results beyond the range of doubles are Infinity or 0; small ones go through the subnormals. */
export const exp: (x: number) => number = SHARED.exports.exp;
