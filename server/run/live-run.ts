/**
 * The scenarios of a live session on one clock: played at a pace or as fast as possible, stepped,
 * moved to a time, changed while they run.
 *
 * The clock stands on whole seconds and a change takes effect at the next one, so that the change can
 * be written into a file as a time of day and the file replays the live run to the byte. Going back is
 * replaying: the runs are put to a copy from before, and catch up with the clock unseen before it goes on.
 */
import { FRAMES_PER_SECOND } from "../../shared/picture.ts";
import { MINUTE, SECOND } from "../../shared/units.ts";
import type { LogEntry } from "../../shared/protocol.ts";
import { changesOf } from "./live-log.ts";
import type { Speed } from "./live-log.ts";
import type { LiveAnswer, LiveFrame, LivePost, LiveRequest, LiveStart } from "./live-messages.ts";
import { chartsOf, sceneOf } from "./live-scene.ts";
import { LiveTrack } from "./live-track.ts";

/** Simulating at a stretch, before messages are looked at again; wall-clock ms. */
const SLICE_MS = 20;
/** Simulated at a stretch: no port has so many events in a minute that they take a slice. */
const CHUNK = MINUTE;
const FRAME_EVERY_MS = 1_000 / FRAMES_PER_SECOND;
const CHARTS_EVERY_MS = 1_000;

export class LiveRun {
  readonly #clock: () => number;
  readonly #post: (data: LivePost) => void;
  #tracks: LiveTrack[];
  #seed: number;
  #speed: Speed;
  /** Whether it is to play; at the end it stands still all the same. */
  #playing: boolean;
  #positionMs: number;
  /** Where a jump or a step leads, ahead of the clock. */
  #goalMs: number | null = null;
  #epoch: number;
  /** The pace counts from here. */
  #pacedFrom: { readonly wallMs: number; readonly positionMs: number };
  #ended = false;
  #sceneDue = true;
  #frameDue = true;
  #frameAtMs = -Infinity;
  #chartsAtMs = -Infinity;
  #chartedMs = -1;

  /** `clock` is a wall clock in ms. */
  constructor(start: LiveStart, clock: () => number, post: (data: LivePost) => void) {
    const { state } = start;
    this.#clock = clock;
    this.#post = post;
    this.#seed = state.seed;
    this.#speed = state.speed;
    this.#playing = state.playing;
    this.#epoch = start.epoch;
    this.#tracks = state.scenarios.map(
      (loaded, index) => new LiveTrack(loaded, state.seed, changesOf(state, index)),
    );
    this.#positionMs = Math.min(wholeSecond(start.positionMs ?? this.#openMs()), this.#lastMs());
    this.#pacedFrom = { wallMs: clock(), positionMs: this.#positionMs };
  }

  get positionMs(): number {
    return this.#positionMs;
  }

  /** The whole state of each run, as a text; for proofs of sameness. */
  hashes(): readonly string[] {
    return this.#tracks.map((track) => track.hash());
  }

  handle(request: LiveRequest): LiveAnswer {
    const answer = this.#perform(request);
    this.#pace();
    this.#frameDue = true;
    return answer;
  }

  /** Simulates a slice and posts what is due. Returns wall-clock ms until there is more to do. */
  turn(): number {
    const target = this.#targetMs();
    const deadline = this.#clock() + SLICE_MS;
    let isBehind = this.#advance(target);
    while (isBehind && this.#clock() < deadline) isBehind = this.#advance(target);
    // A machine too slow for the pace falls behind it, instead of chasing it for ever.
    if (isBehind) this.#pace();
    if (this.#ended !== this.#hasEnded()) {
      this.#ended = !this.#ended;
      this.#frameDue = true;
    }
    this.#publish();
    return isBehind ? 0 : this.#msUntilNext();
  }

  #perform(request: LiveRequest): LiveAnswer {
    switch (request.do) {
      case "play":
        this.#playing = true;
        return this.#done();
      case "pause":
        this.#playing = false;
        this.#goalMs = null;
        return this.#done();
      case "speed":
        this.#speed = request.factor;
        return this.#done();
      case "step":
        this.#playing = false;
        this.#goalMs = this.#positionMs + Math.max(SECOND, wholeSecond(request.ms));
        return this.#done();
      case "jump":
        return this.#jump(wholeSecond(request.toMs));
      case "restart":
        return this.#jump(this.#openMs());
      case "change":
        return this.#change(request);
      case "replay":
        this.#replay(request.seed, request.changes);
        return this.#done();
      case "put": {
        this.#tracks[request.index] = new LiveTrack(request.scenario, this.#seed, []);
        this.#renew();
        return this.#done();
      }
      case "remove":
        this.#tracks = this.#tracks.filter((_, index) => index !== request.scenario);
        this.#renew();
        return this.#done();
      case "present":
        return this.#present();
      default:
        return request satisfies never;
    }
  }

  #done({ made = [], presents = [] }: Partial<Done> = {}): LiveAnswer {
    return { ok: true, positionMs: this.#positionMs, epoch: this.#epoch, made, presents };
  }

  #present(): LiveAnswer {
    // Runs that have gone back catch up first, here and now: it takes less than a person notices.
    while (this.#isCatchingUp()) this.#advance(this.#positionMs);
    if (this.#hasEnded()) return { ok: false, problems: [] };
    return this.#done({ presents: this.#tracks.map((track) => track.present()) });
  }

  #jump(toMs: number): LiveAnswer {
    if (toMs > this.#positionMs) {
      this.#goalMs = toMs;
      return this.#done();
    }
    for (const track of this.#tracks) track.goBack(this.#seed, track.changes, toMs);
    this.#positionMs = toMs;
    this.#renew();
    return this.#done();
  }

  /** All are checked before any is made. */
  #change({ sequence, changes }: Extract<LiveRequest, { do: "change" }>): LiveAnswer {
    const soonest = this.#positionMs + SECOND;
    const results = changes.map((wanted) => this.#tracks[wanted.scenario].entryOf(sequence, wanted, soonest));
    const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
    if (problems.length > 0) return { ok: false, problems };
    const made = results.flatMap((result) => (result.ok ? [result.entry] : []));
    for (const entry of made) this.#tracks[entry.scenario].change(entry);
    if (made.some(({ atMs }) => atMs === soonest)) this.#goalMs ??= soonest;
    return this.#done({ made });
  }

  /** Runs whose seed or changes are no longer as they were go back to where they part, and catch up. */
  #replay(seed: number, changes: readonly LogEntry[]): void {
    const reseeded = seed !== this.#seed;
    this.#seed = seed;
    this.#tracks.forEach((track, index) => {
      const own = changes.filter((entry) => entry.scenario === index);
      if (reseeded || !isSame(own, track.changes)) track.goBack(seed, own, this.#positionMs);
    });
    this.#renew();
  }

  /** What was seen before is no longer so. */
  #renew(): void {
    this.#goalMs = null;
    this.#epoch++;
    this.#positionMs = Math.min(this.#positionMs, this.#lastMs());
    this.#sceneDue = true;
    this.#chartedMs = -1;
    this.#chartsAtMs = -Infinity;
  }

  #pace(): void {
    this.#pacedFrom = { wallMs: this.#clock(), positionMs: this.#positionMs };
  }

  /** Where the clock is to be by now. */
  #targetMs(): number {
    if (this.#goalMs !== null) return this.#goalMs;
    if (!this.#playing) return this.#positionMs;
    if (this.#speed === "max") return Infinity;
    const { wallMs, positionMs } = this.#pacedFrom;
    return wholeSecond(positionMs + (this.#clock() - wallMs) * this.#speed);
  }

  /** A chunk further; false when there is nothing to do. */
  #advance(targetMs: number): boolean {
    const behind = this.#tracks.find((track) => track.nowMs < this.#positionMs);
    if (behind !== undefined) {
      behind.advance(Math.min(this.#positionMs, nextChunk(behind.nowMs)));
      return true;
    }
    if (this.#positionMs >= targetMs || this.#hasEnded()) {
      this.#goalMs = null;
      return false;
    }
    const toMs = Math.min(targetMs, nextChunk(this.#positionMs), this.#lastMs());
    for (const track of this.#tracks) track.advance(toMs);
    this.#positionMs = toMs;
    if (toMs === this.#goalMs) this.#reachGoal();
    return true;
  }

  #reachGoal(): void {
    this.#goalMs = null;
    this.#frameDue = true;
    this.#pace();
  }

  #isCatchingUp(): boolean {
    return this.#tracks.some((track) => track.nowMs < this.#positionMs);
  }

  #hasEnded(): boolean {
    return this.#tracks.every((track) => track.nowMs >= this.#positionMs && track.finished);
  }

  /** Where a session begins: before the first opening there is nothing to see. */
  #openMs(): number {
    return wholeSecond(Math.min(...this.#tracks.map((track) => track.openMs)));
  }

  #lastMs(): number {
    return Math.max(...this.#tracks.map((track) => track.lastMs));
  }

  #publish(): void {
    if (this.#sceneDue) {
      this.#sceneDue = false;
      this.#post({ kind: "scene", scene: sceneOf(this.#epoch, this.#tracks) });
    }
    if (this.#isCatchingUp()) return;
    const now = this.#clock();
    if ((this.#frameDue || this.#isMoving()) && now >= this.#frameAtMs + FRAME_EVERY_MS) {
      this.#frameDue = false;
      this.#frameAtMs = now;
      this.#post({ kind: "frame", frame: this.#frame() });
    }
    if (this.#chartedMs !== this.#positionMs && now >= this.#chartsAtMs + CHARTS_EVERY_MS) {
      this.#chartedMs = this.#positionMs;
      this.#chartsAtMs = now;
      this.#post({ kind: "charts", charts: chartsOf(this.#epoch, this.#tracks) });
    }
  }

  #frame(): LiveFrame {
    return {
      epoch: this.#epoch,
      timeMs: this.#positionMs,
      playing: this.#playing && !this.#ended,
      speed: this.#speed,
      ended: this.#ended,
      scenarios: this.#tracks.map((track) => track.frame()),
    };
  }

  #isMoving(): boolean {
    return (this.#playing && !this.#ended) || this.#goalMs !== null;
  }

  #msUntilNext(): number {
    const now = this.#clock();
    const frameIn = this.#frameDue || this.#isMoving() ? this.#frameAtMs + FRAME_EVERY_MS - now : Infinity;
    const chartsIn =
      this.#chartedMs !== this.#positionMs ? this.#chartsAtMs + CHARTS_EVERY_MS - now : Infinity;
    return Math.max(0, Math.min(frameIn, chartsIn));
  }
}

type Done = Pick<Extract<LiveAnswer, { ok: true }>, "made" | "presents">;

function isSame(one: readonly LogEntry[], other: readonly LogEntry[]): boolean {
  return one.length === other.length && one.every((entry, i) => entry.sequence === other[i].sequence);
}

const wholeSecond = (ms: number): number => Math.floor(ms / SECOND) * SECOND;
const nextChunk = (ms: number): number => (Math.floor(ms / CHUNK) + 1) * CHUNK;
