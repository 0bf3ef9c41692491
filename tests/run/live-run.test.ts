/** The live run under a clock that the test moves: pace, commands, changes, and going back. */
import { expect, test } from "vitest";
import type { Effect } from "../../shared/scenario/changes.ts";
import { HOUR, MINUTE, SECOND } from "../../shared/units.ts";
import { Tally } from "../../server/measure/tally.ts";
import { PortRun } from "../../server/port/run.ts";
import { fold } from "../../server/run/live-log.ts";
import type { LogEvent } from "../../server/run/live-log.ts";
import type { LiveAnswer, LivePost, LiveRequest } from "../../server/run/live-messages.ts";
import { LiveRun } from "../../server/run/live-run.ts";
import { loadRun } from "../../server/run/stored-run.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { loadSmall } from "../protocol/small-port.ts";

const OPENING = 7 * HOUR;
const BOTH = [loadSmall("small-port.yaml"), loadSmall("wider-port.yaml")];
const OPEN: LogEvent = { do: "open", scenarios: BOTH, seed: 7, speed: 60, replications: 2 };
const CLOSE_A_BOOTH: Effect = { kind: "boothsClosed", booths: 1, type: "general" };

/** A live run whose wall clock moves only when the test says so, and by a little with every look. */
class Stage {
  readonly posts: LivePost[] = [];
  readonly run: LiveRun;
  turns = 0;
  #now = 0;

  constructor(log: readonly LogEvent[] = [OPEN, { do: "pause" }], positionMs: number | null = null) {
    const start = { state: fold(log), positionMs, epoch: 1 };
    this.run = new LiveRun(
      start,
      () => (this.#now += 0.001),
      (post) => this.posts.push(post),
    );
  }

  ask(request: LiveRequest): LiveAnswer {
    return this.run.handle(request);
  }

  /** Lets so much wall-clock time pass, turning as the run asks for it. */
  pass(ms: number): void {
    const until = this.#now + ms;
    while (this.#now < until) {
      this.turns++;
      const wait = this.run.turn();
      this.#now = Math.min(until, this.#now + Math.max(wait, 0.1));
    }
  }

  frames() {
    return this.posts.filter((post) => post.kind === "frame").map(({ frame }) => frame);
  }

  lastFrame() {
    const frame = this.frames().at(-1);
    if (frame === undefined) throw new Error("no frame was posted");
    return frame;
  }
}

/** The same scenario run straight to an instant, with changes known from the start. */
function hashAt(
  index: number,
  ms: number,
  effects: readonly { fromMs: number; untilMs: number; effect: Effect }[] = [],
): string {
  const plan = planScenario(BOTH[index]);
  const run = new PortRun(plan, { seed: 7, replication: 0, observer: new Tally(plan), effects });
  run.advance(ms);
  return run.hash();
}

test("the present is handed over as it is, also by a run that has to catch up first", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 10 * HOUR });
  stage.pass(SECOND);
  stage.ask({ do: "jump", toMs: 9 * HOUR + 7 * MINUTE });
  const answer = stage.ask({ do: "present" });
  if (!answer.ok) throw new Error("refused");
  const hashes = answer.presents.map(({ stored }, index) =>
    loadRun(stored, planScenario(BOTH[index])).run.hash(),
  );
  expect(answer.positionMs).toBe(9 * HOUR + 7 * MINUTE);
  expect(hashes).toEqual([0, 1].map((index) => hashAt(index, 9 * HOUR + 7 * MINUTE)));
});

test("when the day is over there is no present to forecast from", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 48 * HOUR });
  stage.pass(2 * SECOND);
  expect(stage.ask({ do: "present" })).toEqual({ ok: false, problems: [] });
});

test("a session begins at the opening of the port", () => {
  const stage = new Stage();
  stage.pass(10);
  expect(stage.lastFrame()).toMatchObject({ timeMs: OPENING, playing: false, ended: false, epoch: 1 });
});

test("playing at a factor moves the clock by so many seconds a second", () => {
  const stage = new Stage();
  stage.ask({ do: "play" });
  stage.pass(10 * SECOND);
  expect(Math.abs(stage.run.positionMs - (OPENING + 10 * MINUTE))).toBeLessThanOrEqual(15 * SECOND);
});

test("frames come at most five times a second, and charts once", () => {
  const stage = new Stage();
  stage.ask({ do: "play" });
  stage.pass(4 * SECOND);
  expect(stage.frames().length).toBeGreaterThanOrEqual(19);
  expect(stage.frames().length).toBeLessThanOrEqual(21);
  expect(stage.posts.filter(({ kind }) => kind === "charts").length).toBeLessThanOrEqual(5);
});

test("a paused run stands still and asks for nothing", () => {
  const stage = new Stage();
  stage.ask({ do: "play" });
  stage.pass(SECOND);
  stage.ask({ do: "pause" });
  stage.pass(SECOND);
  const { positionMs } = stage.run;
  const { turns } = stage;
  stage.pass(10 * SECOND);
  expect(stage.run.positionMs).toBe(positionMs);
  expect(stage.turns - turns).toBeLessThanOrEqual(2);
});

test("a step goes so far and then stands", () => {
  const stage = new Stage();
  stage.ask({ do: "step", ms: 10 * MINUTE });
  stage.pass(SECOND);
  expect(stage.lastFrame()).toMatchObject({ timeMs: OPENING + 10 * MINUTE, playing: false });
});

test("as fast as possible goes to the end of the day in slices, and says that it has ended", () => {
  const stage = new Stage();
  stage.ask({ do: "speed", factor: "max" });
  stage.ask({ do: "play" });
  stage.pass(30 * SECOND);
  expect(stage.lastFrame()).toMatchObject({ ended: true, playing: false });
  expect(stage.lastFrame().scenarios.map(({ inside }) => inside)).toEqual([0, 0]);
});

test("a turn gives way after some milliseconds, so that a pause is heard at once", () => {
  const { posts } = new Stage();
  let now = 0;
  const start = { state: fold([OPEN, { do: "speed", factor: "max" }]), positionMs: null, epoch: 1 };
  // Every look at the clock costs a millisecond: a run that never looked would never come back.
  const run = new LiveRun(
    start,
    () => (now += 1),
    (post) => posts.push(post),
  );
  const before = now;
  expect(run.turn()).toBe(0);
  expect(now - before).toBeLessThan(40);
  run.handle({ do: "pause" });
  const { positionMs } = run;
  run.turn();
  expect(run.positionMs).toBe(positionMs);
});

test("a jump ahead gives the same state as a run that went there by itself", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 12 * HOUR });
  stage.pass(10 * SECOND);
  expect(stage.run.positionMs).toBe(12 * HOUR);
  expect(stage.run.hashes()).toEqual([hashAt(0, 12 * HOUR), hashAt(1, 12 * HOUR)]);
});

test("a jump back replays, unseen, and shows the earlier instant in a new epoch", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 12 * HOUR });
  stage.pass(10 * SECOND);
  const seen = stage.frames().length;
  const answer = stage.ask({ do: "jump", toMs: 9 * HOUR });
  stage.pass(10 * SECOND);
  expect(answer).toMatchObject({ ok: true, epoch: 2, positionMs: 9 * HOUR });
  expect(
    stage
      .frames()
      .slice(seen)
      .map(({ timeMs, epoch }) => [timeMs, epoch]),
  ).toEqual([[9 * HOUR, 2]]);
  expect(stage.run.hashes()[0]).toBe(hashAt(0, 9 * HOUR));
});

test("a change made while paused takes effect at the next second and shows at once", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 9 * HOUR });
  stage.pass(10 * SECOND);
  const officers = stage.lastFrame().scenarios[1].officers;
  const effect: Effect = { kind: "staffing", post: "primary.general", officers: 1 };
  const answer = stage.ask({ do: "change", sequence: 2, changes: [{ scenario: 1, effect }] });
  stage.pass(SECOND);
  expect(answer).toMatchObject({
    ok: true,
    made: [{ scenario: 1, atMs: 9 * HOUR + SECOND, change: { at: 9 * HOUR + SECOND, day: 1, ...effect } }],
  });
  expect(stage.lastFrame()).toMatchObject({ timeMs: 9 * HOUR + SECOND, playing: false });
  expect(stage.lastFrame().scenarios[1].officers).not.toEqual(officers);
  expect(stage.lastFrame().scenarios[0].officers[2]).toBe(2);
});

test("a live change gives the same state as a file that foresaw it", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 9 * HOUR });
  stage.pass(10 * SECOND);
  stage.ask({
    do: "change",
    sequence: 2,
    changes: [{ scenario: 1, effect: CLOSE_A_BOOTH, forMs: 40 * MINUTE }],
  });
  const fromMs = 9 * HOUR + SECOND;
  const foreseen = { fromMs, untilMs: fromMs + 40 * MINUTE, effect: CLOSE_A_BOOTH };
  for (const ms of [9.5 * HOUR, 13 * HOUR]) {
    stage.ask({ do: "jump", toMs: ms });
    stage.pass(10 * SECOND);
    expect(stage.run.hashes()).toEqual([hashAt(0, ms), hashAt(1, ms, [foreseen])]);
  }
  expect(hashAt(1, 9.5 * HOUR, [foreseen])).not.toBe(hashAt(1, 9.5 * HOUR));
});

test("a change for later waits for its instant", () => {
  const stage = new Stage();
  const answer = stage.ask({
    do: "change",
    sequence: 2,
    changes: [{ scenario: 0, effect: CLOSE_A_BOOTH, fromMs: 10 * HOUR }],
  });
  expect(answer).toMatchObject({ ok: true, made: [{ atMs: 10 * HOUR }] });
  stage.ask({ do: "jump", toMs: 9 * HOUR });
  stage.pass(10 * SECOND);
  expect(stage.lastFrame().scenarios[0].boothsOpen).toBe(3);
  stage.ask({ do: "jump", toMs: 11 * HOUR });
  stage.pass(10 * SECOND);
  expect(stage.run.hashes()[0]).toBe(
    hashAt(0, 11 * HOUR, [{ fromMs: 10 * HOUR, untilMs: Infinity, effect: CLOSE_A_BOOTH }]),
  );
});

test("a change that the port cannot make is refused with its problem and changes nothing", () => {
  const stage = new Stage();
  const effect: Effect = { kind: "staffing", post: "primary.nowhere", officers: 1 };
  const answer = stage.ask({ do: "change", sequence: 2, changes: [{ scenario: 0, effect }] });
  expect(answer).toMatchObject({ ok: false, problems: [{ code: "CR-311" }] });
  stage.pass(SECOND);
  expect(stage.run.positionMs).toBe(OPENING);
});

test("taking a change back replays to the same instant as if it had never been", () => {
  const stage = new Stage();
  stage.ask({ do: "change", sequence: 2, changes: [{ scenario: 1, effect: CLOSE_A_BOOTH }] });
  stage.ask({ do: "jump", toMs: 12 * HOUR });
  stage.pass(10 * SECOND);
  const answer = stage.ask({ do: "replay", seed: 7, changes: [] });
  stage.pass(10 * SECOND);
  expect(answer).toMatchObject({ ok: true, epoch: 2, positionMs: 12 * HOUR });
  expect(stage.run.hashes()).toEqual([hashAt(0, 12 * HOUR), hashAt(1, 12 * HOUR)]);
});

test("another seed replays to the same instant with other trucks", () => {
  const stage = new Stage();
  stage.ask({ do: "jump", toMs: 12 * HOUR });
  stage.pass(10 * SECOND);
  stage.ask({ do: "replay", seed: 8, changes: [] });
  stage.pass(10 * SECOND);
  expect(stage.run.positionMs).toBe(12 * HOUR);
  expect(stage.run.hashes()[0]).not.toBe(hashAt(0, 12 * HOUR));
});

test("a scenario added while playing catches up with the clock of the others", () => {
  const stage = new Stage([OPEN]);
  stage.pass(5 * SECOND);
  stage.ask({ do: "put", index: 2, scenario: BOTH[0] });
  stage.ask({ do: "pause" });
  stage.pass(10 * SECOND);
  const { epoch, timeMs, scenarios } = stage.lastFrame();
  expect([epoch, scenarios.length]).toEqual([2, 3]);
  expect(stage.run.hashes()[2]).toBe(hashAt(0, timeMs));
  stage.ask({ do: "remove", scenario: 1 });
  stage.pass(SECOND);
  expect(stage.lastFrame().scenarios).toHaveLength(2);
  expect(stage.run.hashes()).toEqual([hashAt(0, timeMs), hashAt(0, timeMs)]);
});

test("a session restored from its log is where it was", () => {
  const stage = new Stage();
  stage.ask({ do: "change", sequence: 3, changes: [{ scenario: 1, effect: CLOSE_A_BOOTH }] });
  stage.ask({ do: "jump", toMs: 12 * HOUR });
  stage.pass(10 * SECOND);
  const change = { at: OPENING + SECOND, day: 1, ...CLOSE_A_BOOTH };
  const log: LogEvent[] = [
    OPEN,
    { do: "pause" },
    { do: "change", changes: [{ scenario: 1, atMs: OPENING + SECOND, change }] },
  ];
  const restored = new Stage(log, 12 * HOUR);
  restored.pass(10 * SECOND);
  expect(restored.run.hashes()).toEqual(stage.run.hashes());
  expect(restored.lastFrame().timeMs).toBe(12 * HOUR);
});
