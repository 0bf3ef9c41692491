/**
 * Warns where the work that a day brings does not fit the hours staffed for it. It reckons with means
 * over a whole day, so what it finds short is short; a port that fits may still have long lines at noon.
 */
import type { Finding } from "../problem.ts";
import { findingOnKey } from "../problem.ts";
import { HOUR } from "../units.ts";
import { LANE_TYPES } from "../vocabulary.ts";
import type { CivilDay } from "./calendar.ts";
import { pickForDay } from "./calendar.ts";
import type { ByDay, Hours } from "./clock.ts";
import { hoursOn, vehiclesOn } from "./daily-demand.ts";
import { meanOfServiceTime } from "./distribution.ts";
import type { ServiceTime } from "./distribution.ts";
import { plannedLevels, staffedHours } from "./levels.ts";
import { postsOf } from "./posts.ts";
import type { Post } from "./posts.ts";
import { runDays } from "./run-days.ts";
import type { Scenario, Stage, StageOf } from "./schema.ts";
import { classesOf, forClass, shareFor } from "./vehicle-classes.ts";
import type { ByClass, VehicleClass } from "./vehicle-classes.ts";

type Shortage = { readonly finding: Finding; readonly ratio: number };

export function checkOfferedWork(scenario: Scenario): Finding[] {
  const stages = Object.values(scenario.northbound.stages);
  // In a network the numbers at a stage do not follow from the order alone.
  if (stages.some((stage) => stage.kind === "station" && stage.next !== undefined)) return [];
  const worst = new Map<string, Shortage>();
  for (const { day } of runDays(scenario)) {
    for (const shortage of new DayOfWork(scenario, day).shortages()) {
      const { code, path, params } = shortage.finding;
      const id = JSON.stringify([code, path, params["class"], params["context"]]);
      if (shortage.ratio > (worst.get(id)?.ratio ?? 0)) worst.set(id, shortage);
    }
  }
  return [...worst.values()].map(({ finding }) => finding);
}

/** What one day offers and what is staffed for it. */
class DayOfWork {
  readonly #scenario: Scenario;
  readonly #day: CivilDay;
  readonly #vehicles: number;
  readonly #classes: readonly VehicleClass[];
  readonly #posts: readonly Post[];

  constructor(scenario: Scenario, day: CivilDay) {
    this.#scenario = scenario;
    this.#day = day;
    this.#vehicles = vehiclesOn(scenario, day);
    this.#classes = classesOf(scenario, null);
    this.#posts = postsOf(scenario);
  }

  shortages(): readonly Shortage[] {
    return Object.entries(this.#scenario.northbound.stages).flatMap(([name, stage]) =>
      stage.kind === "primary" ? this.#primary(name, stage) : this.#other(name, stage),
    );
  }

  /** Hours of service that classes ask for, each with its share of visits. */
  #work(classes: readonly VehicleClass[], meanMs: (one: VehicleClass) => number): number {
    return classes.reduce((sum, one) => sum + (this.#vehicles * one.share * meanMs(one)) / HOUR, 0);
  }

  /** Officer-hours at posts; a pool's officers count once however many of its posts are meant. */
  #staffed(posts: readonly Post[]): number {
    const { pools } = this.#scenario.northbound.staffing;
    let rest = posts;
    let total = 0;
    for (const pool of Object.values(pools)) {
      const manned = rest.filter(({ name }) => pool.posts.includes(name));
      rest = rest.filter(({ name }) => !pool.posts.includes(name));
      const capacity = manned.reduce((sum, post) => sum + post.capacity, 0);
      if (capacity > 0) total += staffedHours(pool.officers, this.#day, capacity);
    }
    const levels = plannedLevels(this.#scenario);
    for (const post of rest) {
      const planned = levels.find(({ stage, part }) => stage === post.stage && part === post.part);
      total += planned === undefined ? post.capacity * this.#openHours(post.stage) : staffedHours(planned.level, this.#day, post.capacity);
    }
    return total;
  }

  /** Up to primary a stage works while the port, or its own facility, is open; after it, all day. */
  #openHours(name: string): number {
    const { stages } = this.#scenario.northbound;
    const names = Object.keys(stages);
    const stage = stages[name]!;
    const primaryAt = names.findIndex((other) => stages[other]!.kind === "primary");
    const own = stage.kind === "preInspection" ? stage.hours : undefined;
    const hours =
      own !== undefined ? pickForDay(own as ByDay<Hours | null>, this.#day) : hoursOn(this.#scenario, this.#day);
    if (own === undefined && names.indexOf(name) > primaryAt) return 24;
    return hours === null ? 0 : (hours.to - hours.from) / HOUR;
  }

  #primary(name: string, stage: StageOf<"primary">): readonly Shortage[] {
    const mean = (one: VehicleClass): number => meanFor(stage.service, one) + stage.moveUp;
    const hours = (types: readonly string[]): number =>
      this.#staffed(this.#posts.filter((post) => post.stage === name && types.includes(post.part ?? "")));
    const work = (isFast: boolean): number => this.#work(this.#classes.filter((one) => one.isFast === isFast), mean);
    const fastMayUseGeneral =
      stage.fastUsesGeneral === "when it is shorter" || (stage.fastUsesGeneral !== "never" && hours(["fast", "shared"]) === 0);
    const short = (who: string, needed: number, staffed: number, whole = false): readonly Shortage[] => {
      if (needed <= staffed) return [];
      const params = { ...this.#figures(needed, staffed), class: who, stage: name, ...(whole ? { context: "whole" } : {}) };
      const lane = !whole && stage.booths[who === "fast" ? "fast" : "general"] > 0 ? [who === "fast" ? "fast" : "general"] : [];
      const path = this.#pathOf(name, lane);
      return [{ finding: findingOnKey("CR-401", path, params), ratio: needed / Math.max(staffed, 1) }];
    };
    return [
      ...short("fast", work(true), hours(fastMayUseGeneral ? LANE_TYPES : ["fast", "shared"])),
      ...short("general", work(false), hours(["general", "shared"])),
      ...short("all", work(true) + work(false), hours(LANE_TYPES), true),
    ];
  }

  #figures(needed: number, staffed: number): { readonly needed: number; readonly staffed: number; readonly day: string } {
    // Rounded so that what is short reads as short.
    return { needed: Math.ceil(needed), staffed: Math.floor(staffed), day: this.#day.date };
  }

  #pathOf(stage: string, parts: readonly string[]): readonly string[] {
    const isPlanned = plannedLevels(this.#scenario).some((one) => one.stage === stage);
    return isPlanned ? ["northbound", "staffing", stage, ...parts] : ["northbound", "stages", stage];
  }

  #other(name: string, stage: Stage): readonly Shortage[] {
    return this.#posts
      .filter((post) => post.stage === name)
      .flatMap((post) => {
        const needed = this.#workAt(name, stage, post.part);
        const staffed = this.#staffed([post]);
        if (needed <= staffed) return [];
        const params = { ...this.#figures(needed, staffed), stage: post.name };
        const path = this.#pathOf(name, post.part === null ? [] : [post.part]);
        return [{ finding: findingOnKey("CR-402", path, params), ratio: needed / Math.max(staffed, 1) }];
      });
  }

  #workAt(name: string, stage: Stage, part: string | null): number {
    const simple = (visits: (one: VehicleClass) => number, service: ServiceTime | ByClass<ServiceTime>, moveUp: number): number =>
      this.#work(this.#classes, (one) => {
        const share = visits(one);
        return share === 0 ? 0 : share * (meanFor(service, one) + moveUp);
      });
    switch (stage.kind) {
      case "preInspection":
        return simple((one) => (one.isPreInspected ? 1 : 0), withoutPreInspected(stage.service), stage.moveUp);
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
        return this.#examWork(name, stage, part);
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
    const isReplaced = stages.some((stage) => stage.kind === "preInspection" && stage.replaces.includes(name));
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
    const factor = (one.isFast ? referral.fastFactor : 1) * (one.isPreInspected ? referral.preInspectedFactor : 1);
    const reasons = forClass(referral.reasonsOf, one) ?? referral.reasons;
    return Math.min(1, base * factor) * (reasons[exam] ?? 0);
  }

  #examWork(name: string, stage: StageOf<"secondary">, part: string | null): number {
    const names = Object.keys(this.#scenario.northbound.stages);
    const scanners = Object.entries(this.#scenario.northbound.stages).some(
      ([other, one]) => one.kind === "nii" && !this.#isBeforePrimary(other) && names.indexOf(other) < names.indexOf(name),
    );
    return this.#work(this.#classes, (one) =>
      Object.entries(stage.exams).reduce((sum, [exam, done]) => {
        // Those scanned by NII on their way do not come here for it.
        const isElsewhere = done.at !== part || (exam === "scan" && scanners);
        return isElsewhere ? sum : sum + this.#referred(one, exam as "scan") * meanOfServiceTime(done.service);
      }, 0),
    );
  }
}

function meanFor(service: ServiceTime | ByClass<ServiceTime>, one: VehicleClass): number {
  const time = "kind" in service ? (service as ServiceTime) : forClass(service as ByClass<ServiceTime>, one);
  return time === undefined ? 0 : meanOfServiceTime(time);
}

/** At pre-inspection itself nobody is pre-inspected yet. */
function withoutPreInspected(service: ServiceTime | ByClass<ServiceTime>): ServiceTime | ByClass<ServiceTime> {
  if ("kind" in service) return service;
  const { preInspected: _, ...rest } = service as ByClass<ServiceTime>;
  return rest;
}
