/** Random staffing of the posts that a path has: by steps, by shifts with breaks, by day, alone or from pools. */
import fc from "fast-check";
import type { Post } from "../../../server/check/posts.ts";
import { clockOf, count, maybe, part, seconds, strip, within } from "./parts.ts";
import type { Draft, Entry, Window } from "./parts.ts";

type Place = { readonly capacity: number; readonly window: Window };

/** Somebody at the opening, then up and down. */
const steps: Draft<Place, Entry> = fc
  .tuple(part(), fc.array(fc.tuple(part(), part()), { maxLength: 4 }))
  .map(([first, later]) => ({ capacity, window }: Place): Entry => {
    const times = later.map(([time]) => within(window.from + 1, Math.min(1440, window.to + 60), time));
    const entries = [...new Set(times)]
      .sort((a, b) => a - b)
      .map((minutes, i) => [clockOf(minutes), within(0, capacity, later[i]![1])] as const);
    return Object.fromEntries([[clockOf(window.from), within(1, capacity, first)], ...entries]);
  });

const shift = fc.record({
  officers: part(),
  from: part(),
  length: count(30, 700),
  breaks: fc.array(fc.record({ at: part(), length: count(1, 40), officers: maybe(part()) }), {
    maxLength: 2,
  }),
});
/** Shifts that together never bring more officers than there are places. */
const shifts: Draft<Place, Entry> = fc
  .array(shift, { minLength: 1, maxLength: 3 })
  .map((drafts) => ({ capacity, window }: Place): Entry => {
    const each = Math.max(1, Math.floor(capacity / drafts.length));
    const entries = drafts.slice(0, capacity).map(({ officers, from, length, breaks }) => {
      const start = within(Math.max(0, window.from - 60), Math.min(1439, window.to - 1), from);
      const number = within(1, each, officers);
      return {
        officers: number,
        from: clockOf(start),
        to: clockOf(start + length),
        breaks: breaks.flatMap((rest, i) => {
          // Each break in a part of the shift of its own, so that nobody rests twice at once.
          const room = Math.floor(length / breaks.length);
          const rests = Math.min(rest.length, room);
          const at = start + i * room + within(0, room - rests, rest.at);
          const resting = rest.officers === undefined ? undefined : within(0, number, rest.officers);
          return [strip({ at: clockOf(at % 1440), for: `${rests} min`, officers: resting })];
        }),
      };
    });
    return { shifts: entries };
  });

const dayLevel: Draft<Place, Entry> = fc.oneof(steps, shifts);
const level: Draft<Place, Entry> = fc
  .tuple(dayLevel, maybe(dayLevel))
  .map(([usual, weekend]) => (place: Place): Entry => {
    if (weekend === undefined) return usual(place);
    return { days: { "mon-fri": usual(place), "sat-sun": weekend(place) } };
  });

export type Staffed = { readonly posts: readonly Post[]; readonly window: Window };

const rules = fc.record({
  setUp: maybe(seconds(0, 600)),
  closesFirst: fc.constantFrom(undefined, "named officers", "first free", "shortest line"),
  laneOfClosingBooth: fc.constantFrom(undefined, "serve it", "merge into others"),
  relief: fc.constantFrom(undefined, 1, 1.4),
});

const MOST_POSTS = 20;
const every = <T>(value: fc.Arbitrary<T>) =>
  fc.array(value, { minLength: MOST_POSTS, maxLength: MOST_POSTS });

/** Each stage's posts are planned one by one, mans itself, or stand in one of two pools. */
export const staffing: Draft<Staffed, Entry> = fc
  .record({
    rules,
    how: every(fc.constantFrom("nobody plans it", "alone", "first", "second")),
    levels: every(level),
    pools: fc.tuple(level, level),
    minimum: every(part()),
  })
  .map(({ rules: ruled, how, levels, pools, minimum }) => ({ posts, window }: Staffed): Entry => {
    const stages = [...new Set(posts.map(({ stage }) => stage))];
    const modeOf = ({ stage }: Post): string => how[stages.indexOf(stage)]!;
    // Beside a stage planned as a whole its part (image review, red-light bays) can only be planned in a pool.
    const isWhole = (stage: string): boolean =>
      posts.some((post) => post.stage === stage && post.part === null);
    const alone = posts.filter(
      (post) => modeOf(post) === "alone" && (post.part === null || !isWhole(post.stage)),
    );
    const planned: Record<string, Entry> = {};
    for (const post of alone) {
      const officers = levels[posts.indexOf(post)]!({ capacity: post.capacity, window });
      planned[post.stage] = post.part === null ? officers : { ...planned[post.stage], [post.part]: officers };
    }
    const pool = (name: "first" | "second", officers: (place: Place) => Entry): Entry | undefined => {
      const members = posts.filter((post) => modeOf(post) === name);
      if (members.length === 0) return undefined;
      const capacity = members.reduce((sum, post) => sum + post.capacity, 0);
      return {
        officers: officers({ capacity, window }),
        posts: members.map((post) => post.name),
        // At most one officer in all, whom every level of a pool has at some time.
        minimum: within(0, 1, minimum[0]!) === 1 ? { [members[0]!.name]: 1 } : {},
      };
    };
    return strip({
      rules: ruled,
      pools: { first: pool("first", pools[0]), second: pool("second", pools[1]) },
      ...planned,
    });
  });
