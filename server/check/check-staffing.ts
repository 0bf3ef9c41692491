/** Who works where: posts that exist, no more officers than places, no lane forgotten, breaks within shifts. */
import type { Finding, Path } from "../../shared/problem.ts";
import { finding, findingOnKey } from "../../shared/problem.ts";
import { DAY } from "../../shared/units.ts";
import { formatClock } from "../../shared/scenario/clock.ts";
import {
  dayLevels,
  isShifts,
  peakOf,
  plannedLevels,
  shiftLength,
  stretchesOf,
} from "../../shared/scenario/levels.ts";
import type { DayLevel, Level, Shift } from "../../shared/scenario/levels.ts";
import { guessParams, listNames } from "../../shared/scenario/nearest.ts";
import { stagesOf } from "../port/stages-of.ts";
import { postsOf } from "./posts.ts";
import type { Post } from "./posts.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";

const POOLS = ["northbound", "staffing", "pools"] as const;

export function checkStaffing(scenario: Scenario): Finding[] {
  const posts = postsOf(scenario);
  return [
    ...checkLevels(scenario, posts),
    ...checkPools(scenario, posts),
    ...checkForgotten(scenario, posts),
  ];
}

/** Finds the post that a level is for, or says what is wrong with its name. */
function checkLevels(scenario: Scenario, posts: readonly Post[]): Finding[] {
  return plannedLevels(scenario).flatMap(({ stage, part, level, path }): Finding[] => {
    const ofStage = posts.filter((post) => post.stage === stage);
    if (ofStage.length === 0) return unknownStage(scenario, stage, posts, path);
    const post = ofStage.find((one) => one.part === part);
    const shifts = dayLevels(level, path).flatMap((one) => checkShifts(one.level, one.path));
    if (post !== undefined)
      return [...shifts, ...checkPeak(post, level, path), ...checkNobody(post, level, path)];
    const known = ofStage.map((one) => one.name);
    const name = part === null ? stage : `${stage}.${part}`;
    const hint = part === null ? byPart(stage, ofStage) : guessParams(name, known);
    return [...shifts, findingOnKey("CR-311", path, { name, known: listNames(known), ...hint })];
  });
}

/** Officers of a stage that has posts stand under each of them. */
const byPart = (stage: string, posts: readonly Post[]): Readonly<Record<string, string>> => ({
  example: `${stage}: { ${posts.map(({ part }) => `${part}: …`).join(", ")} }`,
  context: "parts",
});

function unknownStage(scenario: Scenario, stage: string, posts: readonly Post[], path: Path): Finding[] {
  const known = [...new Set(posts.map((post) => post.stage))];
  // Levels by part would tell the same stage several times.
  const at = path.slice(0, 3);
  const isThere = Object.hasOwn(scenario.northbound.stages, stage);
  const guess = isThere ? { known: listNames(known) } : guessParams(stage, known);
  return [findingOnKey("CR-310", at, { name: stage, ...guess })];
}

/** More officers than places, told where the figure stands. */
function checkPeak({ name, capacity }: Post, level: Level, path: Path): Finding[] {
  return dayLevels(level, path).flatMap((one) => {
    if (!isShifts(one.level)) {
      return Object.entries(one.level)
        .filter(([, officers]) => officers > capacity)
        .map(([time, found]) =>
          finding("CR-312", [...one.path, time], { most: capacity, post: name, found }),
        );
    }
    const peak = peakOf(one.level);
    return peak > capacity
      ? [findingOnKey("CR-312", [...one.path, "shifts"], { most: capacity, post: name, found: peak })]
      : [];
  });
}

function checkNobody({ name, stage, capacity }: Post, level: Level, path: Path): Finding[] {
  return peakOverDays(level) > 0
    ? []
    : [findingOnKey("CR-313", path, { post: name, stage, places: capacity })];
}

const peakOverDays = (level: Level): number =>
  Math.max(0, ...dayLevels(level, []).map((one) => peakOf(one.level)));

/** Booths of a lane type that staffing forgets while it plans others of the same stage. */
function checkForgotten(scenario: Scenario, posts: readonly Post[]): Finding[] {
  const planned = [
    ...plannedLevels(scenario).map(({ stage, part, path }) => ({
      name: part === null ? stage : `${stage}.${part}`,
      path: path.slice(0, 3),
    })),
    ...Object.entries(scenario.northbound.staffing.pools).flatMap(([pool, value]) =>
      value.posts.map((name) => ({ name, path: [...POOLS, pool, "posts"] })),
    ),
  ];
  const { primary } = stagesOf(scenario);
  const booths = posts.filter(({ stage }) => stage === primary?.name);
  return booths.flatMap(({ name, stage, capacity }) => {
    const others = planned.filter((one) => one.name.startsWith(`${stage}.`));
    if (others.length === 0 || others.some((one) => one.name === name)) return [];
    return [findingOnKey("CR-313", others[0]!.path, { post: name, stage, places: capacity })];
  });
}

function checkPools(scenario: Scenario, posts: readonly Post[]): Finding[] {
  const known = posts.map(({ name }) => name);
  const alone = new Set(
    plannedLevels(scenario).map(({ stage, part }) => (part === null ? stage : `${stage}.${part}`)),
  );
  const seen = new Map<string, string>();
  return Object.entries(scenario.northbound.staffing.pools).flatMap(
    ([pool, { officers, posts: named, minimum }]) => {
      const path = [...POOLS, pool];
      const findings = dayLevels(officers, [...path, "officers"]).flatMap((one) =>
        checkShifts(one.level, one.path),
      );
      named.forEach((name, i) => {
        const other = seen.get(name);
        if (!known.includes(name)) {
          findings.push(finding("CR-311", [...path, "posts", i], { name, ...guessParams(name, known) }));
        } else if (other !== undefined) {
          findings.push(finding("CR-314", [...path, "posts", i], { post: name, where: other, other: pool }));
        } else if (alone.has(name)) {
          const params = { post: name, other: pool, context: "alone" };
          findings.push(finding("CR-314", [...path, "posts", i], params));
        }
        seen.set(name, pool);
      });
      const peak = peakOverDays(officers);
      if (peak === 0) {
        findings.push(
          findingOnKey("CR-313", [...path, "officers"], {
            post: listNames(named),
            stage: pool,
            places: peak,
          }),
        );
      }
      return [...findings, ...checkMinimum(minimum, named, posts, peak, [...path, "minimum"])];
    },
  );
}

function checkMinimum(
  minimum: Readonly<Record<string, number>>,
  named: readonly string[],
  posts: readonly Post[],
  peak: number,
  path: Path,
): Finding[] {
  const findings = Object.entries(minimum).flatMap(([name, found]): Finding[] => {
    if (!named.includes(name))
      return [findingOnKey("CR-311", [...path, name], { name, ...guessParams(name, named) })];
    const most = posts.find((post) => post.name === name)?.capacity ?? found;
    return found > most ? [finding("CR-312", [...path, name], { most, post: name, found })] : [];
  });
  const sum = Object.values(minimum).reduce((total, officers) => total + officers, 0);
  return sum > peak ? [...findings, findingOnKey("CR-318", path, { most: peak, found: sum })] : findings;
}

function checkShifts(level: DayLevel, path: Path): Finding[] {
  return isShifts(level)
    ? level.shifts.flatMap((shift, i) => checkBreaks(shift, [...path, "shifts", i]))
    : [];
}

function checkBreaks(shift: Shift, path: Path): Finding[] {
  const length = shiftLength(shift);
  const text = (from: number, to: number): string =>
    `${formatClock(from % DAY)}-${formatClock(to % DAY || DAY)}`;
  const outside = shift.breaks.flatMap((rest, i) => {
    const start = (rest.at - shift.from + DAY) % DAY;
    if (start + rest.for <= length) return [];
    const params = { shift: text(shift.from, shift.to), found: text(rest.at, rest.at + rest.for) };
    return [finding("CR-316", [...path, "breaks", i], params)];
  });
  if (outside.length > 0) return outside;
  // Resting officers as a shift of those at work: never below nobody.
  const short = stretchesOf({ shifts: [shift] }).find(({ officers }) => officers < 0);
  if (short === undefined) return [];
  const params = {
    most: shift.officers,
    found: shift.officers - short.officers,
    at: formatClock(short.from),
  };
  return [findingOnKey("CR-317", [...path, "breaks"], params)];
}
