/**
 * One scenario of a live session: its run, what is measured of it, and the changes made to it.
 *
 * A run cannot go back, so a track is put to the last copy before that instant, or starts anew, with its
 * changes; whoever moves it on catches up.
 */
import { clockOf } from "../../shared/scenario/calendar.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { problem } from "../../shared/problem.ts";
import type { Problem } from "../../shared/problem.ts";
import type { ChangeWanted, LogEntry, ScenarioFrame, Settings } from "../../shared/protocol.ts";
import { MINUTE, SECOND } from "../../shared/units.ts";
import { checkChange } from "../check/check-changes.ts";
import { putIn } from "../engine/carry.ts";
import { LOOK_EVERY_MS } from "../measure/causes.ts";
import { boothsOpen, pictureOf } from "../measure/frame.ts";
import { Recent } from "../measure/recent.ts";
import type { DaySeries } from "../measure/series.ts";
import { classWeights, settingsOf } from "../measure/settings.ts";
import { Tally } from "../measure/tally.ts";
import { timeByCause } from "../measure/time-by-cause.ts";
import { timeByStage } from "../measure/time-by-stage.ts";
import { timedEffect } from "../port/planner.ts";
import type { PortPlan, TimedEffect } from "../port/plan.ts";
import { PortRun } from "../port/run.ts";
import { KeptRuns } from "./kept-runs.ts";
import type { LivePresent } from "./live-messages.ts";
import { nextNamed } from "./named-instant.ts";
import { planScenario } from "./plan-scenario.ts";
import { storeRun } from "./stored-run.ts";

/** The day that viewers see; days to compare are the replications behind it. */
const LIVE_REPLICATION = 0;

export type ChangeResult =
  | { readonly ok: true; readonly entry: LogEntry }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export class LiveTrack {
  readonly loaded: LoadedScenario;
  readonly plan: PortPlan;
  /** As the file has it, before any change. */
  readonly settings: Settings;
  readonly #weights: Float64Array;
  #seed: number;
  #changes: readonly LogEntry[] = [];
  #run: PortRun;
  #tally: Tally;
  #recent = new Recent();
  readonly #kept = new KeptRuns();
  #nowMs = 0;

  constructor(loaded: LoadedScenario, seed: number, changes: readonly LogEntry[]) {
    this.loaded = loaded;
    this.plan = planScenario(loaded);
    this.#weights = classWeights(this.plan);
    this.#seed = seed;
    this.#tally = new Tally(this.plan);
    this.#run = this.#begin();
    this.settings = settingsOf(this.#run.state, this.#weights);
    if (changes.length > 0) this.goBack(seed, changes, 0);
  }

  get changes(): readonly LogEntry[] {
    return this.#changes;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get finished(): boolean {
    return this.#run.finished;
  }

  /** When the port opens on the first counted day: before it there is nothing to see. */
  get openMs(): number {
    const { countFrom, countUntil, open } = this.plan;
    const opening = open.times.find(
      (time, i) => open.levels[i] > 0 && time >= countFrom && time < countUntil,
    );
    return opening ?? countFrom;
  }

  /** The last whole second to which it can go. */
  get lastMs(): number {
    return Math.ceil(this.plan.followUntil / SECOND) * SECOND;
  }

  hash(): string {
    return this.#run.hash();
  }

  /** To an instant or some time before it, with another seed or other changes from whatever instant on. */
  goBack(seed: number, changes: readonly LogEntry[], toMs: number): void {
    this.#kept.forgetFrom(seed === this.#seed ? firstDifference(this.#changes, changes) : 0);
    this.#seed = seed;
    this.#changes = changes;
    const kept = this.#kept.before(toMs);
    this.#nowMs = kept?.atMs ?? 0;
    if (kept === null) {
      this.#recent = new Recent();
      this.#tally = new Tally(this.plan);
      this.#run = this.#begin();
    } else {
      putIn(kept.items, this.#run, this.#tally, this.#recent);
      this.#run.replaceInterventions(this.#effects());
    }
  }

  /** To an instant; at whole minutes it looks at what passed lately. */
  advance(toMs: number): void {
    for (let next = nextMinute(this.#nowMs); next < toMs; next = nextMinute(next)) this.#goTo(next);
    this.#goTo(toMs);
  }

  /** What a change would be that is made no sooner than that, at the next second that a clock of the port shows once. */
  entryOf(
    sequence: number,
    { scenario, effect, fromMs, forMs }: ChangeWanted,
    soonestMs: number,
  ): ChangeResult {
    const { days, followUntil } = this.plan;
    const atMs = nextNamed(days, Math.ceil(Math.max(soonestMs, fromMs ?? 0) / SECOND) * SECOND);
    if (atMs === null || atMs >= followUntil) return { ok: false, problems: [afterTheEnd(days.length)] };
    const { day, clockMs } = clockOf(days, atMs);
    const when = { at: clockMs, day: day + 1, ...(forMs === undefined ? {} : { for: Math.round(forMs) }) };
    const change: Change = { ...when, ...effect };
    const problems = checkChange(this.loaded.scenario, change).filter(({ severity }) => severity === "error");
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, entry: { sequence, scenario, atMs, change } };
  }

  change(entry: LogEntry): void {
    const { effect } = timedEffect(entry.change, this.plan.days);
    this.#run.intervene(effect, entry.atMs, entry.change.for ?? null);
    this.#changes = [...this.#changes, entry];
  }

  frame(): ScenarioFrame {
    const { state } = this.#run;
    const tally = this.#tally;
    const { arrived, departed } = tally.running;
    return {
      ...pictureOf(state),
      queue: tally.places.queueNow,
      queueKm: tally.places.queueKmNow,
      ...this.#recent.figures(this.#nowMs, tally.running),
      boothsOpen: boothsOpen(state),
      arrived,
      departed,
      inside: state.vehicles.count,
      officers: [...state.target],
      settings: settingsOf(state, this.#weights),
      timeByStage: timeByStage(this.plan, tally.figures.dwell, tally.figures.crossing),
      timeByCause: timeByCause(tally.causes.summary(), tally.figures.delay),
    };
  }

  present(): LivePresent {
    const { queue, waitMs, clearedLastHour } = this.frame();
    return {
      stored: storeRun({ run: this.#run, tally: this.#tally }),
      now: { waitMin: waitMs === null ? null : waitMs / MINUTE, queue, clearedPerHour: clearedLastHour },
    };
  }

  series(): DaySeries {
    return this.#tally.series.summary(
      this.#nowMs,
      this.#tally.places.queueNow,
      this.#run.state.vehicles.count,
    );
  }

  #begin(): PortRun {
    return new PortRun(this.plan, {
      seed: this.#seed,
      replication: LIVE_REPLICATION,
      observer: this.#tally,
      effects: this.#effects(),
    });
  }

  #effects(): readonly TimedEffect[] {
    return this.#changes.map(({ change }) => timedEffect(change, this.plan.days));
  }

  #goTo(ms: number): void {
    this.#run.advance(Math.min(ms, this.plan.followUntil));
    this.#nowMs = ms;
    if (ms % MINUTE !== 0) return;
    this.#recent.note(ms, this.#tally.running);
    if (ms % LOOK_EVERY_MS === 0) this.#tally.look(ms);
    this.#kept.note(ms, this.#run, this.#tally, this.#recent);
  }
}

/** The first instant at which two lists of changes are not the same; Infinity when they are. */
function firstDifference(one: readonly LogEntry[], other: readonly LogEntry[]): number {
  const isIn = (list: readonly LogEntry[], entry: LogEntry): boolean =>
    list.some(({ sequence, atMs }) => sequence === entry.sequence && atMs === entry.atMs);
  const different = [
    ...one.filter((entry) => !isIn(other, entry)),
    ...other.filter((entry) => !isIn(one, entry)),
  ];
  return Math.min(...different.map(({ atMs }) => atMs));
}

const nextMinute = (ms: number): number => (Math.floor(ms / MINUTE) + 1) * MINUTE;

function afterTheEnd(days: number): Problem {
  return problem("CR-340", { file: "", line: 0, column: 0 }, "day", { most: days, found: days + 1 });
}
