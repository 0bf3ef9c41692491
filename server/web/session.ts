/**
 * One live session: its log, its thread, and what its viewers see last. Commands are carried out one
 * after the other, and each is acknowledged only when its entry is on the disk.
 */
import type { Runaway } from "../../shared/runaway.ts";
import { MAX_SCENARIOS, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import type {
  Asked,
  Charts,
  Command,
  ForecastData,
  Frame,
  Refusal,
  Reply,
  Results,
  Role,
  Welcome,
  WorthData,
} from "../../shared/protocol.ts";
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Background, BackgroundForecast, BackgroundResults } from "../run/live-background.ts";
import type { Live, StartLive } from "../run/live.ts";
import { after, fold } from "../run/live-log.ts";
import type { LogEvent, SessionState } from "../run/live-log.ts";
import type { LiveAnswer, LiveFrame, LivePost, LiveRequest, Scene } from "../run/live-messages.ts";
import type { SessionMark, SessionStore } from "../store/session-store.ts";
import { SessionExperiments } from "./session-experiments.ts";
import type { ExperimentAudience } from "./session-experiments.ts";
import { ShownForecast } from "./shown-forecast.ts";
import { ShownWorth } from "./shown-worth.ts";
import type { ToldWorth } from "./shown-worth.ts";

/** Who sees a session: the sockets of its room. */
export interface Audience extends ExperimentAudience {
  /** To everybody, each in his role; reliable. */
  welcome(): void;
  frame(frame: Frame): void;
  /** What no other is to follow soon must not be lost. */
  charts(charts: Charts, isLast: boolean): void;
  results(results: Results, isLast: boolean): void;
  /** Null: there is none any more. */
  forecast(forecast: ForecastData | null, isLast: boolean): void;
  /** Null: there is none any more. */
  worth(worth: WorthData | null, isLast: boolean): void;
  failed(what: Asked, runaway: Runaway | null): void;
  ended(reason: "idle" | "stopped" | "failed", runaway: Runaway | null): void;
}

export type SessionParts = {
  readonly store: SessionStore;
  readonly startLive: StartLive;
  readonly newBackground: () => Background;
  readonly version: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
};

/** Entries of one log; a busy workshop makes some hundreds. */
const MOST_ENTRIES = 10_000;

/** What stored entries of a log say. */
export const stateOf = (entries: readonly string[]): SessionState =>
  fold(entries.map((entry) => JSON.parse(entry) as LogEvent));

const refuse = (refusal: Refusal, problems: readonly Problem[] = []): Reply => ({
  ok: false,
  refusal,
  problems,
});

export class Session {
  readonly id: string;
  readonly experiments: SessionExperiments;
  readonly #parts: SessionParts;
  readonly #audience: Audience;
  readonly #background: Background;
  readonly #shownForecast: ShownForecast;
  readonly #shownWorth: ShownWorth;
  #live: Live;
  #state: SessionState;
  #mark: SessionMark;
  #scene: Scene | null = null;
  #frame: LiveFrame | null = null;
  #charts: Charts | null = null;
  #results: Results | null = null;
  #forecast: ForecastData | null = null;
  #worth: WorthData | null = null;
  #number = 0;
  #frameSentMs = 0;
  #viewers = 0;
  #lastViewerMs: number;
  #queue: Promise<unknown> = Promise.resolve();
  #hasEnded = false;

  constructor(id: string, state: SessionState, mark: SessionMark, audience: Audience, parts: SessionParts) {
    this.id = id;
    this.#parts = parts;
    this.#audience = audience;
    this.#background = parts.newBackground();
    this.#shownForecast = new ShownForecast(
      this.#background,
      (forecast) => this.#sendForecast(forecast),
      ({ runaway }) => this.#sendFailed("forecast", runaway),
    );
    this.#shownWorth = new ShownWorth(
      this.#background,
      (worth) => this.#sendWorth(worth),
      ({ runaway }) => this.#sendFailed("worth", runaway),
    );
    const { store, version, now, log } = parts;
    const background = this.#background;
    const stateAt = (sequence: number): SessionState =>
      stateOf(store.read(id)?.entries.slice(0, sequence) ?? []);
    this.experiments = new SessionExperiments({
      session: id,
      stateAt,
      store,
      background,
      audience,
      version,
      now,
      log,
    });
    this.#state = state;
    this.#mark = mark;
    this.#lastViewerMs = parts.now();
    this.#live = this.#start();
    this.#replicate();
  }

  get mark(): SessionMark {
    return this.#mark;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get viewers(): number {
    return this.#viewers;
  }

  set viewers(count: number) {
    this.#viewers = count;
    this.#lastViewerMs = this.#parts.now();
  }

  /** How long nobody has been here; 0 while somebody is. */
  idleMs(): number {
    return this.#viewers > 0 ? 0 : this.#parts.now() - this.#lastViewerMs;
  }

  scenarios(): readonly LoadedScenario[] {
    return this.#state.scenarios;
  }

  state(): SessionState {
    return this.#state;
  }

  command(command: Command): Promise<Reply> {
    return this.#inTurn(() => this.#carryOut(command));
  }

  /** Puts a scenario at a place, or adds it after the last. */
  put(index: number, scenario: LoadedScenario): Promise<Reply> {
    return this.#inTurn(async () => {
      if (index > this.#state.scenarios.length || index >= MAX_SCENARIOS) return refuse("tooMany");
      return this.#do({ do: "put", index, scenario }, { do: "put", index, scenario });
    });
  }

  welcome(role: Role, watchLink: string | null): Welcome | null {
    const scene = this.#scene;
    if (scene === null) return null;
    const state = this.#state;
    return {
      protocol: PROTOCOL_VERSION,
      version: this.#parts.version,
      session: this.id,
      role,
      watchLink,
      epoch: scene.epoch,
      seed: state.seed,
      zone: scene.zone,
      from: scene.from,
      openMs: scene.openMs,
      closeMs: scene.closeMs,
      scenarios: scene.scenarios,
      log: state.changes,
      redoable: state.takenBack.length,
      answersFor: state.answersFor,
    };
  }

  /** What somebody who comes now is to see at once. */
  latest(): {
    readonly frame: Frame | null;
    readonly charts: Charts | null;
    readonly results: Results | null;
    readonly forecast: ForecastData | null;
    readonly worth: WorthData | null;
  } {
    const frame =
      this.#frame === null ? null : { ...this.#frame, number: this.#number, viewers: this.#viewers };
    return {
      frame,
      charts: this.#charts,
      results: this.#results,
      forecast: this.#forecast,
      worth: this.#worth,
    };
  }

  /** Sends the last frame again where none went out for a while: it mends losses and shows that we live. */
  beat(everyMs: number): void {
    if (this.#frame !== null && this.#parts.now() - this.#frameSentMs >= everyMs)
      this.#sendFrame(this.#frame);
  }

  async end(reason: "idle" | "stopped" | "failed", runaway: Runaway | null = null): Promise<void> {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#audience.ended(reason, runaway);
    this.experiments.end();
    this.#background.end();
    await this.#live.end();
  }

  /** After all commands before it, so that the order of the log is the order of deeds. */
  #inTurn(action: () => Promise<Reply>): Promise<Reply> {
    const result = this.#queue.then(async () => {
      if (this.#hasEnded) return refuse("unknownSession");
      if (this.#state.sequence >= MOST_ENTRIES) return refuse("tooMany");
      return action();
    });
    const reply = result.catch((error: unknown) => {
      this.#parts.log(`session ${this.id}: ${String(error)}`);
      return refuse("failed");
    });
    this.#queue = reply;
    return reply;
  }

  async #carryOut(command: Command): Promise<Reply> {
    const state = this.#state;
    switch (command.do) {
      case "change":
        return this.#change(command);
      case "seed":
      case "undo":
      case "redo": {
        if (command.do === "undo" && state.changes.length === 0) return refuse("invalid");
        if (command.do === "redo" && state.takenBack.length === 0) return refuse("invalid");
        const next = after(state, command);
        return this.#do({ do: "replay", seed: next.seed, changes: next.changes }, command);
      }
      case "remove": {
        if (command.scenario >= state.scenarios.length) return refuse("invalid");
        return this.#do(command, command);
      }
      case "replications":
        return this.#record(command, this.#mark);
      case "forecast": {
        const answer = await this.#shownForecast.ask(command, this.#live, state);
        return answer.ok ? { ok: true, sequence: state.sequence } : refuse("invalid", answer.problems);
      }
      case "endForecast":
        this.#shownForecast.end();
        return { ok: true, sequence: state.sequence };
      case "worth":
        if (command.scenario >= state.scenarios.length) return refuse("invalid");
        this.#shownWorth.ask(command, state);
        return { ok: true, sequence: state.sequence };
      case "stopWorth":
        this.#shownWorth.stop();
        return { ok: true, sequence: state.sequence };
      default:
        return this.#do(command, command);
    }
  }

  async #change({ changes }: Extract<Command, { do: "change" }>): Promise<Reply> {
    if (changes.some(({ scenario }) => scenario >= this.#state.scenarios.length)) return refuse("invalid");
    const sequence = this.#state.sequence + 1;
    const answer = await this.#live.ask({ do: "change", sequence, changes });
    if (!answer.ok) return refuse("invalid", answer.problems);
    const made = answer.made.map(({ scenario, atMs, change }) => ({ scenario, atMs, change }));
    return this.#record({ do: "change", changes: made }, answer);
  }

  async #do(request: LiveRequest, event: LogEvent): Promise<Reply> {
    const answer: LiveAnswer = await this.#live.ask(request);
    if (!answer.ok) return refuse("invalid", answer.problems);
    return this.#record(event, answer);
  }

  /** The deed is done; it counts once it is on the disk. Where that fails, it is undone. */
  async #record(event: LogEvent, { positionMs, epoch }: SessionMark): Promise<Reply> {
    const before = { state: this.#state, mark: this.#mark };
    this.#state = after(this.#state, event);
    this.#mark = { positionMs, epoch };
    const { sequence } = this.#state;
    try {
      await this.#parts.store.append(this.id, sequence, JSON.stringify(event), this.#mark, this.#parts.now());
    } catch (error) {
      this.#parts.log(`session ${this.id}: entry ${sequence} could not be stored: ${String(error)}`);
      this.#state = before.state;
      this.#mark = { positionMs: before.mark.positionMs, epoch: epoch + 1 };
      await this.#live.end();
      this.#live = this.#start();
      return refuse("failed");
    }
    // A new epoch brings its own scene, and the welcome with it.
    if (event.do === "change" && this.#scene?.epoch === epoch) this.#audience.welcome();
    if (this.#state.answersFor === sequence || event.do === "replications") this.#replicate();
    this.#shownWorth.follow(event, this.#state);
    const forecast = this.#shownForecast.follow(event, this.#live, this.#state, positionMs);
    forecast.catch((error: unknown) => this.#parts.log(`session ${this.id}: ${String(error)}`));
    return { ok: true, sequence };
  }

  #start(): Live {
    const start = { state: this.#state, positionMs: this.#mark.positionMs, epoch: this.#mark.epoch };
    return this.#parts.startLive(start, (post) => this.#hear(post));
  }

  #replicate(): void {
    this.#background.run(this.#state, (results) => this.#sendResults(results));
  }

  #sendResults(results: BackgroundResults): void {
    this.#results = { ...results, number: ++this.#number };
    if (!this.#hasEnded) this.#audience.results(this.#results, results.done === results.total);
  }

  #sendForecast(forecast: BackgroundForecast | null): void {
    this.#forecast = forecast === null ? null : { ...forecast, number: ++this.#number };
    if (this.#hasEnded) return;
    this.#audience.forecast(this.#forecast, forecast === null || forecast.done === forecast.total);
  }

  #sendWorth(worth: ToldWorth | null): void {
    this.#worth = worth === null ? null : { ...worth, number: ++this.#number };
    if (!this.#hasEnded) this.#audience.worth(this.#worth, worth?.isRunning !== true);
  }

  #sendFailed(what: Asked, runaway: Runaway | null): void {
    if (!this.#hasEnded) this.#audience.failed(what, runaway);
  }

  #hear(post: LivePost): void {
    if (this.#hasEnded) return;
    switch (post.kind) {
      case "scene":
        this.#scene = post.scene;
        this.#frame = null;
        this.#charts = null;
        this.#audience.welcome();
        // They may have come before the welcome that they belong to.
        if (this.#results !== null) this.#sendResults(this.#results);
        return;
      case "frame":
        this.#mark = { positionMs: post.frame.timeMs, epoch: post.frame.epoch };
        this.#sendFrame(post.frame);
        return;
      case "charts":
        this.#charts = { ...post.charts, number: ++this.#number };
        this.#audience.charts(this.#charts, this.#frame?.playing !== true);
        return;
      case "failed":
        this.#parts.log(`session ${this.id}: ${post.reason}`);
        void this.end("failed", post.runaway);
        return;
      default:
        return post satisfies never;
    }
  }

  #sendFrame(frame: LiveFrame): void {
    this.#frame = frame;
    this.#frameSentMs = this.#parts.now();
    this.#audience.frame({ ...frame, number: ++this.#number, viewers: this.#viewers });
  }
}
