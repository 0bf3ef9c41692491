/**
 * The words of the field that both sides agree on. Message keys, metric dimensions and schema
 * keys derive from these lists; their order is the order of display and of the numeric codes
 * in the engine's tables, so append only.
 */

export const FLOWS = ["laden", "empty", "bobtail", "hazmat", "produce", "oversize"] as const;
export type Flow = (typeof FLOWS)[number];

/** Who a booth serves: `fast` only trucks with the FAST mark, `general` those without, `shared` all. */
export const LANE_TYPES = ["fast", "general", "shared"] as const;
export type LaneType = (typeof LANE_TYPES)[number];

export const STAGE_KINDS = [
  "preInspection",
  "exportCustoms",
  "toll",
  "approach",
  "primary",
  "nii",
  "secondary",
  "stateSafety",
  "station",
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** Parts of a stage that are posts or places of their own, as in "secondary.dock". */
export const POST_PARTS = [...LANE_TYPES, "review", "bay", "dock", "redLight"] as const;
export type PostPart = (typeof POST_PARTS)[number];
export const PLACE_PARTS = ["redLight", "bay", "dock", "review", "afterSplit", "yard"] as const;
export type PlacePart = (typeof PLACE_PARTS)[number];

/** What secondary does with a referred truck. */
export const EXAMS = ["documents", "scan", "k9", "partialUnload", "fullUnload", "agriculture"] as const;
export type Exam = (typeof EXAMS)[number];

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const MONTHS = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
] as const;
export type Month = (typeof MONTHS)[number];

/**
 * A key that names vehicles by what they are: everyone, a flow, those with the FAST mark, those
 * already pre-inspected, or a FAST flow ("fast empty"). The most specific key that fits wins:
 * preInspected, then "fast <flow>", then fast, then the flow, then all.
 */
export const CLASS_KEYS = [
  "all",
  "fast",
  "preInspected",
  ...FLOWS,
  ...FLOWS.map((flow) => `fast ${flow}` as const),
] as const;
export type ClassKey = (typeof CLASS_KEYS)[number];

/** The classes that results are reported by; `null` stands for all vehicles together. */
export const RESULT_CLASSES = ["fast", "general", ...FLOWS] as const;
export type ResultClass = (typeof RESULT_CLASSES)[number];

/** Why a vehicle waits; see measure/causes.ts. */
export const CAUSES = ["officers", "blocked", "trapped", "closed", "scanner", "review", "setUp"] as const;
export type Cause = (typeof CAUSES)[number];

export const LANGUAGES = ["en", "es", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];
