/**
 * What tells the work of one run from that of another, as a digest: all of the scenario that a run reads, and
 * nothing else. Names, descriptions and prices change nothing that is simulated; nor does the file's own name.
 * The order of keys counts, as stages are passed in the order in which they stand.
 */
import { createHash } from "node:crypto";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { planDays } from "../port/planner.ts";
import { civilDays } from "../scenario/civil-days.ts";

/** `changes` are interventions beside the file's own; `kind`: which day of its replication it is. */
export function workContent(
  { scenario, arrivals }: Pick<LoadedScenario, "scenario" | "arrivals">,
  changes: readonly Change[] = [],
  kind: "ordinary" | "antithetic" = "ordinary",
): string {
  const { name: _name, about: _about, costs: _costs, ...read } = scenario;
  // The rules of time zones change from one release of the runtime to the next.
  const days = civilDays(scenario.zone, scenario.from, planDays(scenario));
  const text = JSON.stringify({ read, days, changes, ...(kind === "antithetic" && { kind }) });
  const hash = createHash("sha256").update(text);
  if (arrivals !== null) hash.update(digestOfList(arrivals));
  return hash.digest("hex");
}

const ROWS_AT_ONCE = 10_000;
/** A list may have millions of rows, and experiments with it come in dozens. */
const digests = new WeakMap<readonly ArrivalRow[], string>();

function digestOfList(rows: readonly ArrivalRow[]): string {
  const known = digests.get(rows);
  if (known !== undefined) return known;
  const hash = createHash("sha256");
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    hash.update(JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE)));
  const digest = hash.digest("hex");
  digests.set(rows, digest);
  return digest;
}
