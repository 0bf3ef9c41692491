/** Bounds that files, options, forms and the program itself keep alike. */
import { MINUTE } from "./units.ts";

/** Seeds are 31 bits, so that every language's whole numbers hold them. */
export const MOST_SEED = 2_147_483_647;
/** Where none are asked for a Latin hypercube has ten points for each setting (Loeppky, Sacks and Welch 2009), Morris ten trajectories. */
export const RULE_OF_TEN = 10;
/** Of a plan of shifts. */
export const MOST_OFFICERS = 10_000;
/** Share of days on which promises are to hold: certainty cannot be shown by days that are drawn. */
export const SURE = { least: 0.5, most: 0.99 } as const;
/** Between starts of shifts. */
export const SHORTEST_STEP_MS = 5 * MINUTE;
