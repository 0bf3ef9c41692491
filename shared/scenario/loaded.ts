/** What reading a scenario yields: the scenario with all that it names, or all that is wrong with it. */
import type { Problem } from "../problem.ts";
import type { ArrivalRow } from "./arrivals.ts";
import type { Scenario } from "./schema.ts";

export type LoadedScenario = {
  readonly scenario: Scenario;
  /** The rows of the list of arrivals that the scenario names, or null where it names none. */
  readonly arrivals: readonly ArrivalRow[] | null;
  readonly warnings: readonly Problem[];
  /** As problems and reports name it. */
  readonly file: string;
  /** The texts it was read from, itself first, then the files it extends. */
  readonly sources: readonly ScenarioText[];
};

export type ScenarioText = { readonly file: string; readonly text: string };

export type LoadResult =
  ({ readonly ok: true } & LoadedScenario) | { readonly ok: false; readonly problems: readonly Problem[] };
