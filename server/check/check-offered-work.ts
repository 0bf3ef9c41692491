/**
 * Warns where the work that a day brings does not fit the hours staffed for it: over the whole day, or,
 * where the port closes, from some time on until closing (work cannot be done before it arrives). It
 * reckons with means, so what it finds short is short; a port that fits may still have long lines.
 */
import type { Finding, Path } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { pickForDay } from "../../shared/scenario/calendar.ts";
import { formatClock } from "../../shared/scenario/clock.ts";
import type { Hours } from "../../shared/scenario/clock.ts";
import { hoursOn, ratesOn } from "../../shared/scenario/daily-demand.ts";
import type { RateStretch } from "../../shared/scenario/daily-demand.ts";
import { plannedLevels, staffedHours } from "../../shared/scenario/levels.ts";
import { runDays } from "../../shared/scenario/run-days.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import type { VehicleClass } from "../../shared/scenario/vehicle-classes.ts";
import { DAY, HOUR } from "../../shared/units.ts";
import type { Placed, PlacedStages, Work, WorkingDay } from "../port/stages/stage-type.ts";
import { stagesOf } from "../port/stages-of.ts";
import { classesOf } from "./classes.ts";
import { postsOf } from "./posts.ts";
import type { Post } from "./posts.ts";

type Shortage = { readonly finding: Finding; readonly excess: number };
/** From when on the work is most in excess of what is staffed, and both in hours. */
type Balance = { readonly from: number; readonly needed: number; readonly staffed: number };

export function checkOfferedWork(scenario: Scenario): Finding[] {
  const port = stagesOf(scenario);
  // Where vehicles turn off or leave unserved, the numbers at a stage do not follow from the order alone.
  if (port.stages.some(({ stage, type }) => type.losesCount?.(stage) === true)) return [];
  const worst = new Map<string, Shortage>();
  for (const { day } of runDays(scenario)) {
    for (const shortage of new DayOfWork(scenario, port, day).shortages()) {
      const { code, path, params } = shortage.finding;
      const id = JSON.stringify([code, path, params["class"], params["context"]]);
      if (shortage.excess > (worst.get(id)?.excess ?? 0)) worst.set(id, shortage);
    }
  }
  return [...worst.values()].map(({ finding }) => finding);
}

const WHOLE_DAY: Hours = { from: 0, to: DAY };

/** What one day offers and what is staffed for it. */
class DayOfWork implements WorkingDay {
  readonly stages: PlacedStages["stages"];
  readonly primary: PlacedStages["primary"];
  readonly classes: readonly VehicleClass[];
  readonly #scenario: Scenario;
  readonly #day: CivilDay;
  readonly #rates: readonly RateStretch[];
  /** Times from which on work and staffing are compared. */
  readonly #starts: readonly number[];
  readonly #posts: readonly Post[];

  constructor(scenario: Scenario, { stages, primary }: PlacedStages, day: CivilDay) {
    this.stages = stages;
    this.primary = primary;
    this.classes = classesOf(scenario, null);
    this.#scenario = scenario;
    this.#day = day;
    this.#rates = ratesOn(scenario, day);
    const hours = hoursOn(scenario, day);
    const opening = hours?.from ?? 0;
    const closes = hours !== null && hours.to - hours.from < DAY;
    // Open around the clock, what is left at midnight is done in the morning.
    this.#starts = closes ? [...new Set([opening, ...this.#rates.map(({ from }) => from)])] : [opening];
    this.#posts = postsOf(scenario);
  }

  shortages(): readonly Shortage[] {
    return this.stages.flatMap((placed) =>
      placed.type.work(placed, this).flatMap((work) => this.#shortage(placed, work) ?? []),
    );
  }

  isStaffed(stage: string, parts: readonly string[]): boolean {
    return this.#staffed(this.#postsAt(stage, parts), 0) > 0;
  }

  #postsAt(stage: string, parts: readonly (string | null)[]): readonly Post[] {
    return this.#posts.filter((post) => post.stage === stage && parts.includes(post.part));
  }

  #vehicles(from: number, to: number): number {
    return this.#rates.reduce((sum, rate) => {
      const overlap = Math.min(to, rate.to) - Math.max(from, rate.from);
      return overlap > 0 ? sum + (rate.perHour * overlap) / HOUR : sum;
    }, 0);
  }

  /** Where work exceeds the staffed hours most; null where it fits. */
  #worst(meanMs: number, posts: readonly Post[], within: Hours): Balance | null {
    let worst: Balance | null = null;
    for (const from of this.#starts) {
      const needed = (this.#vehicles(Math.max(from, within.from), within.to) * meanMs) / HOUR;
      const staffed = this.#staffed(posts, from);
      if (needed - staffed > Math.max(1e-9, worst === null ? 0 : worst.needed - worst.staffed)) {
        worst = { from, needed, staffed };
      }
    }
    return worst;
  }

  /** Officer-hours at posts from a time on; a pool's officers count once however many of its posts are meant. */
  #staffed(posts: readonly Post[], from: number): number {
    const { pools } = this.#scenario.northbound.staffing;
    let rest = posts;
    let total = 0;
    for (const pool of Object.values(pools)) {
      const manned = rest.filter(({ name }) => pool.posts.includes(name));
      rest = rest.filter(({ name }) => !pool.posts.includes(name));
      const capacity = manned.reduce((sum, post) => sum + post.capacity, 0);
      if (capacity > 0) total += staffedHours(pool.officers, this.#day, capacity, from);
    }
    const levels = plannedLevels(this.#scenario);
    for (const post of rest) {
      const planned = levels.find(({ stage, part }) => stage === post.stage && part === post.part);
      total +=
        planned === undefined
          ? post.capacity * this.#openHours(post.stage, from)
          : staffedHours(planned.level, this.#day, post.capacity, from);
    }
    return total;
  }

  /** Up to primary a stage works while the port, or its own facility, is open; after it, all day. */
  #openHours(name: string, from: number): number {
    const hours = this.#hoursOf(this.stages.find((placed) => placed.name === name)!);
    return hours === null ? 0 : Math.max(0, hours.to - Math.max(hours.from, from)) / HOUR;
  }

  #hoursOf({ index, stage, type }: Placed): Hours | null {
    const own = type.hours?.(stage);
    if (own !== undefined) return pickForDay(own, this.#day);
    return index > (this.primary?.index ?? -1) ? WHOLE_DAY : hoursOn(this.#scenario, this.#day);
  }

  #shortage(placed: Placed, { parts, meanMs, told }: Work): Shortage | null {
    const posts = this.#postsAt(placed.name, parts);
    // Who comes while a facility is closed goes by.
    const within = (placed.type.hours === undefined ? null : this.#hoursOf(placed)) ?? WHOLE_DAY;
    const mean = this.classes.reduce((sum, one) => sum + one.share * meanMs(one), 0);
    const balance = this.#worst(mean, posts, within);
    if (balance === null) return null;
    const { from, needed, staffed } = balance;
    // Rounded so that what is short reads as short.
    const figures = {
      needed: Math.ceil(needed),
      staffed: Math.floor(staffed),
      day: this.#day.date,
      from: formatClock(from),
    };
    const { code, part, params } = told ?? { code: "CR-402", ...atPost(posts[0]!) };
    const path = this.#pathOf(placed, part);
    return { finding: findingOnKey(code, path, { ...figures, ...params }), excess: needed - staffed };
  }

  #pathOf({ name, path }: Placed, part: string | null): Path {
    const isPlanned = plannedLevels(this.#scenario).some(({ stage }) => stage === name);
    if (!isPlanned) return path;
    return ["northbound", "staffing", name, ...(part === null ? [] : [part])];
  }
}

const atPost = ({ name, part }: Post) => ({ part, params: { stage: name } });
