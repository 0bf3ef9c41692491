/** What a staffing question asks, from a question file, options of a command, or both: options go before the file. */
import { problem } from "../../shared/problem.ts";
import type { Finding, Problem } from "../../shared/problem.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { isMapValue } from "../../shared/scenario/shape.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { readQuestion } from "../../shared/staffing/question.ts";
import type { StaffingQuestion, WrittenQuestion } from "../../shared/staffing/question.ts";
import { SURE } from "../../shared/limits.ts";
import { staffingSchema } from "../../shared/staffing/schema.ts";
import type { StaffingFile } from "../../shared/staffing/schema.ts";
import { HOUR } from "../../shared/units.ts";
import { askedOf, isAskingFile, located } from "./asking-file.ts";
import type { FoundFile, RefusedFile, ScenarioLibrary } from "./library.ts";
import { loadScenario } from "./load.ts";

export type StaffingSource = { readonly name: string } | { readonly file: string; readonly text: string };

export type ReadStaffing =
  | {
      readonly ok: true;
      readonly question: StaffingQuestion;
      readonly scenario: LoadedScenario;
      readonly runs: Pick<StaffingFile, "budget" | "replications" | "seed">;
      /** What is found about the question later, at its places. */
      readonly locate: (findings: readonly Finding[]) => readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A promise that no option makes either is missed there. */
const BEGUN = { promise: [] };

/** The source is a question file, or a scenario of which the options say all. */
export function readStaffing(
  source: StaffingSource,
  options: readonly Setting[],
  library: ScenarioLibrary,
): ReadStaffing {
  const found = foundOf(source, library);
  if (!found.ok) {
    const file = "name" in source ? source.name : source.file;
    return failed([problem(found.code, { file, line: 0, column: 0 }, "", found.params)]);
  }
  const asked = askedOf(found, "optimize", BEGUN);
  if (!asked.ok) return failed(asked.problems);
  const data = options.reduce(putSetting, asked.data);
  const locate = (findings: readonly Finding[]): readonly Problem[] => located(findings, data, found.file);
  const file = staffingSchema.safeParse(data.value);
  if (!file.success) {
    const read = readQuestion(textsOf(data.value));
    const unread = findingsOf(staffingSchema, data, file.error.issues);
    return failed(locate([...unread, ...(read.ok ? [] : read.findings)]));
  }
  const { optimize, budget, replications, seed } = file.data;
  const read = readQuestion(file.data);
  const scenario = loadScenario(
    isAskingFile(asked.data) ? { name: optimize, from: found.id } : source,
    library,
  );
  if (!scenario.ok || !read.ok)
    return failed([...(read.ok ? [] : locate(read.findings)), ...(scenario.ok ? [] : scenario.problems)]);
  return { ok: true, question: read.question, scenario, runs: { budget, replications, seed }, locate };
}

/** What can be read of a file that the schema refuses, so that all that is wrong is told at once. */
function textsOf(value: unknown): WrittenQuestion {
  const { promise, shifts, break: rest } = isMapValue(value) ? value : {};
  const isText = (part: unknown): part is string => typeof part === "string" && part !== "";
  return {
    promise: Array.isArray(promise) && promise.every(isText) ? promise : [],
    sure: SURE.most,
    shifts: isText(shifts) ? shifts : "1 h",
    startsEvery: HOUR,
    break: isText(rest) ? rest : undefined,
  };
}

const failed = (problems: readonly Problem[]): ReadStaffing => ({ ok: false, problems });

const foundOf = (source: StaffingSource, library: ScenarioLibrary): FoundFile | RefusedFile =>
  "name" in source ? library.scenario(source.name, null) : { ok: true, id: source.file, ...source };
