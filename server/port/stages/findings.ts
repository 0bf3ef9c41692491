/** What several kinds of stages find wrong. */
import type { Finding, Path } from "../../../shared/problem.ts";
import { findingOnKey } from "../../../shared/problem.ts";
import { guessParams } from "../../../shared/scenario/nearest.ts";
import type { Exam } from "../../../shared/vocabulary.ts";
import type { PlacedStages } from "./stage-type.ts";

export function unknownStage(name: string, path: Path, known: readonly string[], on: Finding["on"]): Finding {
  return { code: "CR-310", path, on, params: { name, ...guessParams(name, known) } };
}

/** A setting that means something only beside another. */
export const needs = (path: Path, key: string, needed: string, why: string): Finding =>
  findingOnKey("CR-328", [...path, key], { key, needed, why });

/** An exam that is asked for must be done by a stage after it and after primary. */
export function missingExam(
  exam: Exam,
  by: string,
  path: Path,
  after: number,
  { stages, primary }: PlacedStages,
): readonly Finding[] {
  const from = Math.max(after, primary?.index ?? after);
  const later = stages.filter(({ index }) => index > from);
  if (later.some(({ stage, type }) => type.exams?.(stage).includes(exam) === true)) return [];
  const stage = later.find((one) => "exams" in one.stage)?.name ?? "secondary";
  return [findingOnKey("CR-322", path, { exam, by, stage, ...(exam === "scan" ? { context: "nii" } : {}) })];
}
