/** Why vehicles wait, as the core has it; see server/core/causes.ts. */
import { CAUSES } from "../core/constants.ts";
import type { Core } from "../engine/core.ts";
import { MINUTE } from "../../shared/units.ts";

export const LOOK_EVERY_MS = 5 * MINUTE;

export class Causes {
  readonly #ms: Float64Array;

  constructor(core: Core, places: number) {
    const [, ms] = core.ints(core.exports.makeCauses(places), 2);
    this.#ms = core.doubles(ms, places * CAUSES);
  }

  /** By place and cause, in the order of the vocabulary: truck-ms. */
  summary(): Float64Array {
    return this.#ms.slice();
  }
}
