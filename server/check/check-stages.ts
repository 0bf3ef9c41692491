/** The path of the port: stages in an order that works, names that exist, settings that belong together. */
import type { Finding, Path } from "../../shared/problem.ts";
import { finding, findingOnKey } from "../../shared/problem.ts";
import { EXAMS } from "../../shared/vocabulary.ts";
import type { Exam, StageKind } from "../../shared/vocabulary.ts";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { formatQuantity } from "../../shared/scenario/quantity.ts";
import type { Scenario, StageOf } from "../../shared/scenario/schema.ts";
import { wholeFinding } from "../../shared/scenario/whole.ts";

const PATH = ["northbound", "stages"] as const;

/** A stage with its place in the order. */
type Placed<K extends StageKind = StageKind> = {
  readonly name: string;
  readonly index: number;
  readonly stage: StageOf<K>;
  readonly path: Path;
};
type Port = { readonly stages: readonly Placed[]; readonly primary: Placed<"primary"> | null };

export function checkStages(scenario: Scenario): Finding[] {
  const stages = Object.entries(scenario.northbound.stages).map(([name, stage], index): Placed => ({
    name,
    index,
    stage,
    path: [...PATH, name],
  }));
  const port: Port = { stages, primary: ofKind(stages, "primary")[0] ?? null };
  return [...checkOrder(port), ...stages.flatMap((placed) => checkStage(placed, port)), ...checkExit(port)];
}

function ofKind<K extends StageKind>(stages: readonly Placed[], kind: K): readonly Placed<K>[] {
  return stages.filter((placed) => placed.stage.kind === kind) as unknown as readonly Placed<K>[];
}

/** On which side of primary a kind stands; the others may stand anywhere. */
const SIDES: Readonly<Partial<Record<StageKind, "before" | "after">>> = {
  preInspection: "before",
  exportCustoms: "before",
  approach: "before",
  secondary: "after",
  stateSafety: "after",
};

function checkOrder({ stages, primary }: Port): Finding[] {
  const second = ofKind(stages, "primary")
    .slice(1)
    .map(({ path, name }) => findingOnKey("CR-324", path, { kind: "primary", stage: name }));
  const misplaced = stages.flatMap(({ name, index, stage, path }) => {
    const side = SIDES[stage.kind];
    if (side === undefined) return [];
    const params = { stage: name, relation: side, other: primary?.name ?? "primary" };
    if (primary === null) {
      return stage.kind === "secondary"
        ? [findingOnKey("CR-323", path, { ...params, context: "missing" })]
        : [];
    }
    const isRight = side === "before" ? index < primary.index : index > primary.index;
    return isRight ? [] : [findingOnKey("CR-323", path, params)];
  });
  return [...second, ...misplaced];
}

function checkStage(placed: Placed, port: Port): Finding[] {
  const { stage } = placed;
  switch (stage.kind) {
    case "preInspection":
      return checkReplaced(placed as Placed<"preInspection">, port);
    case "exportCustoms":
      return checkRedLight(placed as Placed<"exportCustoms">);
    case "approach":
      return checkApproach(placed as Placed<"approach">);
    case "primary":
      return checkPrimary(placed as Placed<"primary">, port);
    case "nii":
      return stage.alarm === 0
        ? []
        : checkExam("partialUnload", "alarm", [...placed.path, "alarm"], placed.index, port);
    case "secondary":
      return checkDocks(placed as Placed<"secondary">);
    case "station":
      return checkStation(placed as Placed<"station">, port);
    case "toll":
    case "stateSafety":
      return [];
    default:
      return stage satisfies never;
  }
}

function unknownStage(name: string, path: Path, known: readonly string[], on: Finding["on"]): Finding {
  return { code: "CR-310", path, on, params: { name, ...guessParams(name, known) } };
}

function checkReplaced({ stage, path, index }: Placed<"preInspection">, { stages }: Port): Finding[] {
  const later = stages.filter((other) => other.index > index).map(({ name }) => name);
  return stage.replaces.flatMap((name, i) => {
    if (later.includes(name)) return [];
    // The default replaces export customs where the port has it.
    if (name === "exportCustoms" && ofKind(stages, "exportCustoms").length === 0) return [];
    return [unknownStage(name, [...path, "replaces", i], later, "value")];
  });
}

const needs = (path: Path, key: string, needed: string, why: string): Finding =>
  findingOnKey("CR-328", [...path, key], { key, needed, why });

function checkRedLight({ stage, path }: Placed<"exportCustoms">): Finding[] {
  if (stage.redLight > 0) {
    return stage.redLightService === undefined
      ? [needs(path, "redLight", "redLightService", "redLight")]
      : [];
  }
  return (["redLightService", "redLightBays"] as const)
    .filter((key) => stage[key] !== undefined)
    .map((key) => findingOnKey("CR-404", [...path, key], { key, found: "redLight: 0 %" }));
}

function checkApproach({ stage, path }: Placed<"approach">): Finding[] {
  const { fastSplitsAt: split, length, spacing } = stage;
  const meters = (value: number): string => formatQuantity("length", value);
  const longer = (key: string, found: number, why: string): Finding =>
    finding("CR-325", [...path, key], { most: meters(length), found: meters(found), why });
  const crowded = spacing > length ? [longer("spacing", spacing, "approachSpacing")] : [];
  if (split === undefined)
    return stage.fastLanes > 1 ? [...crowded, needs(path, "fastLanes", "fastSplitsAt", "split")] : crowded;
  return split < length ? crowded : [...crowded, longer("fastSplitsAt", split, "approachLength")];
}

function checkPrimary({ stage, path, index }: Placed<"primary">, port: Port): Finding[] {
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
  const takers = port.stages.filter(
    (other) => other.index > index && ["secondary", "nii"].includes(other.stage.kind),
  );
  if (takers.length === 0) return [...empty, ...sums, findingOnKey("CR-326", at)];
  const drawn = tables.flatMap(({ table, path: tablePath }) =>
    EXAMS.filter((exam) => (table[exam] ?? 0) > 0).flatMap((exam) =>
      checkExam(exam, "referral", [...tablePath, exam], index, port),
    ),
  );
  return [...empty, ...sums, ...drawn];
}

/** An exam that is asked for must be done by a later stage: by secondary, or for a scan by NII. */
function checkExam(exam: Exam, by: string, path: Path, after: number, { stages, primary }: Port): Finding[] {
  const from = Math.max(after, primary?.index ?? after);
  const isDone = stages.some(
    ({ stage, index }) =>
      index > from &&
      ((stage.kind === "secondary" && stage.exams[exam] !== undefined) ||
        (stage.kind === "nii" && exam === "scan")),
  );
  if (isDone) return [];
  const stage = ofKind(stages, "secondary").find(({ index }) => index > from)?.name ?? "secondary";
  return [findingOnKey("CR-322", path, { exam, by, stage, ...(exam === "scan" ? { context: "nii" } : {}) })];
}

function checkDocks({ stage, path }: Placed<"secondary">): Finding[] {
  if (stage.docks > 0) return [];
  return EXAMS.filter((exam) => stage.exams[exam]?.at === "dock").map((exam) =>
    finding("CR-328", [...path, "exams", exam, "at"], { key: "at: dock", needed: "docks", why: "docks" }),
  );
}

function checkStation(placed: Placed<"station">, port: Port): Finding[] {
  const { stage, path } = placed;
  const findings: Finding[] = [];
  if (stage.whenFull === "turn away" && stage.room === undefined)
    findings.push(needs(path, "whenFull", "room", "turnAway"));
  if (stage.choose === "random" && stage.lines === "one") {
    findings.push(needs(path, "choose", "lines: one per server", "choose"));
  }
  if (stage.next === undefined) return findings;
  const known = [...port.stages.map(({ name }) => name), "exit"];
  for (const name of Object.keys(stage.next)) {
    if (!known.includes(name)) findings.push(unknownStage(name, [...path, "next", name], known, "key"));
  }
  return [...findings, ...wholeFinding(stage.next, [...path, "next"])];
}

/** Stages from which no way leads out. */
function checkExit({ stages }: Port): Finding[] {
  const waysOf = ({ stage, index }: Placed): readonly string[] =>
    stage.kind === "station" && stage.next !== undefined
      ? Object.keys(stage.next).filter((name) => stage.next![name]! > 0)
      : [stages[index + 1]?.name ?? "exit"];
  const leaving = new Set(["exit"]);
  for (let grown = -1; grown !== leaving.size;) {
    grown = leaving.size;
    for (const placed of stages)
      if (waysOf(placed).some((name) => leaving.has(name))) leaving.add(placed.name);
  }
  return stages
    .filter(
      (placed) =>
        placed.stage.kind === "station" && placed.stage.next !== undefined && !leaving.has(placed.name),
    )
    .map(({ name, path }) => findingOnKey("CR-333", [...path, "next"], { stage: name }));
}
