/**
 * One state hash for every simulated hour, as committed: another machine, runtime or version that differs
 * by a bit shows it at once, with the run and the hour. `npm run golden` writes them anew.
 */
import { expect, test } from "vitest";
import { putIn, takeOut } from "../../server/engine/carry.ts";
import { PortRun } from "../../server/port/run.ts";
import { planPort } from "../../server/port/planner.ts";
import { GOLDEN_CASES, loadCase, nameOf, readHashes } from "./cases.ts";
import { hourlyHashes, NOBODY } from "./hourly.ts";
import { hashesByOtherNode, otherNodes } from "./other-node.ts";

const HASHES = readHashes();
const OTHERS = otherNodes();

test("there are hashes of these runs and no others", () => {
  expect(Object.keys(HASHES)).toEqual(GOLDEN_CASES.map(nameOf));
});

test.each(GOLDEN_CASES.map((one) => [nameOf(one), one] as const))("%s is as committed", (name, one) => {
  expect(hourlyHashes(loadCase(one))).toEqual(HASHES[name]);
});

test("any pattern of steps, with copies put into other runs on the way, passes the same hours", () => {
  const one = GOLDEN_CASES[0]!;
  const { days, seed, replication, hours, ...scenario } = loadCase(one);
  const plan = planPort(scenario, days);
  const begin = () => new PortRun(plan, { seed, replication, observer: NOBODY });
  let run = begin();
  for (let hour = 0, step = 1; hour < hours; step++) {
    const next = Math.min(plan.hourTimes[hour]!, run.now + ((step * 7_919_993) % 2_400_000));
    run.advance(next);
    if (step % 3 === 0) {
      const items = takeOut(run);
      run = begin();
      run.advance(3_600_000 * (step % 5));
      putIn(items, run);
    }
    if (next < plan.hourTimes[hour]!) continue;
    expect(`${hour}: ${run.hash()}`).toBe(`${hour}: ${HASHES[nameOf(one)]![hour]}`);
    hour++;
  }
});

test.each(OTHERS.map((other) => [other.version, other] as const))(
  "Node %s gives the committed hashes",
  async (_, other) => {
    const measured = await hashesByOtherNode(other, GOLDEN_CASES.map(loadCase));
    const names = GOLDEN_CASES.map(nameOf);
    expect(Object.fromEntries(names.map((name, i) => [name, measured[i]]))).toEqual(HASHES);
  },
  120_000,
);

test(`other Nodes on this machine: ${OTHERS.map(({ version }) => version).join(", ") || "not present"}`, () => {
  const ours = process.version.split(".")[0];
  expect(OTHERS.map(({ version }) => version.split(".")[0])).not.toContain(ours);
});
