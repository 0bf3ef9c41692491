/** The values of a setting as a design takes them, or what is wrong with them. */
import { shorten } from "../problem.ts";
import type { ProblemCode, ProblemParams } from "../problem.ts";
import { MOST_LEVELS, parseLevels } from "./levels.ts";
import type { Levels, Scalar } from "./levels.ts";
import type { DesignKind } from "./designs.ts";

export type ReadLevels =
  | { readonly ok: true; readonly levels: Levels }
  | { readonly ok: false; readonly code: ProblemCode; readonly params: ProblemParams };

export function readLevels(written: Scalar | readonly Scalar[], design: DesignKind): ReadLevels {
  const found = shorten(Array.isArray(written) ? written.join(", ") : String(written));
  const no = (code: ProblemCode, also: ProblemParams = {}): ReadLevels => ({
    ok: false,
    code,
    params: { found, ...also },
  });
  const levels = parseLevels(written);
  if (levels === "same") return no("CR-603");
  if (levels === "count") return no("CR-605", { most: MOST_LEVELS, context: "count" });
  if (levels === "units") return no("CR-604");
  if (levels === "mixed") return no("CR-602", { context: "mixed" });
  if (levels === "values") return no("CR-602");
  if (design === "grid" && levels.kind === "range" && levels.count === null) return no("CR-605");
  if (design === "morris" && levels.kind === "list") return no("CR-606");
  return { ok: true, levels };
}
