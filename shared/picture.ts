/**
 * The constants of the live picture, apart from the message schemas, so that the page can use them
 * without carrying the schema library.
 */
import type { LaneType } from "./vocabulary.ts";

export const PROTOCOL_VERSION = 1;

/** Frames a second at the most; the page eases between them. */
export const FRAMES_PER_SECOND = 5;
export const MAX_SCENARIOS = 4;
export const SPEEDS = [1, 10, 60, 120, 300, 900, 3_600] as const;
/** Of a new session: the queues of a day part within the first minute and a half. */
export const FIRST_SPEED = 300;
export const MAX_SCENARIO_BYTES = 262_144;

/** Server states in a frame. */
export const SERVER_STATES = {
  closed: "x",
  opening: "o",
  idle: ".",
  busy: "b",
  blocked: "k",
  held: "h",
  down: "!",
} as const;

/** Whom a server serves, in a frame; "-" where servers have no lane type. */
export const LANE_TYPE_LETTERS: Readonly<Record<LaneType, string>> = { fast: "f", general: "g", shared: "s" };

/** Letter of a vehicle's class: flow code, then capital for FAST, then the next alphabet half for pre-inspected. */
export function classLetter(flow: number, fast: boolean, preInspected: boolean): string {
  const letter = String.fromCharCode(97 + flow + (preInspected ? 13 : 0));
  return fast ? letter.toUpperCase() : letter;
}

/** Why a request was refused, in one word. */
export const REFUSALS = [
  "malformed",
  "outdated",
  "notAllowed",
  "unknownSession",
  "tooMany",
  "tooFast",
  "tooLarge",
  "invalid",
  "busy",
  "failed",
] as const;
export type Refusal = (typeof REFUSALS)[number];
