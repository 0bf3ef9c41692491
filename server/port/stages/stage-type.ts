/**
 * What a kind of stage is: all that the server knows about it, in one file beside this one for each kind.
 * `all.ts` lists them; planning, checking and running ask here and name no kind themselves.
 *
 * What a kind leaves out does not concern it. Its settings stand in shared/scenario/stages.ts.
 */
import type { Finding, Path } from "../../../shared/problem.ts";
import type { ByDay, Hours } from "../../../shared/scenario/clock.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import type { ShareOf } from "../../../shared/scenario/share.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { Exam, PlacePart, PostPart, StageKind } from "../../../shared/vocabulary.ts";
import type { StagePlan } from "../plan.ts";
import type { PlanContext } from "../planning/places.ts";
import type { Passage } from "./passage.ts";

export type StageType<K extends StageKind = StageKind> = {
  /** Its groups of servers that staffing can name, with how many officers each can take; as `plan` adds them. */
  posts(stage: StageOf<K>): readonly Part[];
  /** Its places, lines and servers. */
  plan(stage: StageOf<K>, context: PlanContext): Planned;
  /** How vehicles pass it. */
  readonly passage: Passage;
  /** The work that a day brings to its posts. */
  work(placed: Placed<K>, day: WorkingDay): readonly Work[];

  /** The side of primary that it stands on; left out: either. */
  readonly side?: "before" | "after";
  /** For what the port needs one of: the first inspection, or the road on which the line for it begins. */
  readonly role?: "primary" | "approach";
  /** Whether it makes no sense without primary. */
  readonly needsPrimary?: true;
  /** An inspection: a vehicle under image review may not begin service here before the image is read. */
  readonly isInspection?: true;
  /** What those before its servers wait for; left out: officers. */
  readonly servedBy?: "scanners";

  /** What is wrong with its settings, by themselves or beside the other stages. */
  check?(placed: Placed<K>, port: PlacedStages): readonly Finding[];
  /** What is wrong with them for the vehicles that come. */
  checkClasses?(placed: Placed<K>, classes: readonly VehicleClass[]): readonly Finding[];

  /** Vehicles that it marks as pre-inspected, and the stages that these need not pass. */
  preInspects?(stage: StageOf<K>): { readonly share: ShareOf; readonly replaces: readonly string[] };
  /** Hours of a facility that those go by who come while it is closed; undefined: the hours of the port. */
  hours?(stage: StageOf<K>): ByDay<Hours | null> | undefined;
  /** Exams that it does for those referred by primary. */
  exams?(stage: StageOf<K>): readonly Exam[];
  /** Ways on of its own, by stage or `exit`; undefined: the next stage. */
  ways?(stage: StageOf<K>): Readonly<Record<string, number>> | undefined;
  /** Whether some of those who come leave unserved or turn off, so that numbers further on do not follow. */
  losesCount?(stage: StageOf<K>): boolean;
};

/** A post of a stage: its part (null: the stage is one post) and the servers that officers can man. */
export type Part = readonly [part: PostPart | null, capacity: number];

/** What a kind plans; the rest is the same for all. */
export type Planned = Partial<Omit<StagePlan, "index" | "name" | "kind" | "stage" | "passage" | "parts">> & {
  readonly entryPlace: number;
  /** Its further places, by the part of their name. */
  readonly parts?: Readonly<Partial<Record<PlacePart, number>>>;
};

/** A stage with its place in the order. */
export type Placed<K extends StageKind = StageKind> = {
  readonly name: string;
  readonly index: number;
  /** Where the file says it. */
  readonly path: Path;
  readonly stage: StageOf<K>;
  readonly type: StageType;
  readonly isBeforePrimary: boolean;
  /** Whether a joint inspection stands in for it. */
  readonly isReplaced: boolean;
};

export type PlacedStages = {
  readonly stages: readonly Placed[];
  /** The first one. */
  readonly primary: Placed<"primary"> | null;
};

/** What work may depend on beside the settings of its stage. */
export type WorkingDay = PlacedStages & {
  readonly classes: readonly VehicleClass[];
  /** Whether anybody is planned at one of these parts of a stage. */
  isStaffed(stage: string, parts: readonly PostPart[]): boolean;
};

/** Work that one or several posts of a stage share. */
export type Work = {
  readonly parts: readonly (PostPart | null)[];
  /** Mean time that a vehicle of a class asks for, those that do not go there included; ms. */
  meanMs(one: VehicleClass): number;
  /** Mean square of that time, by which the work of vehicles that come by chance spreads; ms². */
  squareMs2(one: VehicleClass): number;
  /** How it is told that officers are short for it, where the part does not say it. */
  readonly told?: {
    readonly code: "CR-401";
    readonly part: PostPart | null;
    readonly params: Readonly<Record<string, string>>;
  };
};
