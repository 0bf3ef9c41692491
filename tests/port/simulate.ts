/**
 * Small days to the millisecond: a scenario as a file would say it, run with every invariant checked
 * after every event, and asked by times on the clock.
 *
 * A time of a later day of the run reads "2/08:00"; fractions of a second follow a point. Trips are
 * numbered from 1 in order of arrival.
 */
import { mix } from "../../server/engine/draws.ts";
import type { DrawGenerator } from "../../server/engine/draws.ts";
import { planDays, planPort } from "../../server/port/planner.ts";
import type { PortPlan, TimedEffect } from "../../server/port/plan.ts";
import { PortRun } from "../../server/port/run.ts";
import { civilDays } from "../../server/scenario/civil-days.ts";
import { clockOf, instantOf } from "../../shared/scenario/calendar.ts";
import { parseClock } from "../../shared/scenario/clock.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import type { ScenarioFile } from "../../shared/scenario/schema.ts";
import { SECOND } from "../../shared/units.ts";
import { areaOf, levelOf, Recorder } from "./record.ts";
import type { Stay, Trip } from "./record.ts";

type StageFile = ScenarioFile["northbound"]["stages"][string];
/** A stage's kind may be left out where it is the stage's name, as in a file. */
type LooseStage = StageFile | Readonly<Record<string, unknown>>;
type DemandFile = ScenarioFile["northbound"]["demand"];
type Timetable = Extract<NonNullable<DemandFile["arrivals"]>, { timetable: unknown }>["timetable"];

export type Day = Omit<Partial<ScenarioFile>, "northbound"> & {
  readonly stages: Readonly<Record<string, LooseStage>>;
  readonly staffing?: Readonly<Record<string, unknown>>;
  /** Single arrivals at these times, or rows of a timetable. */
  readonly arrivals?: readonly (string | Timetable[number])[];
  /** Instead of `arrivals`. */
  readonly demand?: DemandFile;
};

export type RunChoices = {
  readonly seed?: number;
  readonly replication?: number;
  readonly generator?: DrawGenerator;
  readonly effects?: readonly TimedEffect[];
  /** Runs to this time only; left out: until every counted vehicle has gone. */
  readonly until?: string;
  /** False for many vehicles: the check of all invariants looks at each of them after every event. */
  readonly check?: boolean;
};

/** The scenario as a file would have it. */
export function scenarioFile({ stages, staffing, arrivals, demand, ...rest }: Day): ScenarioFile {
  const timetable = (arrivals ?? []).map((row) => (typeof row === "string" ? { from: row } : row));
  return {
    cruce: 1,
    name: "a small day",
    ...rest,
    northbound: {
      demand: demand ?? { arrivals: { timetable } },
      stages: Object.fromEntries(
        Object.entries(stages).map(([name, stage]) => [name, { kind: name, ...stage } as StageFile]),
      ),
      ...(staffing === undefined ? {} : { staffing: staffing as never }),
    },
  };
}

export function planOf(day: Day): PortPlan {
  const scenario = scenarioSchema.parse(scenarioFile(day));
  return planPort({ scenario, arrivals: null }, civilDays(scenario.zone, scenario.from, planDays(scenario)));
}

export function simulate(day: Day, choices: RunChoices = {}): Simulated {
  const simulated = start(planOf(day), choices);
  if (choices.until === undefined) simulated.run.runToEnd();
  else simulated.advance(choices.until);
  return simulated;
}

export function start(plan: PortPlan, choices: RunChoices = {}): Simulated {
  const recorder = new Recorder();
  const run = new PortRun(plan, {
    seed: choices.seed ?? 1,
    replication: choices.replication ?? 0,
    generator: choices.generator ?? mix,
    observer: recorder,
    effects: choices.effects ?? [],
    check: choices.check ?? true,
  });
  return new Simulated(run, recorder);
}

export class Simulated {
  readonly run: PortRun;
  readonly recorder: Recorder;

  constructor(run: PortRun, recorder: Recorder) {
    this.run = run;
    this.recorder = recorder;
  }

  get plan(): PortPlan {
    return this.run.plan;
  }

  get trips(): readonly Trip[] {
    return this.recorder.trips;
  }

  advance(until: string): this {
    this.run.advance(this.ms(until));
    return this;
  }

  /** The instant of a time such as "08:00", "08:00:00.250" or "2/08:00". */
  ms(text: string): number {
    const [, day = "1", time = "", fraction = "0"] = /^(?:(\d+)\/)?([\d:]+)(?:\.(\d+))?$/.exec(text) ?? [];
    const civilDay = this.plan.days[Number(day) - 1];
    const clock = parseClock(time);
    if (civilDay === undefined || Number.isNaN(clock)) throw new Error(`no such time: ${text}`);
    return instantOf(civilDay, clock) + Math.round(Number(`0.${fraction}`) * SECOND);
  }

  /** The instant as a time; "never" for what did not happen. */
  time(ms: number | undefined): string {
    if (ms === undefined || Number.isNaN(ms)) return "never";
    const { day, clockMs } = clockOf(this.plan.days, ms);
    const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, "0");
    const hours = String(Math.floor(clockMs / 3_600_000)).padStart(2, "0");
    const seconds = clockMs % 60_000 === 0 ? "" : `:${two(clockMs / SECOND)}`;
    const fraction = clockMs % SECOND === 0 ? "" : `.${String(clockMs % SECOND).padStart(3, "0")}`;
    return `${day === 0 ? "" : `${day + 1}/`}${hours}:${two(clockMs / 60_000)}${seconds}${fraction}`;
  }

  trip(number: number): Trip {
    const trip = this.trips[number - 1];
    if (trip === undefined) throw new Error(`there are ${this.trips.length} trips, no trip ${number}`);
    return trip;
  }

  /** The trip's last stay in a place. */
  stay(number: number, place: string): Stay {
    const stay = this.trip(number).stays.findLast((one) => one.place === place);
    if (stay === undefined)
      throw new Error(`trip ${number} was never at ${place}; it saw ${this.route(number)}`);
    return stay;
  }

  /** The places a trip passed, in order. */
  route(number: number): string {
    return this.trip(number)
      .stays.map(({ place }) => place)
      .join(" ");
  }

  arrived(number: number): string {
    return this.time(this.trip(number).arrived);
  }

  joined(number: number): string {
    return this.time(this.trip(number).joined);
  }

  entered(number: number, place: string): string {
    return this.time(this.stay(number, place).entered);
  }

  began(number: number, place: string): string {
    return this.time(this.stay(number, place).began);
  }

  blocked(number: number, place: string): string {
    return this.time(this.stay(number, place).blocked);
  }

  left(number: number, place: string): string {
    return this.time(this.stay(number, place).left);
  }

  ended(number: number): string {
    const { outcome, ended, endedAt } = this.trip(number);
    if (outcome === "inside" || outcome === "departed") return this.time(ended);
    return `${outcome} at ${endedAt} ${this.time(ended)}`;
  }

  /** When trips began service in a place, in order of arrival. */
  beginnings(place: string): readonly string[] {
    return this.trips.map(({ stays }) => this.time(stays.findLast((stay) => stay.place === place)?.began));
  }

  /** When trips ended, in order of arrival. */
  endings(): readonly string[] {
    return this.trips.map((_, i) => this.ended(i + 1));
  }

  /** Servers by which trips were served in a place, from 1, in order of arrival. */
  servers(place: string): readonly number[] {
    return this.trips.map(({ stays }) => stays.findLast((stay) => stay.place === place)?.server ?? 0);
  }

  mannedAt(post: string, time: string): number {
    return levelOf(this.#track(this.recorder.mannedOf, post), this.ms(time));
  }

  onDutyAt(pool: string, time: string): number {
    return levelOf(this.#track(this.recorder.onDutyOf, pool), this.ms(time));
  }

  /** Hours paid for before relief, between two times. */
  dutyHours(pool: string, from: string, until: string): number {
    return areaOf(this.#track(this.recorder.onDutyOf, pool), this.ms(from), this.ms(until)) / 3_600_000;
  }

  reviewersAt(post: string, time: string): number {
    return levelOf(this.#track(this.recorder.reviewersOf, post), this.ms(time));
  }

  /** Vehicles in a place after all events of an instant. */
  insideAt(place: string, time: string): number {
    const at = this.ms(time);
    return this.#stays(place).filter(({ entered, left }) => entered <= at && !(left <= at)).length;
  }

  /** Vehicles in a place that no server has called yet. */
  waitingAt(place: string, time: string): number {
    const at = this.ms(time);
    return this.#stays(place).filter(
      ({ entered, began, left }) => entered <= at && !(began <= at) && !(left <= at),
    ).length;
  }

  #stays(place: string): Stay[] {
    if (!this.plan.places.some(({ name }) => name === place)) throw new Error(`no place ${place}`);
    return this.trips.flatMap(({ stays }) => stays.filter((stay) => stay.place === place));
  }

  #track<T>(tracks: ReadonlyMap<string, T>, name: string): T {
    const track = tracks.get(name);
    if (track === undefined) throw new Error(`no ${name} among ${[...tracks.keys()].join(", ")}`);
    return track;
  }
}
