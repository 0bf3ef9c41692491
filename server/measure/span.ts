/** Which time counts for levels and staff, as the core has it; see server/core/span.ts. */
import type { Core, Fault } from "../engine/core.ts";
import { HOURS, UNRECORDED } from "../core/constants.ts";
import { HOUR_LEFT_OUT } from "../core/fault-codes.ts";
import type { PortPlan } from "../port/plan.ts";

export type SpanSummary = {
  /** By hour of the day: counted time without overtime, and how often the hour ended in it. */
  readonly ms: Float64Array;
  readonly ends: Float64Array;
};

export class Span {
  readonly #plan: PortPlan;
  readonly #ms: Float64Array;
  readonly #ends: Float64Array;
  readonly #bucket: Int32Array;

  constructor(core: Core, plan: PortPlan) {
    const { countFrom, countUntil, hourTimes, hourOfDay } = plan;
    this.#plan = plan;
    const ms = core.doublesOf(new Float64Array(HOURS));
    const ends = core.doublesOf(new Float64Array(HOURS));
    this.#ms = core.doubles(ms, HOURS);
    this.#ends = core.doubles(ends, HOURS);
    const at = core.exports.makeSpan(
      countFrom,
      countUntil,
      hourTimes.length,
      core.doublesOf(hourTimes),
      core.intsOf(hourOfDay),
      ms,
      ends,
    );
    this.#bucket = core.ints(at, 1);
  }

  /** Whether time counts now. */
  get isRecorded(): boolean {
    return this.#bucket[0] !== UNRECORDED;
  }

  get faults(): Readonly<Record<number, Fault>> {
    return {
      [HOUR_LEFT_OUT]: (time, index) =>
        `an hour began at ${time} ms, expected at ${this.#plan.hourTimes[index]} ms`,
    };
  }

  summary(): SpanSummary {
    return { ms: this.#ms.slice(), ends: this.#ends.slice() };
  }
}
