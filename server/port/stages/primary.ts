/** Primary inspection, and whom it refers: at random and by risk, FAST and those pre-inspected less often. */
import { nameWord } from "../../engine/draws.ts";
import type { Finding } from "../../../shared/problem.ts";
import { findingOnKey } from "../../../shared/problem.ts";
import { listNames } from "../../../shared/scenario/nearest.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import { className, forClass } from "../../../shared/scenario/vehicle-classes.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import { wholeFinding } from "../../../shared/scenario/whole.ts";
import { EXAMS, LANE_TYPES } from "../../../shared/vocabulary.ts";
import type { Exam, LaneType } from "../../../shared/vocabulary.ts";
import { FAST_MARK, FLOW_COUNT, NONE, PRE_INSPECTED_MARK } from "../plan.ts";
import { byClass, cumulate, serviceByClass, valuesByClass } from "../planning/classes.ts";
import { roomOf } from "../planning/places.ts";
import type { PlanContext } from "../planning/places.ts";
import { drawOf, serviceClassOf } from "../state.ts";
import { missingExam } from "./findings.ts";
import { plain } from "./passage.ts";
import type { Passage } from "./passage.ts";
import type { Placed, PlacedStages, Planned, StageType, Work, WorkingDay } from "./stage-type.ts";
import { meanFor, squareFor } from "./work.ts";

type Primary = StageOf<"primary">;
type Referral = NonNullable<Primary["referral"]>;

const REASON_WORD = nameWord("primary.reason");

const passage: Passage = {
  ...plain,
  after(state, stage, vehicle, place) {
    const { exam } = state.vehicles;
    if (exam[vehicle] === NONE) {
      const reasons = stage.reasons![serviceClassOf(state.vehicles, vehicle)];
      exam[vehicle] = pick(reasons, drawOf(state, vehicle, REASON_WORD));
    }
    return plain.after(state, stage, vehicle, place);
  },
  turns({ referralFactor }, stage) {
    const { referral } = stage.chances;
    return referral && { ...referral, share: referral.share.map((share) => share * referralFactor) };
  },
};

/** Index of the first cumulative share above u. */
function pick(cumulative: Float64Array, u: number): number {
  let i = 0;
  while (i < cumulative.length - 1 && u >= cumulative[i]) i++;
  return i;
}

/** Lane types that have booths. */
const typesOf = ({ booths }: Primary): readonly LaneType[] => LANE_TYPES.filter((type) => booths[type] > 0);

function plan(stage: Primary, { builder, name }: PlanContext): Planned {
  const own = stage.line === "own";
  const types = typesOf(stage);
  const room = roomOf(stage.laneRoom);
  const lines = types.flatMap((type) =>
    Array.from({ length: own ? stage.booths[type] : 1 }, () => ({ room, serves: type })),
  );
  const entryPlace = builder.addPlace({
    name,
    kind: "station",
    lines,
    moveUpMs: stage.moveUp,
    service: serviceByClass(builder, stage.service),
    ownLines: own,
    fastFirst: stage.fastFirst,
    fastUsesGeneral: stage.fastUsesGeneral,
  });
  let line = builder.places[entryPlace].firstLine;
  for (const type of types) {
    const first = line;
    builder.addServers({ name: `${name}.${type}`, laneType: type }, stage.booths[type], (i) =>
      own ? first + i : first,
    );
    line += own ? stage.booths[type] : 1;
  }
  const { referral } = stage;
  if (referral === undefined) return { entryPlace };
  const reasons = valuesByClass({ all: referral.reasons, ...referral.reasonsOf });
  return {
    entryPlace,
    chances: { referral: { share: referralShares(referral), word: nameWord(`${name}.referral`) } },
    reasons: reasons.map((table) => cumulate(EXAMS.map((exam) => table?.[exam] ?? 0))),
  };
}

function referralShares(referral: Referral): Float64Array {
  const risk = byClass(referral.byRisk);
  return risk.map((share, kind) => {
    const marks = Math.floor(kind / FLOW_COUNT);
    const fast = (marks & FAST_MARK) !== 0 ? referral.fastFactor : 1;
    const inspected = (marks & PRE_INSPECTED_MARK) !== 0 ? referral.preInspectedFactor : 1;
    return Math.min(1, (referral.random + share) * fast * inspected);
  });
}

function check({ stage, path, index }: Placed<"primary">, port: PlacedStages): readonly Finding[] {
  const { booths, referral } = stage;
  const empty =
    booths.fast + booths.general + booths.shared === 0 ? [findingOnKey("CR-327", [...path, "booths"])] : [];
  if (referral === undefined) return empty;
  const at = [...path, "referral"];
  const tables = [
    { table: referral.reasons, path: [...at, "reasons"] },
    ...Object.entries(referral.reasonsOf).map(([key, table]) => ({ table, path: [...at, "reasonsOf", key] })),
  ];
  const sums = tables.flatMap((one) => wholeFinding(one.table, one.path));
  const isIdle = referral.random === 0 && Object.values(referral.byRisk).every((share) => share === 0);
  if (isIdle) return [...empty, ...sums];
  const isTaken = port.stages.some((other) => other.index > index && other.type.exams !== undefined);
  if (!isTaken) return [...empty, ...sums, findingOnKey("CR-326", at)];
  const drawn = tables.flatMap(({ table, path: tablePath }) =>
    EXAMS.filter((exam) => (table[exam] ?? 0) > 0).flatMap((exam) =>
      missingExam(exam, "referral", [...tablePath, exam], index, port),
    ),
  );
  return [...empty, ...sums, ...drawn];
}

/** Everyone who comes finds a booth. */
function checkClasses(
  { stage, path }: Placed<"primary">,
  classes: readonly VehicleClass[],
): readonly Finding[] {
  const { booths, fastUsesGeneral } = stage;
  if (booths.fast + booths.general + booths.shared === 0) return [];
  const takesFast = booths.fast > 0 || booths.shared > 0 || fastUsesGeneral !== "never";
  const takesGeneral = booths.general > 0 || booths.shared > 0;
  const list = LANE_TYPES.map((type) => `${type} ${booths[type]}`).join(", ");
  const at = [...path, "booths"];
  const refused = (isFast: boolean): readonly string[] => [
    ...new Set(
      classes
        .filter((one) => one.isFast === isFast)
        .map((one) => className({ ...one, isPreInspected: false })),
    ),
  ];
  const fast = takesFast ? [] : refused(true);
  const general = takesGeneral ? [] : refused(false);
  return [
    ...(fast.length > 0 ? [findingOnKey("CR-320", at, { class: listNames(fast), booths: list })] : []),
    ...(general.length > 0
      ? [findingOnKey("CR-320", at, { class: listNames(general), booths: list, context: "general" })]
      : []),
  ];
}

/** FAST at the booths that it may use, the others at theirs, and all at all: each may be short by itself. */
function work({ name, stage }: Placed<"primary">, day: WorkingDay): readonly Work[] {
  const there = typesOf(stage);
  const own = there.filter((type) => type !== "general");
  const mayUseGeneral =
    stage.fastUsesGeneral === "when it is shorter" ||
    (stage.fastUsesGeneral !== "never" && !day.isStaffed(name, own));
  const of = (who: "fast" | "general" | "all", parts: readonly LaneType[]): readonly Work[] => {
    const isMeant = (one: VehicleClass): boolean => who === "all" || one.isFast === (who === "fast");
    // All who come at all booths: the whole of primary says it.
    if (who !== "all" && parts.length === there.length && day.classes.every(isMeant)) return [];
    const part = who !== "all" && stage.booths[who] > 0 ? who : null;
    const params = { class: who, stage: name, ...(who === "all" ? { context: "whole" } : {}) };
    return [
      {
        parts,
        meanMs: (one) => (isMeant(one) ? meanFor(stage.service, one) + stage.moveUp : 0),
        squareMs2: (one) => (isMeant(one) ? squareFor(stage.service, one, stage.moveUp) : 0),
        told: { code: "CR-401", part, params },
      },
    ];
  };
  return [
    ...of("fast", mayUseGeneral ? there : own),
    ...of(
      "general",
      there.filter((type) => type !== "fast"),
    ),
    ...of("all", there),
  ];
}

/** Share of a class that primary refers for an exam. */
export function referredShare(primary: Placed<"primary"> | null, one: VehicleClass, exam: Exam): number {
  const referral = primary?.stage.referral;
  if (referral === undefined) return 0;
  const base = referral.random + (forClass(referral.byRisk, one) ?? 0);
  const factor =
    (one.isFast ? referral.fastFactor : 1) * (one.isPreInspected ? referral.preInspectedFactor : 1);
  const reasons = forClass(referral.reasonsOf, one) ?? referral.reasons;
  return Math.min(1, base * factor) * (reasons[exam] ?? 0);
}

export const primary: StageType<"primary"> = {
  role: "primary",
  isInspection: true,
  posts: (stage) => typesOf(stage).map((type) => [type, stage.booths[type]]),
  plan,
  passage,
  check,
  checkClasses,
  work,
};
