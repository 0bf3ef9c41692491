/**
 * Runs of one plan, one after another in the same tables: to begin another one costs a copy of the blank tables,
 * where new ones would take as long as a short day.
 */
import { putIn, takeOut } from "../engine/carry.ts";
import type { Item } from "../engine/carry.ts";
import { Tally } from "../measure/tally.ts";
import type { PortPlan } from "../port/plan.ts";
import { PortRun } from "../port/run.ts";
import type { RunBeginning } from "../port/run.ts";
import type { Going } from "./stored-run.ts";

export class TalliedRuns {
  readonly #going: Going;
  readonly #blank: readonly Item[];
  #isBlank = true;

  /** `rows`: with a row for each counted vehicle. */
  constructor(plan: PortPlan, rows: boolean) {
    const tally = new Tally(plan, { rows });
    const run = new PortRun(plan, { observer: tally });
    this.#going = { run, tally };
    this.#blank = takeOut(run, tally);
  }

  /** The run at its beginning, until the next one begins. */
  begin(beginning: RunBeginning): Going {
    const { run, tally } = this.#going;
    if (!this.#isBlank) putIn(this.#blank, run, tally);
    this.#isBlank = false;
    run.begin(beginning);
    return this.#going;
  }
}
