/** What a sweep asks, from a sweep file, options of a command, or both: options go before the file. */
import type { Place, Problem } from "../../shared/problem.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { placeOf } from "../../shared/scenario/places.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { planSweep } from "../../shared/sweep/plan.ts";
import type { Factor, SweepPlan } from "../../shared/sweep/plan.ts";
import { sweepSchema } from "../../shared/sweep/schema.ts";
import { askedOf, foundOf, isAskingFile, located, namedIn } from "./asking-file.ts";
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
  const found = foundOf(source, library);
  if (!found.ok) return failed(found.problems);
  const asked = askedOf(found, "sweep", "sweep", BEGUN);
  if (!asked.ok) return failed(asked.problems);
  const data = options.reduce(putSetting, asked.data);
  const file = sweepSchema.safeParse(data.value);
  if (!file.success)
    return failed(located(findingsOf(sweepSchema, data, file.error.issues), data, found.file));
  const swept = isAskingFile(asked.data) ? namedIn(found, file.data.sweep) : source;
  const variants = readVariants(swept, library);
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

const failed = (problems: readonly Problem[]): ReadSweep => ({ ok: false, problems });
