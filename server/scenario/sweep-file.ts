/** What a sweep asks, from a sweep file, options of a command, or both: options go before the file. */
import type { Place, Problem } from "../../shared/problem.ts";
import { problem } from "../../shared/problem.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { locate, placeOf, sortProblems } from "../../shared/scenario/places.ts";
import type { Sourced } from "../../shared/scenario/places.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { SCENARIO_VERSION } from "../../shared/scenario/schema.ts";
import { isMapValue } from "../../shared/scenario/shape.ts";
import { planSweep } from "../../shared/sweep/plan.ts";
import type { Factor, SweepPlan } from "../../shared/sweep/plan.ts";
import { sweepSchema } from "../../shared/sweep/schema.ts";
import type { FoundFile, ScenarioLibrary } from "./library.ts";
import { readVariants } from "./load.ts";
import type { ScenarioVariants } from "./load.ts";
import { readYaml } from "./yaml.ts";

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

/** `name` is a sweep file, or a scenario of which the options say all. */
export function readSweep(name: string, options: readonly Setting[], library: ScenarioLibrary): ReadSweep {
  const found = library.scenario(name, null);
  if (!found.ok) return failed([problem(found.code, { file: name, line: 0, column: 0 }, "", found.params)]);
  const asked = askedOf(found);
  if (!asked.ok) return failed(asked.problems);
  const data = options.reduce(putSetting, asked.data);
  const file = sweepSchema.safeParse(data.value);
  if (!file.success)
    return failed(located(findingsOf(sweepSchema, data, file.error.issues), data, found.file));
  const isFile = asked.data.places.at.line > 0;
  const variants = readVariants(isFile ? { name: file.data.sweep, from: found.id } : { name }, library);
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

const located = (
  findings: Parameters<typeof locate>[0],
  { places }: Sourced,
  file: string,
): readonly Problem[] => sortProblems(locate(findings, places), [file]);

/** A sweep file, or the beginning of one about a scenario. */
function askedOf({
  file,
  text,
}: FoundFile):
  | { readonly ok: true; readonly data: Sourced }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = readYaml(text, file);
  if (read.ok && isMapValue(read.data.value) && Object.hasOwn(read.data.value, "sweep")) return read;
  // What is wrong with a scenario is told when it is read as one.
  const at: Place = { file, line: 0, column: 0 };
  const empty: Sourced = {
    value: {},
    places: { at, key: null, written: null, isQuoted: false, entries: new Map() },
  };
  const begun: readonly Setting[] = [
    { path: ["cruce"], value: SCENARIO_VERSION, at },
    { path: ["sweep"], value: file, at },
    { path: ["vary"], value: {}, at: { ...at, file: "--vary" } },
  ];
  const data = begun.reduce(putSetting, empty);
  return { ok: true, data };
}
