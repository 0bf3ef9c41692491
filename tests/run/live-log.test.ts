/** The log of a live session: what stands after each entry. */
import { expect, test } from "vitest";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { changesOf, fold } from "../../server/run/live-log.ts";
import type { LogEvent } from "../../server/run/live-log.ts";

// The log never looks into a scenario, so a name is enough here.
const scenario = (file: string): LoadedScenario => ({ file }) as LoadedScenario;
const officers = (count: number): Change => ({
  kind: "staffing",
  post: "primary.general",
  officers: count,
  at: 0,
  day: 1,
});
const open = (...files: string[]): LogEvent => ({
  do: "open",
  scenarios: files.map(scenario),
  seed: 7,
  speed: 120,
  replications: 40,
});
const change = (index: number, count: number): LogEvent => ({
  do: "change",
  changes: [{ scenario: index, atMs: 1_000 * count, change: officers(count) }],
});
const counts = (log: readonly LogEvent[], index: number): number[] =>
  changesOf(fold(log), index).map((entry) => (entry.change as Change & { kind: "staffing" }).officers);

test("a session opens playing, with its scenarios and no changes", () => {
  const state = fold([open("a", "b")]);
  expect(state).toMatchObject({
    sequence: 1,
    seed: 7,
    speed: 120,
    playing: true,
    replications: 40,
    changes: [],
    takenBack: [],
  });
  expect(state.scenarios.map(({ file }) => file)).toEqual(["a", "b"]);
});

test("changes stand in the order in which they were made, each with its place in the log", () => {
  const state = fold([open("a", "b"), { do: "pause" }, change(1, 5), change(0, 6)]);
  expect(state.changes.map(({ sequence, scenario: index }) => [sequence, index])).toEqual([
    [3, 1],
    [4, 0],
  ]);
  expect(state.playing).toBe(false);
});

test("undo takes the last change that stands, and redo brings back the last one taken", () => {
  const log = [
    open("a", "b"),
    change(1, 5),
    change(1, 6),
    { do: "undo" },
    { do: "undo" },
    { do: "redo" },
  ] as const;
  expect(counts(log.slice(0, 4), 1)).toEqual([5]);
  expect(counts(log.slice(0, 5), 1)).toEqual([]);
  expect(counts(log, 1)).toEqual([5]);
  expect(counts([...log, { do: "redo" }], 1)).toEqual([5, 6]);
});

test("a new change leaves nothing to redo", () => {
  const state = fold([open("a", "b"), change(1, 5), { do: "undo" }, change(1, 6)]);
  expect(state.takenBack).toEqual([]);
  expect(state.changes).toHaveLength(1);
});

test("a scenario put in place of another takes away the changes of that one only", () => {
  const log: LogEvent[] = [
    open("a", "b"),
    change(0, 4),
    change(1, 5),
    { do: "put", index: 1, scenario: scenario("c") },
  ];
  expect(fold(log).scenarios.map(({ file }) => file)).toEqual(["a", "c"]);
  expect(counts(log, 0)).toEqual([4]);
  expect(counts(log, 1)).toEqual([]);
});

test("removing a scenario moves those after it, with their changes", () => {
  const log: LogEvent[] = [open("a", "b", "c"), change(1, 5), change(2, 6), { do: "remove", scenario: 1 }];
  expect(fold(log).scenarios.map(({ file }) => file)).toEqual(["a", "c"]);
  expect(counts(log, 1)).toEqual([6]);
});

test("seed, speed and days to simulate are as last said", () => {
  const state = fold([
    open("a"),
    { do: "seed", seed: 9 },
    { do: "speed", factor: "max" },
    { do: "replications", count: 100 },
  ]);
  expect(state).toMatchObject({ seed: 9, speed: "max", replications: 100, sequence: 4 });
});

test("a log survives being written as text", () => {
  const log = [open("a", "b"), change(1, 5), { do: "undo" }, { do: "redo" }] as const;
  expect(fold(JSON.parse(JSON.stringify(log)) as LogEvent[])).toEqual(fold(log));
});
