/** Numbers that the core and the rest of the program agree on: plain TypeScript, which both read. */

export const NONE = -1;
export const OUTSIDE = 0;
/** In place of a place: out of the port; stay where it is for now. */
export const EXIT = -2;
export const STAY = -3;
/** Where to is not known before a vehicle is asked. */
export const ASK = -6;
/** The next stage that takes the vehicle, whichever that is. */
export const NEXT = -7;

/** Whom a stage takes: by the vehicle, every one, none. */
export const TAKES_SOME = 0;
export const TAKES_ALL = 1;
export const TAKES_NONE = 2;
/**
 * How vehicles leave a place where it depends on them: as their stage says; on to the next stage that takes them; so
 * too, but for those drawn at a chance, for whom the stage says it.
 */
export const AS_ASKED = 0;
export const GOES_ON = 1;
export const TURNS = 2;

export const FLOW_COUNT = 6;
/** The first bit of what a vehicle is, above its flow: a class is `flow + FLOW_COUNT × marks`. */
export const FAST_MARK = 1;
export const PRE_INSPECTED_MARK = 2;
/** Classes by flow and FAST mark: what results are tallied by. */
export const TALLY_CLASSES = FLOW_COUNT * 2;
/** Classes by flow, FAST mark and pre-inspection: what service times depend on. */
export const SERVICE_CLASSES = FLOW_COUNT * 4;

export const HOURS = 24;
/** The bucket of time that is not recorded. */
export const UNRECORDED = HOURS;
/** In place of a time: it never came to that. */
export const NEVER = -1;

/** Bins of a histogram: 64 to an octave, up to the longest duration. */
export const SUB_BITS = 6;
export const LONGEST_MS = 0x7fffffff;
export const BINS = (1 << SUB_BITS) * (32 - SUB_BITS);

/** Why vehicles wait, in the order of the vocabulary. */
export const CAUSE_OFFICERS = 0;
export const CAUSE_BLOCKED = 1;
export const CAUSE_TRAPPED = 2;
export const CAUSE_CLOSED = 3;
export const CAUSE_SCANNER = 4;
export const CAUSE_REVIEW = 5;
export const CAUSE_SET_UP = 6;
export const CAUSES = 7;

/** Kinds of places. */
export const IS_OUTSIDE = 0;
export const IS_LANES = 1;
export const IS_STATION = 2;
export const IS_DELAY = 3;

/** What a server does. */
export const CLOSED = 0;
export const OPENING = 1;
export const IDLE = 2;
export const BUSY = 3;
export const BLOCKED = 4;
/** Occupied by a vehicle whose image review is not over. */
export const HELD = 5;

/** Whom a line is for: bits. */
export const FOR_GENERAL = 1;
export const FOR_FAST = 2;

/** Ranks of events at one instant are 0 to 8191. */
export const RANKS = 8192;
/** Places that have ranks of their own within a kind of event. */
export const RANKED_PLACES = RANKS / 8;

/** Forms of distributions. No form is 0, which is what unused places of a table hold. */
export const CONSTANT = 1;
export const EXPONENTIAL = 2;
export const GAMMA = 3;
export const LOGNORMAL = 4;
export const UNIFORM = 5;
export const TRIANGULAR = 6;

/** Up to this shape gamma quantiles stand in a table; above it an expansion is exact to 1e-7. */
export const LARGE_SHAPE = 1000;
/** Cells of the table for each octave of a tail, its octaves, and numbers in a cell. */
export const CELLS_PER_OCTAVE = 8;
export const OCTAVES = 52;
export const CELL_WIDTH = 8;

/** Generators: the engine's own; a slow cipher, beyond doubt, for comparing; one that the host brings, for its tests. */
export const MIX = 0;
export const CIPHER = 1;
export const OF_HOST = 2;
