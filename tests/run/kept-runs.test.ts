/** Going back in a track of a live session: from copies, and always to what a straight run would be. */
import { describe, expect, test } from "vitest";
import { KeptRuns } from "../../server/run/kept-runs.ts";
import { LiveTrack } from "../../server/run/live-track.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LogEntry } from "../../shared/protocol.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { loadSmall } from "../protocol/small-port.ts";

const SMALL = loadSmall("small-port.yaml");
const SEED = 7;

/** One general booth fewer from an instant on. */
const closing = (sequence: number, atMs: number): LogEntry => {
  const change: Change = { at: atMs, day: 1, kind: "boothsClosed", booths: 1, type: "general" };
  return { sequence, scenario: 0, atMs, change };
};

function straight(changes: readonly LogEntry[], toMs: number, seed = SEED): LiveTrack {
  const track = new LiveTrack(SMALL, seed, changes);
  track.advance(toMs);
  return track;
}

const pictureOf = (track: LiveTrack): unknown => [track.hash(), track.frame(), track.series()];

describe("a track that goes back", () => {
  const track = new LiveTrack(SMALL, SEED, []);
  const late = closing(1, 10 * HOUR + 7 * MINUTE);
  const later = closing(2, 10 * HOUR + 40 * MINUTE);
  test.each([
    ["to an instant passed", [], 10.2 * HOUR, SEED, 8 * HOUR],
    ["and forward again", [], 11.9 * HOUR, SEED, 9 * HOUR],
    ["to before a change that is new", [late], 11 * HOUR, SEED, 8 * HOUR],
    ["to before one of two changes", [late, later], 11 * HOUR, SEED, 8 * HOUR],
    ["to before both, when both are taken back", [], 11 * HOUR, SEED, 8 * HOUR],
    ["with a change again that had been taken back", [late], 11.9 * HOUR, SEED, 8 * HOUR],
    ["to midnight with another seed", [late], 11 * HOUR, SEED + 1, 0],
    ["and again with the first one", [late], 11 * HOUR, SEED, 0],
  ])("%s is what a straight run would be", (_, changes, toMs, seed, atLeastMs) => {
    track.advance(Math.max(track.nowMs, 12 * HOUR));
    track.goBack(seed, changes, toMs);
    expect(track.nowMs).toBeGreaterThanOrEqual(atLeastMs);
    expect(track.nowMs).toBeLessThanOrEqual(toMs);
    track.advance(toMs);
    expect(pictureOf(track)).toEqual(pictureOf(straight(changes, toMs, seed)));
  });
});

describe("copies of a run", () => {
  const nothing = { carry: () => undefined };
  function kept(hours: number): KeptRuns {
    const runs = new KeptRuns();
    for (let ms = MINUTE; ms <= hours * HOUR; ms += MINUTE) runs.note(ms, nothing);
    return runs;
  }

  test("are half an hour apart at first, and none is from later than asked for", () => {
    expect(kept(3).before(2.4 * HOUR)?.atMs).toBe(2 * HOUR);
    expect(kept(3).before(29 * MINUTE)).toBe(null);
  });

  test("stay few however long the run, and still reach back to its beginning", () => {
    const runs = kept(24 * 30);
    const instants = new Set<number | undefined>();
    for (let ms = 0; ms <= 24 * 30 * HOUR; ms += HOUR) instants.add(runs.before(ms)?.atMs);
    expect(instants.size).toBeLessThanOrEqual(9);
    expect(runs.before(24 * 8 * HOUR)).not.toBe(null);
  });

  test("from an instant on are forgotten", () => {
    const runs = kept(3);
    runs.forgetFrom(2 * HOUR);
    expect(runs.before(3 * HOUR)?.atMs).toBe(1.5 * HOUR);
  });
});
