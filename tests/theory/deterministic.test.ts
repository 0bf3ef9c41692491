/** Cases that come out the same to the millisecond. */
import { expect, test } from "vitest";
import { PortRun } from "../../server/port/run.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { Recorder } from "../port/record.ts";
import { planOf } from "./simulate.ts";

function run(file: string) {
  const recorder = new Recorder();
  const port = new PortRun(planOf(file, 1), { seed: 1, replication: 0, observer: recorder, check: true });
  return { recorder, port };
}

test("T5: 90 wait at three hours, nobody at six, the longest waits an hour, all together 270 hours", () => {
  const { recorder, port } = run("t05-fluid.yaml");
  port.advance(3 * HOUR);
  expect(port.state.lines.count[1]).toBe(90);
  port.advance(6 * HOUR);
  expect(port.state.lines.count[1]).toBe(0);
  port.runToEnd();
  const waits = recorder.trips.map(({ stays }) => stays[0]!.began - stays[0]!.entered);
  expect(Math.max(...waits)).toBe(HOUR);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(270 * HOUR);
});

test("T6: busy servers finish when capacity falls", () => {
  const { recorder, port } = run("t06-capacity-falls.yaml");
  port.runToEnd();
  expect(recorder.trips.map((trip) => trip.ended)).toEqual([2 * MINUTE, 3 * MINUTE, 3 * MINUTE]);
});

test("T7: half are served and half turned away", () => {
  const { recorder, port } = run("t07-every-other-turned-away.yaml");
  port.runToEnd();
  const served = recorder.trips.filter((trip) => trip.outcome === "departed");
  expect(served).toHaveLength(50);
  expect(recorder.trips.filter((trip) => trip.outcome === "turned away")).toHaveLength(50);
  expect(Math.max(...served.map((trip) => trip.ended))).toBe(100.5 * MINUTE);
});

test("T8: at one instant a release comes before an arrival's claim", () => {
  const { recorder, port } = run("t08-release-before-claim.yaml");
  port.runToEnd();
  expect(recorder.trips.map((trip) => trip.outcome)).toEqual(Array.from({ length: 10 }, () => "departed"));
});
