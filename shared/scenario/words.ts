/**
 * The shape of the words of one language: a label for each field of a scenario, and the vocabulary.
 *
 * Everything is a record over the lists of the vocabulary or the keys of the schema, so a field or
 * word added there does not compile until every language says it.
 */
import type {
  Exam,
  Flow,
  LaneType,
  Month,
  PostPart,
  STAGE_KINDS,
  Weekday,
  ClassKey,
  ResultClass,
} from "../vocabulary.ts";
import type { ChangeKind } from "./changes.ts";
import type { Demand, Scenario, Stage, StageOf, Staffing } from "./schema.ts";

/** Keys of a union's members, all of them. */
type KeysOf<T> = T extends unknown ? keyof T & string : never;
type Text = string;

type Referral = NonNullable<StageOf<"primary">["referral"]>;
type Review = NonNullable<StageOf<"nii">["review"]>;
type Costs = NonNullable<Scenario["costs"]>;

export type ScenarioField = Exclude<KeysOf<Scenario>, "cruce" | "northbound"> | `costs.${KeysOf<Costs>}`;
export type DemandField = KeysOf<Demand> | `refersTo.${KeysOf<NonNullable<Demand["refersTo"]>>}`;
export type StageField =
  KeysOf<Stage> | `booths.${LaneType}` | `referral.${KeysOf<Referral>}` | `review.${KeysOf<Review>}`;
export type StaffingField =
  `rules.${KeysOf<Staffing["rules"]>}` | `pools.${KeysOf<Staffing["pools"][string]>}`;

/** Words that a field may have as its value. */
export type Option =
  | Scenario["atClosing"]
  | Staffing["rules"]["closesFirst"]
  | Staffing["rules"]["laneOfClosingBooth"]
  | StageOf<"primary">["line"]
  | StageOf<"primary">["fastUsesGeneral"]
  | Review["wait"]
  | StageOf<"station">["whenFull"]
  | StageOf<"station">["lines"]
  | StageOf<"station">["choose"]
  | NonNullable<StageOf<"secondary">["exams"][Exam]>["at"]
  | "unlimited"
  | "closed"
  | "true"
  | "false";

export type Words = {
  readonly flow: Readonly<Record<Flow, Text>>;
  /** Who is meant, as in "laden, with FAST". */
  readonly class: Readonly<Record<ClassKey | ResultClass, Text>>;
  readonly laneType: Readonly<Record<LaneType, Text>>;
  readonly stage: Readonly<Record<(typeof STAGE_KINDS)[number], Text>>;
  readonly part: Readonly<Record<PostPart, Text>>;
  readonly exam: Readonly<Record<Exam, Text>>;
  readonly weekday: Readonly<Record<Weekday, Text>>;
  readonly weekdayShort: Readonly<Record<Weekday, Text>>;
  readonly month: Readonly<Record<Month, Text>>;
  readonly option: Readonly<Record<Option, Text>>;
  /** What a timed change acts on. */
  readonly effect: Readonly<Record<ChangeKind, Text>>;
  readonly field: Readonly<Record<ScenarioField, Text>>;
  readonly demandField: Readonly<Record<DemandField, Text>>;
  readonly stageField: Readonly<Record<StageField, Text>>;
  readonly staffingField: Readonly<Record<StaffingField, Text>>;
};
export type WordGroup = keyof Words;
