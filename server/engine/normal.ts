/** The quantile of the standard normal distribution; see server/core/normal.ts. */
import { SHARED } from "./shared-core.ts";

/** The z that a standard normal variable stays below with probability p; -Infinity at 0, Infinity at 1, else NaN outside. */
export const normalQuantile: (p: number) => number = SHARED.exports.normalQuantile;
