/** What the thread of twice-worker.ts and the one that measures it know of each other. */

/** Replications of the experiment. */
export const DAYS = 200;

/** The channel on which the thread tells what all days took alone, in ms, as the last one ends. */
export const TWICE = "cruce-bench-twice";
