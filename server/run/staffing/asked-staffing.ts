/** A staffing question that a page asks, read as a question file about the scenario would be. */
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { OptimizeRequest } from "../../../shared/experiments.ts";
import type { Problem } from "../../../shared/problem.ts";
import type { Setting } from "../../../shared/scenario/setting.ts";
import { shippedLibrary } from "../../scenario/library.ts";
import { readStaffing } from "../../scenario/staffing-file.ts";
import type { ScenarioText } from "../experiment-run.ts";
import { prepare } from "./optimize.ts";
import type { Prepared } from "./optimize.ts";

export type AskedStaffing =
  | { readonly ok: true; readonly prepared: Prepared; readonly budgetMs: number }
  | { readonly ok: false; readonly problems: readonly ExperimentProblem[] };

export function readAskedStaffing(request: OptimizeRequest, { name, text }: ScenarioText): AskedStaffing {
  const { promise, sure, shifts, startsEvery, break: rest, roster, budget } = request;
  const fields = { promise, sure, shifts, startsEvery, break: rest, roster, budget };
  // What is wrong with a value is told at the place it came from: the field of the request.
  const settings = Object.entries(fields).flatMap(([field, value]): readonly Setting[] =>
    value === null ? [] : [{ path: [field], value, at: { file: field, line: 0, column: 0 } }],
  );
  const read = readStaffing({ file: name, text }, settings, shippedLibrary(new Map()));
  if (!read.ok) return { ok: false, problems: read.problems.map(atField) };
  const prepared = prepare(read.scenario, read.question);
  if ("findings" in prepared) return { ok: false, problems: read.locate(prepared.findings).map(atField) };
  if ("why" in prepared)
    return { ok: false, problems: [{ field: "scenarios", code: "staffing", refusal: prepared }] };
  return { ok: true, prepared, budgetMs: read.runs.budget };
}

/** `promise[1]` of the file's problems is `promise.1` of the request's. */
const atField = (problem: Problem): ExperimentProblem => ({
  field: problem.path.replace(/\[(\d+)\]/g, ".$1"),
  code: "setting",
  problem,
});
