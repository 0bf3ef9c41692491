/**
 * Copies and other futures of runs: laws that hold at any instant of every scenario, and what futures are
 * worth: on average they know no more than the run they came from.
 */
import { expect, test } from "vitest";
import { copyTable, putIn, takeOut } from "../../server/engine/carry.ts";
import { summarize } from "../../server/measure/summary.ts";
import type { ReplicationSummary } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import type { PortPlan } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { forEveryPort } from "./every-port.ts";

type Going = { readonly run: PortRun; readonly tally: Tally };

function begin(plan: PortPlan, seed: number, replication = 0): Going {
  const tally = new Tally(plan, { rows: true });
  return { run: new PortRun(plan, { seed, replication, observer: tally, check: true }), tally };
}

function blank(plan: PortPlan): Going {
  const tally = new Tally(plan, { rows: true });
  return { run: new PortRun(plan, { observer: tally, check: true }), tally };
}

function end({ run, tally }: Going, seed: number): ReplicationSummary {
  run.runToEnd();
  return summarize(tally, { seed, replication: 0, now: run.now, hash: run.hash() });
}

/** Some instant before the end of the last counted day, and after the first opening more often than not. */
const someInstant = (plan: PortPlan, seed: number): number =>
  28_800_000 + ((seed * 7919) % (plan.countUntil - 28_800_000));

test("a copy of a run and its tally goes on as the original does, and leaves it alone", () => {
  forEveryPort(0.4, (plan, _, seed) => {
    const straight = begin(plan, seed);
    const original = begin(plan, seed);
    original.run.advance(someInstant(plan, seed));
    const copy = blank(plan);
    copyTable(original.run, copy.run);
    copyTable(original.tally, copy.tally);
    expect(copy.run.hash()).toBe(original.run.hash());
    const kept = takeOut(original.run, original.tally);
    const wanted = end(straight, seed);
    expect(end(copy, seed)).toEqual(wanted);
    expect(end(original, seed)).toEqual(wanted);
    // What was taken out earlier is of its own, and may be put into a run that has been elsewhere.
    putIn(kept, copy.run, copy.tally);
    expect(end(copy, seed)).toEqual(wanted);
    expect(copy.tally.rows()).toEqual(straight.tally.rows());
  });
});

test("every future begins with the same present, keeps all laws, and comes again with its number", () => {
  forEveryPort(0.3, (plan, _, seed) => {
    const present = begin(plan, seed);
    present.run.advance(someInstant(plan, seed));
    const items = takeOut(present.run, present.tally);
    const future = (number: number): ReplicationSummary => {
      const going = blank(plan);
      putIn(items, going.run, going.tally);
      going.run.redrawFuture(number);
      expect(going.run.state.inPlace).toEqual(present.run.state.inPlace);
      expect(going.run.state.dayFactor).toBe(present.run.state.dayFactor);
      return end(going, seed);
    };
    expect(future(3)).toEqual(future(3));
  });
});
