/** Hours in which one more officer could work: with the changes in force, and as the port itself mans its posts. */
import { expect, test } from "vitest";
import { boothHoursOf } from "../../server/run/booth-hours.ts";
import { PostManning } from "../../server/run/manning.ts";
import { planScenario } from "../../server/run/plan-scenario.ts";
import { timedEffect } from "../../server/port/planner.ts";
import { PortRun } from "../../server/port/run.ts";
import type { Change, Effect } from "../../shared/scenario/changes.ts";
import { HOUR, MINUTE } from "../../shared/units.ts";
import { EventCounter } from "../bench/event-counter.ts";
import { loadedOf } from "./small-ports.ts";

/** Light traffic, so that a booth that is to change is soon empty. */
const PORT = loadedOf("port", {
  hours: "06:00-22:00",
  demand: { trucks: "200 /day", flows: { laden: "100 %" }, fast: { laden: "30 %" } },
  stages: {
    approach: { lanes: 2, length: "200 m", spacing: "20 m", freeFlow: "2 min" },
    primary: { booths: { fast: 1, general: 2 }, service: "60 s" },
  },
  staffing: {
    primary: {
      fast: { "06:00": 1, "22:00": 0 },
      general: { "06:00": 1, "07:00": 2, "12:00": 1, "22:00": 0 },
    },
  },
});

const change = (hour: number, forHours: number | null, effect: Effect): Change => ({
  ...effect,
  at: hour * HOUR,
  day: 1,
  ...(forHours === null ? {} : { for: forHours * HOUR }),
});
const general = (officers: number): Effect => ({ kind: "staffing", post: "primary.general", officers });

test("the file alone: hours of an open port in which a booth of the post is free", () => {
  const hours = boothHoursOf(PORT);
  expect([...new Set(hours.map(({ post }) => post))]).toEqual(["primary.general"]);
  const free = hours.map(({ hour, planned }) => [hour, planned]);
  // From seven to twelve both booths of the post are staffed.
  expect(free).toEqual([6, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map((hour) => [hour, 1]));
});

test("an order in force counts as planned, and where it begins within the hour both parts get one more", () => {
  const at8 = boothHoursOf(PORT, [change(8, 2, general(1))]).filter(({ hour }) => hour === 8 || hour === 9);
  expect(at8.map(({ hour, planned }) => [hour, planned])).toEqual([
    [8, 1],
    [9, 1],
  ]);
  const [half] = boothHoursOf(PORT, [change(13.5, 1, general(0))]).filter(({ hour }) => hour === 13);
  expect(half!.changes).toEqual([
    { kind: "staffing", post: "primary.general", officers: 2, at: 13 * HOUR, day: 1, for: HOUR / 2 },
    { kind: "staffing", post: "primary.general", officers: 1, at: 13.5 * HOUR, day: 1, for: HOUR / 2 },
  ]);
});

test("an hour is none where an order or a closed booth leaves no booth free in all of it", () => {
  const hoursWith = (made: Change) => boothHoursOf(PORT, [made]).map(({ hour }) => hour);
  expect(hoursWith(change(12.5, 1, general(2)))).not.toContain(12);
  expect(hoursWith(change(14, 1, { kind: "boothsClosed", booths: 1 }))).not.toContain(14);
  expect(hoursWith(change(14, 1, { kind: "boothsClosed", booths: 1, type: "fast" }))).toContain(14);
});

test.each<[string, readonly Change[]]>([
  ["nothing", []],
  ["orders that overlap", [change(8, 4, general(1)), change(9, 1, general(0)), change(9.5, 6, general(2))]],
  ["a booth made FAST", [change(9, 5, { kind: "booths", fast: 2 })]],
  ["a booth made general", [change(9, null, { kind: "booths", fast: 0 })]],
  ["more FAST booths than there are", [change(9, 3, { kind: "booths", fast: 9 })]],
  ["closed booths", [change(8, 5, { kind: "boothsClosed", booths: 2 }), change(10, 1, general(2))]],
  ["closed FAST booths", [change(8, 5, { kind: "boothsClosed", booths: 1, type: "fast" })]],
  [
    "booths closed of those made FAST",
    [
      change(9, 6, { kind: "booths", fast: 2 }),
      change(10, 2, { kind: "boothsClosed", booths: 2, type: "fast" }),
    ],
  ],
])("what is planned is what the port sends to its posts: %s", (_, changes) => {
  const plan = planScenario(PORT);
  const effects = changes.map((made) => timedEffect(made, plan.days));
  const run = new PortRun(plan, { seed: 1, replication: 0, observer: new EventCounter(), effects });
  const posts = plan.posts.filter(({ place }) => place === plan.primary);
  for (let at = 7 * HOUR + 15 * MINUTE; at < 22 * HOUR; at += HOUR / 2) {
    run.advance(at);
    for (const post of posts) {
      const { officers } = PostManning.of(plan, post, effects)!.at(at);
      expect([post.name, at / HOUR, officers]).toEqual([post.name, at / HOUR, run.state.target[post.index]]);
    }
  }
});
