/** Which figures `run` and `compare` work out: all where any file or another program gets them, else those of the tables. */
import type { NamedAnswer } from "../analysis/differences.ts";
import type { Wanted } from "../analysis/estimates.ts";
import type { RequiringOptions } from "./experiment.ts";
import type { KeptResults } from "./kept-results.ts";
import { isInTables } from "./output/tables.ts";

/** Undefined: all. */
export const wantedFor = (
  { format, requirements }: RequiringOptions,
  kept: KeptResults,
  asked: readonly NamedAnswer[],
): Wanted | undefined =>
  format === "table" && kept.isEmpty
    ? isInTables([...asked, ...requirements.map(({ figure }) => figure)])
    : undefined;
