/** What a sweep asks, from a sweep file, options of a command, or both: options go before the file. */
import type { Place, Problem } from "../../shared/problem.ts";
import { problem } from "../../shared/problem.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { placeOf } from "../../shared/scenario/places.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { planSweep } from "../../shared/sweep/plan.ts";
import type { Factor, SweepPlan } from "../../shared/sweep/plan.ts";
import { sweepSchema } from "../../shared/sweep/schema.ts";
import { askedOf, isAskingFile, located } from "./asking-file.ts";
import type { ScenarioLibrary } from "./library.ts";
import { readVariants } from "./load.ts";
import type { ScenarioSource, ScenarioVariants } from "./load.ts";

export type ReadSweep =
  | {
      readonly ok: true;
      readonly plan: SweepPlan;
      /** The scenario as it is without the sweep. */
      readonly scenario: LoadedScenario;
      readonly variants: ScenarioVariants;
      /** Where a setting that varies was asked for. */
      readonly placeOf: (factor: Factor) => Place;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A setting that no option names either is missed there. */
const BEGUN = { vary: {} };

/** The source is a sweep file, or a scenario of which the options say all. */
export function readSweep(
  source: ScenarioSource,
  options: readonly Setting[],
  library: ScenarioLibrary,
): ReadSweep {
  const found = "text" in source ? { ok: true as const, id: null, ...source } : fileOf(source, library);
  if (!found.ok) return failed(found.problems);
  const asked = askedOf(found, "sweep", BEGUN);
  if (!asked.ok) return failed(asked.problems);
  const data = options.reduce(putSetting, asked.data);
  const file = sweepSchema.safeParse(data.value);
  if (!file.success)
    return failed(located(findingsOf(sweepSchema, data, file.error.issues), data, found.file));
  const isFile = isAskingFile(asked.data);
  const swept = { name: file.data.sweep, ...(found.id !== null && { from: found.id }) };
  const variants = readVariants(isFile ? swept : source, library);
  if (!variants.ok) return failed(variants.problems);
  const scenario = variants.load([]);
  if (!scenario.ok) return failed(scenario.problems);
  const planned = planSweep(file.data, variants.data);
  if (!planned.ok) return failed(located(planned.findings, data, found.file));
  return {
    ok: true,
    plan: planned.plan,
    scenario,
    variants,
    placeOf: (factor) => placeOf(data.places, ["vary", factor.name], "value"),
  };
}

/** A text, and who it is where it is a file of the library. */
type Found = { readonly ok: true; readonly id: string | null; readonly file: string; readonly text: string };

function fileOf(
  { name, from }: Extract<ScenarioSource, { readonly name: string }>,
  library: ScenarioLibrary,
): Found | Extract<ReadSweep, { readonly ok: false }> {
  const found = library.scenario(name, from ?? null);
  if (found.ok) return found;
  return { ok: false, problems: [problem(found.code, { file: name, line: 0, column: 0 }, "", found.params)] };
}

const failed = (problems: readonly Problem[]): ReadSweep => ({ ok: false, problems });
