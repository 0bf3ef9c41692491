/** What a staffing question asks, from a question file, options of a command, or both: options go before the file. */
import { finding } from "../../shared/problem.ts";
import type { Finding, Problem } from "../../shared/problem.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { isMapValue, valueAt } from "../../shared/scenario/shape.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { readQuestion } from "../../shared/staffing/question.ts";
import type { StaffingQuestion, WrittenQuestion } from "../../shared/staffing/question.ts";
import { SURE } from "../../shared/limits.ts";
import { staffingSchema } from "../../shared/staffing/schema.ts";
import type { StaffingFile } from "../../shared/staffing/schema.ts";
import { HOUR } from "../../shared/units.ts";
import { askedOf, foundOf, isAskingFile, located, namedIn } from "./asking-file.ts";
import type { ScenarioLibrary } from "./library.ts";
import { loadScenario } from "./load.ts";
import type { ScenarioSource } from "./load.ts";

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
  source: ScenarioSource,
  options: readonly Setting[],
  library: ScenarioLibrary,
): ReadStaffing {
  const found = foundOf(source, library);
  if (!found.ok) return failed(found.problems);
  const asked = askedOf(found, "question", "optimize", BEGUN);
  if (!asked.ok) return failed(asked.problems);
  const data = options.reduce(putSetting, asked.data);
  const locate = (findings: readonly Finding[]): readonly Problem[] => located(findings, data, found.file);
  const file = staffingSchema.safeParse(data.value);
  if (!file.success) {
    const read = readQuestion(textsOf(data.value));
    const unread = findingsOf(staffingSchema, data, file.error.issues);
    // A file that cannot be read is taken for a scenario, and what is wrong with it told as of one.
    const scenario = isAskingFile(asked.data) ? null : loadScenario(source, library);
    return failed([
      ...locate([...withExample(unread, data.value), ...(read.ok ? [] : read.findings)]),
      ...(scenario === null || scenario.ok ? [] : scenario.problems),
    ]);
  }
  const { optimize, budget, replications, seed } = file.data;
  const read = readQuestion(file.data);
  const planned = isAskingFile(asked.data) ? namedIn(found, optimize) : source;
  const scenario = loadScenario(planned, library);
  if (!scenario.ok || !read.ok)
    return failed([...(read.ok ? [] : locate(read.findings)), ...(scenario.ok ? [] : scenario.problems)]);
  return { ok: true, question: read.question, scenario, runs: { budget, replications, seed }, locate };
}

/** That there is no promise at all is said with an example of one, not as the length of a list. */
const withExample = (findings: readonly Finding[], value: unknown): readonly Finding[] =>
  findings.map((one) => {
    const promise = valueAt(value, ["promise"]);
    const isEmpty = Array.isArray(promise) && promise.length === 0;
    return isEmpty && one.path.join() === "promise"
      ? finding("CR-701", ["promise"], { context: "none" })
      : one;
  });

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
