/** The channel on which twice-worker.ts tells what days took alone, in ms, unit by unit. */
export const TWICE = "cruce-bench-twice";
