/**
 * Warns where the work that a day brings does not fit the hours staffed for it: over the whole day, or,
 * where the port closes, from some time on until closing (work cannot be done before it arrives). It
 * reckons with means, so what it finds short is short; a port that fits may still have long lines.
 */
import type { Finding, Path, ProblemParams } from "../../shared/problem.ts";
import { findingOnKey } from "../../shared/problem.ts";
import { DAY, HOUR } from "../../shared/units.ts";
import { LANE_TYPES } from "../../shared/vocabulary.ts";
import type { LaneType } from "../../shared/vocabulary.ts";
import type { CivilDay } from "../../shared/scenario/calendar.ts";
import { pickForDay } from "../../shared/scenario/calendar.ts";
import { formatClock } from "../../shared/scenario/clock.ts";
import type { ByDay, Hours } from "../../shared/scenario/clock.ts";
import { hoursOn, ratesOn } from "../../shared/scenario/daily-demand.ts";
import type { RateStretch } from "../../shared/scenario/daily-demand.ts";
import { meanOfServiceTime } from "../../shared/scenario/distribution.ts";
import type { ServiceTime } from "../../shared/scenario/distribution.ts";
import { plannedLevels, staffedHours } from "../../shared/scenario/levels.ts";
import { postsOf } from "./posts.ts";
import type { Post } from "./posts.ts";
import { runDays } from "../../shared/scenario/run-days.ts";
import type { Scenario, Stage, StageOf } from "../../shared/scenario/schema.ts";
import { classesOf, forClass, shareFor } from "../../shared/scenario/vehicle-classes.ts";
import type { ByClass, VehicleClass } from "../../shared/scenario/vehicle-classes.ts";

type Shortage = { readonly finding: Finding; readonly excess: number };
/** From when on the work is most in excess of what is staffed, and both in hours. */
type Balance = { readonly from: number; readonly needed: number; readonly staffed: number };

export function checkOfferedWork(scenario: Scenario): Finding[] {
  const stages = Object.values(scenario.northbound.stages);
  if (stages.some(losesCount)) return [];
  const worst = new Map<string, Shortage>();
  for (const { day } of runDays(scenario)) {
    for (const shortage of new DayOfWork(scenario, day).shortages()) {
      const { code, path, params } = shortage.finding;
      const id = JSON.stringify([code, path, params["class"], params["context"]]);
      if (shortage.excess > (worst.get(id)?.excess ?? 0)) worst.set(id, shortage);
    }
  }
  return [...worst.values()].map(({ finding }) => finding);
}

/** Where vehicles turn off or leave unserved, the numbers at a stage do not follow from the order alone. */
const losesCount = (stage: Stage): boolean =>
  stage.kind === "station" &&
  (stage.next !== undefined ||
    stage.patience !== undefined ||
    stage.join !== undefined ||
    stage.whenFull === "turn away");

/** What one day offers and what is staffed for it. */
class DayOfWork {
  readonly #scenario: Scenario;
  readonly #day: CivilDay;
  readonly #rates: readonly RateStretch[];
  /** Times from which on work and staffing are compared. */
  readonly #starts: readonly number[];
  readonly #classes: readonly VehicleClass[];
  readonly #posts: readonly Post[];

  constructor(scenario: Scenario, day: CivilDay) {
    this.#scenario = scenario;
    this.#day = day;
    this.#rates = ratesOn(scenario, day);
    const hours = hoursOn(scenario, day);
    const opening = hours?.from ?? 0;
    const closes = hours !== null && hours.to - hours.from < DAY;
    // Open around the clock, what is left at midnight is done in the morning.
    this.#starts = closes ? [...new Set([opening, ...this.#rates.map(({ from }) => from)])] : [opening];
    this.#classes = classesOf(scenario, null);
    this.#posts = postsOf(scenario);
  }

  shortages(): readonly Shortage[] {
    return Object.entries(this.#scenario.northbound.stages).flatMap(([name, stage]) =>
      stage.kind === "primary" ? this.#primary(name, stage) : this.#other(name, stage),
    );
  }

  #vehicles(from: number, to: number): number {
    return this.#rates.reduce((sum, rate) => {
      const overlap = Math.min(to, rate.to) - Math.max(from, rate.from);
      return overlap > 0 ? sum + (rate.perHour * overlap) / HOUR : sum;
    }, 0);
  }

  /** Mean service that a vehicle asks for, in ms, over all classes with their shares. */
  #mean(meanMs: (one: VehicleClass) => number): number {
    return this.#classes.reduce((sum, one) => sum + one.share * meanMs(one), 0);
  }

  /** Where work exceeds the staffed hours most; null where it fits. */
  #worst(meanMs: number, posts: readonly Post[], within: Hours = { from: 0, to: DAY }): Balance | null {
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
    const hours = this.#hoursOf(name);
    return hours === null ? 0 : Math.max(0, hours.to - Math.max(hours.from, from)) / HOUR;
  }

  #hoursOf(name: string): Hours | null {
    const { stages } = this.#scenario.northbound;
    const names = Object.keys(stages);
    const stage = stages[name]!;
    if (stage.kind === "preInspection" && stage.hours !== undefined) {
      return pickForDay(stage.hours as ByDay<Hours | null>, this.#day);
    }
    const primaryAt = names.findIndex((other) => stages[other]!.kind === "primary");
    return names.indexOf(name) > primaryAt ? { from: 0, to: DAY } : hoursOn(this.#scenario, this.#day);
  }

  #primary(name: string, stage: StageOf<"primary">): readonly Shortage[] {
    const mean = (one: VehicleClass): number => meanFor(stage.service, one) + stage.moveUp;
    const booths = (types: readonly LaneType[]): readonly Post[] =>
      this.#posts.filter((post) => post.stage === name && types.some((type) => type === post.part));
    const own = booths(["fast", "shared"]);
    const mayUseGeneral =
      stage.fastUsesGeneral === "when it is shorter" ||
      (stage.fastUsesGeneral !== "never" && this.#staffed(own, 0) === 0);
    const short = (who: "fast" | "general" | "all", posts: readonly Post[]): readonly Shortage[] => {
      const isMeant = (one: VehicleClass): boolean => who === "all" || one.isFast === (who === "fast");
      // All who come at all booths: the whole of primary says it.
      const isWhole = posts.length === booths(LANE_TYPES).length && this.#classes.every(isMeant);
      if (who !== "all" && isWhole) return [];
      const balance = this.#worst(
        this.#mean((one) => (isMeant(one) ? mean(one) : 0)),
        posts,
      );
      if (balance === null) return [];
      const lane = who !== "all" && stage.booths[who] > 0 ? [who] : [];
      return [
        this.#shortage("CR-401", this.#pathOf(name, lane), balance, {
          class: who,
          stage: name,
          ...(who === "all" ? { context: "whole" } : {}),
        }),
      ];
    };
    return [
      ...short("fast", mayUseGeneral ? booths(LANE_TYPES) : own),
      ...short("general", booths(["general", "shared"])),
      ...short("all", booths(LANE_TYPES)),
    ];
  }

  #shortage(
    code: "CR-401" | "CR-402",
    path: Path,
    { from, needed, staffed }: Balance,
    more: ProblemParams,
  ): Shortage {
    // Rounded so that what is short reads as short.
    const figures = {
      needed: Math.ceil(needed),
      staffed: Math.floor(staffed),
      day: this.#day.date,
      from: formatClock(from),
    };
    return { finding: findingOnKey(code, path, { ...figures, ...more }), excess: needed - staffed };
  }

  #pathOf(stage: string, parts: readonly string[]): readonly string[] {
    const isPlanned = plannedLevels(this.#scenario).some((one) => one.stage === stage);
    return isPlanned ? ["northbound", "staffing", stage, ...parts] : ["northbound", "stages", stage];
  }

  #other(name: string, stage: Stage): readonly Shortage[] {
    const within = (stage.kind === "preInspection" ? this.#hoursOf(name) : null) ?? { from: 0, to: DAY };
    return this.#posts
      .filter((post) => post.stage === name)
      .flatMap((post) => {
        const balance = this.#worst(this.#meanAt(name, stage, post.part), [post], within);
        if (balance === null) return [];
        const path = this.#pathOf(name, post.part === null ? [] : [post.part]);
        return [this.#shortage("CR-402", path, balance, { stage: post.name })];
      });
  }

  /** Mean service that a vehicle of the port asks for at a post, those that do not go there included. */
  #meanAt(name: string, stage: Stage, part: string | null): number {
    const simple = (
      visits: (one: VehicleClass) => number,
      service: ServiceTime | ByClass<ServiceTime>,
      moveUp: number,
    ): number =>
      this.#mean((one) => {
        const share = visits(one);
        return share === 0 ? 0 : share * (meanFor(service, one) + moveUp);
      });
    switch (stage.kind) {
      case "preInspection":
        return simple(
          (one) => (one.isPreInspected ? 1 : 0),
          withoutPreInspected(stage.service),
          stage.moveUp,
        );
      case "exportCustoms":
        return part === "redLight"
          ? simple((one) => this.#passes(name, one) * stage.redLight, stage.redLightService!, 0)
          : simple((one) => this.#passes(name, one), stage.service, stage.moveUp);
      case "toll":
        return simple((one) => this.#passes(name, one), stage.service, stage.moveUp);
      case "nii":
        return part === "review"
          ? simple((one) => this.#scanned(name, stage, one), stage.review!.service, 0)
          : simple((one) => this.#scanned(name, stage, one), stage.service, stage.moveUp);
      case "secondary":
        return this.#examMean(name, stage, part);
      case "stateSafety":
      case "station":
        return simple((one) => shareFor(stage.share, one), stage.service, stage.moveUp);
      case "approach":
      case "primary":
        return 0;
      default:
        return stage satisfies never;
    }
  }

  /** Whether a class passes a stage that pre-inspection may stand in for. */
  #passes(name: string, { isPreInspected }: VehicleClass): number {
    const stages = Object.values(this.#scenario.northbound.stages);
    const isReplaced = stages.some(
      (stage) => stage.kind === "preInspection" && stage.replaces.includes(name),
    );
    return isPreInspected && isReplaced ? 0 : 1;
  }

  #scanned(name: string, stage: StageOf<"nii">, one: VehicleClass): number {
    const isBefore = this.#isBeforePrimary(name);
    const share = stage.share === undefined ? (isBefore ? 1 : 0) : shareFor(stage.share, one);
    const referred = isBefore ? 0 : this.#referred(one, "scan");
    return this.#passes(name, one) * (share + referred - share * referred);
  }

  #isBeforePrimary(name: string): boolean {
    const entries = Object.entries(this.#scenario.northbound.stages);
    const primaryAt = entries.findIndex(([, stage]) => stage.kind === "primary");
    return entries.findIndex(([other]) => other === name) < primaryAt;
  }

  /** Share of a class that primary refers for an exam. */
  #referred(one: VehicleClass, exam: keyof StageOf<"secondary">["exams"]): number {
    const primary = Object.values(this.#scenario.northbound.stages).find((stage) => stage.kind === "primary");
    const referral = primary?.referral;
    if (referral === undefined) return 0;
    const base = referral.random + (forClass(referral.byRisk, one) ?? 0);
    const factor =
      (one.isFast ? referral.fastFactor : 1) * (one.isPreInspected ? referral.preInspectedFactor : 1);
    const reasons = forClass(referral.reasonsOf, one) ?? referral.reasons;
    return Math.min(1, base * factor) * (reasons[exam] ?? 0);
  }

  #examMean(name: string, stage: StageOf<"secondary">, part: string | null): number {
    const names = Object.keys(this.#scenario.northbound.stages);
    const scanners = Object.entries(this.#scenario.northbound.stages).some(
      ([other, one]) =>
        one.kind === "nii" && !this.#isBeforePrimary(other) && names.indexOf(other) < names.indexOf(name),
    );
    return this.#mean((one) =>
      Object.entries(stage.exams).reduce((sum, [exam, done]) => {
        // Those scanned by NII on their way do not come here for it.
        const isElsewhere = done.at !== part || (exam === "scan" && scanners);
        return isElsewhere
          ? sum
          : sum + this.#referred(one, exam as "scan") * meanOfServiceTime(done.service);
      }, 0),
    );
  }
}

function meanFor(service: ServiceTime | ByClass<ServiceTime>, one: VehicleClass): number {
  const time = "kind" in service ? (service as ServiceTime) : forClass(service as ByClass<ServiceTime>, one);
  return time === undefined ? 0 : meanOfServiceTime(time);
}

/** At pre-inspection itself nobody is pre-inspected yet. */
function withoutPreInspected(
  service: ServiceTime | ByClass<ServiceTime>,
): ServiceTime | ByClass<ServiceTime> {
  if ("kind" in service) return service;
  const { preInspected: _, ...rest } = service as ByClass<ServiceTime>;
  return rest;
}
