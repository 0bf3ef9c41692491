/** Runs as bytes: they go on as though they had never been stored, and what does not fit is refused in words. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { takeOut } from "../../server/engine/carry.ts";
import { summarize } from "../../server/measure/summary.ts";
import { Tally } from "../../server/measure/tally.ts";
import { PortRun } from "../../server/port/run.ts";
import { loadRun, STATE_VERSION, StoredRunError, storeRun } from "../../server/run/stored-run.ts";
import type { Going } from "../../server/run/stored-run.ts";
import { HOUR } from "../../shared/units.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { planOf } from "../port/simulate.ts";

const plan = planOf({
  ...BUSY_DAY,
  changes: [{ at: "07:00", kind: "slowService", stage: "primary", factor: "150 %" }],
});

function going(): Going {
  const tally = new Tally(plan);
  return { run: new PortRun(plan, { seed: 3, replication: 1, observer: tally }), tally };
}

function ended({ run, tally }: Going): unknown {
  run.runToEnd();
  return summarize(tally, { seed: 3, replication: 1, now: run.now, hash: run.hash() });
}

function morning(): Going {
  const one = going();
  one.run.advance(9.3 * HOUR);
  return one;
}

test("a run goes on from its bytes as though it had never been stored", () => {
  const bytes = storeRun(morning());
  expect(ended(loadRun(bytes, plan))).toEqual(ended(going()));
  // Also where the bytes stand askew in a larger buffer.
  const askew = new Uint8Array(bytes.length + 3);
  askew.set(bytes, 3);
  expect(loadRun(askew.subarray(3), plan).run.hash()).toBe(morning().run.hash());
});

test("an effect without end keeps having none", () => {
  const { run } = loadRun(storeRun(morning()), plan);
  expect(run.state.effects.map(({ untilMs }) => untilMs)).toEqual([Infinity]);
});

test.each([
  [
    "no run at all",
    () => new TextEncoder().encode("something else entirely"),
    "these bytes are no stored run",
  ],
  ["nothing", () => new Uint8Array(0), "these bytes are no stored run"],
  [
    "a part of a run",
    () => storeRun(morning()).subarray(0, 4_000),
    "ends after 4000 bytes, before it is whole",
  ],
  [
    "another version",
    () => relabeled(`"state":${STATE_VERSION}`, '"state":8'),
    `stored by version 8 (draws 1) and this is version ${STATE_VERSION}`,
  ],
  ["a broken head", () => relabeled('"state":', '"state"!'), "the head of the stored run cannot be read"],
  ["other draws", () => relabeled('"draws":1', '"draws":7'), "draws 7"],
])("%s is refused", (_, bytes, reason) => {
  expect(() => loadRun(bytes(), plan)).toThrow(StoredRunError);
  expect(() => loadRun(bytes(), plan)).toThrow(reason);
});

test("the run of another scenario is refused", () => {
  const other = planOf({ ...BUSY_DAY, name: "another day" });
  expect(() => loadRun(storeRun(morning()), other)).toThrow("of another scenario than another day");
});

test("the run of a scenario that differs in the shape of one service time alone is refused", () => {
  const shaped = (shape: number) =>
    planOf({
      demand: { rates: "40 /h" },
      stages: { queue: { kind: "station", servers: 1, service: `erlang 1 min shape ${shape}` } },
    });
  const tally = new Tally(shaped(2));
  const bytes = storeRun({ run: new PortRun(tally.plan, { observer: tally }), tally });
  expect(loadRun(bytes, shaped(2)).run.now).toBe(0);
  expect(() => loadRun(bytes, shaped(3))).toThrow("of another scenario");
});

test("what is stored is what this version says it is: when it changes, STATE_VERSION rises", () => {
  const { run, tally } = morning();
  const layout = createHash("sha256");
  for (const item of takeOut(run, tally)) {
    if ("plain" in item) layout.update("plain");
    else layout.update(item.constructor.name);
    // What stands where in the memory of the core shows in its bytes alone; they change with the model, too.
    if (item instanceof Uint8Array && item.length > 100_000) layout.update(item);
  }
  expect({ version: STATE_VERSION, layout: layout.digest("hex").slice(0, 16) }).toEqual({
    version: 9,
    layout: "adcccb8683d76118",
  });
});

/** The bytes with a word of the head changed for another of the same length. */
function relabeled(from: string, to: string): Uint8Array {
  const bytes = storeRun(morning());
  const at = Buffer.from(bytes).indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.set(new TextEncoder().encode(to), at);
  return bytes;
}
