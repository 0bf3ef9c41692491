/** Secondary inspection: bays and docks; how long depends on what the referral asked for. */
import type { Finding } from "../../../shared/problem.ts";
import { finding } from "../../../shared/problem.ts";
import { meanOfServiceTime } from "../../../shared/scenario/distribution.ts";
import type { ServiceTime } from "../../../shared/scenario/distribution.ts";
import type { StageOf } from "../../../shared/scenario/schema.ts";
import type { VehicleClass } from "../../../shared/scenario/vehicle-classes.ts";
import { EXAMS } from "../../../shared/vocabulary.ts";
import type { Exam } from "../../../shared/vocabulary.ts";
import { ASK, NONE } from "../plan.ts";
import { oneLine } from "../planning/places.ts";
import type { PlanContext } from "../planning/places.ts";
import { nextPlace } from "../routes.ts";
import type { Passage } from "./passage.ts";
import { referredShare } from "./primary.ts";
import type { Part, Placed, Planned, StageType, Work, WorkingDay } from "./stage-type.ts";
import { squareFor } from "./work.ts";

type Secondary = StageOf<"secondary">;

const passage: Passage = {
  after(state, stage, vehicle) {
    state.vehicles.exam[vehicle] = NONE;
    return nextPlace(state, vehicle, stage.index);
  },
  onward: () => ASK,
};

const posts = ({ bays, docks }: Secondary): readonly Part[] =>
  docks === 0
    ? [["bay", bays]]
    : [
        ["bay", bays],
        ["dock", docks],
      ];

function plan(stage: Secondary, { builder, name }: PlanContext): Planned {
  const service = Int32Array.from(EXAMS, (exam) => {
    const done = stage.exams[exam];
    return done === undefined ? NONE : builder.distribution(done.service);
  });
  const part = (label: "bay" | "dock", count: number): number => {
    const partName = `${name}.${label}`;
    const place = builder.addPlace({
      name: partName,
      kind: "station",
      lines: oneLine(stage.room),
      serviceByExam: service,
    });
    const line = builder.places[place].firstLine;
    builder.addServers({ name: partName, laneType: null }, count, () => line);
    return place;
  };
  const bay = part("bay", stage.bays);
  const dock = stage.docks > 0 ? part("dock", stage.docks) : bay;
  const examPlaces = Int32Array.from(EXAMS, (exam) => {
    const done = stage.exams[exam];
    if (done === undefined) return NONE;
    return done.at === "dock" ? dock : bay;
  });
  // A joint inspection stands in for the first inspection, not for what that one asks for.
  return { entryPlace: bay, parts: { bay, dock }, examPlaces, onlyReferred: true, isReplaced: false };
}

function check({ stage, path }: Placed<"secondary">): readonly Finding[] {
  if (stage.docks > 0) return [];
  return EXAMS.filter((exam) => stage.exams[exam]?.at === "dock").map((exam) =>
    finding("CR-328", [...path, "exams", exam, "at"], { key: "at: dock", needed: "docks", why: "docks" }),
  );
}

function work({ stage, index }: Placed<"secondary">, { stages, primary }: WorkingDay): readonly Work[] {
  // Those scanned by NII on their way do not come here for it.
  const isScannedBefore = stages
    .slice(0, index)
    .some((other) => other.stage.kind === "nii" && !other.isBeforePrimary);
  return posts(stage).map(([part]) => {
    const exams = Object.entries(stage.exams).filter(
      ([exam, { at }]) => at === part && !(exam === "scan" && isScannedBefore),
    );
    const sumOf = (one: VehicleClass, of: (service: ServiceTime) => number): number =>
      exams.reduce(
        (sum, [exam, { service }]) => sum + referredShare(primary, one, exam as Exam) * of(service),
        0,
      );
    return {
      parts: [part],
      meanMs: (one) => sumOf(one, meanOfServiceTime),
      squareMs2: (one) => sumOf(one, (service) => squareFor(service, one, 0)),
    };
  });
}

export const secondary: StageType<"secondary"> = {
  side: "after",
  needsPrimary: true,
  isInspection: true,
  exams: (stage) => EXAMS.filter((exam) => stage.exams[exam] !== undefined),
  posts,
  plan,
  passage,
  check,
  work,
};
