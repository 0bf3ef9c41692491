/**
 * All sessions of this server: made, found again, and put away when nobody is there. A session that is
 * put away stays in the store, and whoever comes back with its link wakes it.
 */
import { FIRST_SPEED } from "../../shared/protocol.ts";
import type { Refusal, Role, SessionLinks } from "../../shared/protocol.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { fold } from "../run/live-log.ts";
import type { LogEvent } from "../run/live-log.ts";
import type { SessionMark } from "../store/session-store.ts";
import {
  controlLink,
  hashOf,
  isSecretOf,
  newSecret,
  newSessionId,
  watchLink,
  watchSecretOf,
} from "./secrets.ts";
import { Session } from "./session.ts";
import type { Audience, SessionParts } from "./session.ts";

export const MOST_SESSIONS = 24;
const IDLE_MS = 15 * 60_000;
/** A session without viewers makes room for a new one after this: enough to load the page again. */
const LEAST_IDLE_MS = 5_000;
const FORGET_AFTER_MS = 90 * 86_400_000;

export const FIRST_SEED = 1;
const FIRST_REPLICATIONS = 40;

type Known = { readonly session: Session; readonly controlHash: string; readonly watchHash: string };

export type Entered =
  | { readonly ok: true; readonly session: Session; readonly role: Role }
  | { readonly ok: false; readonly refusal: Refusal };

export class Sessions {
  readonly #parts: SessionParts;
  readonly #audienceOf: (id: string) => Audience;
  /** Days that a session simulates until it is asked for others. */
  readonly #replications: number;
  readonly #known = new Map<string, Known>();

  constructor(parts: SessionParts, audienceOf: (id: string) => Audience, replications = FIRST_REPLICATIONS) {
    this.#parts = parts;
    this.#audienceOf = audienceOf;
    this.#replications = replications;
  }

  /** Null: there are as many as this server takes. */
  async create(scenarios: readonly LoadedScenario[]): Promise<SessionLinks | null> {
    if (!(await this.#makeRoom())) return null;
    const id = newSessionId();
    const control = newSecret();
    const watch = watchSecretOf(control);
    const hashes = { controlHash: hashOf(control), watchHash: hashOf(watch) };
    const open: LogEvent = {
      do: "open",
      scenarios,
      seed: FIRST_SEED,
      speed: FIRST_SPEED,
      replications: this.#replications,
    };
    const createdMs = this.#parts.now();
    await this.#parts.store.create({ id, ...hashes, createdMs, firstEntry: JSON.stringify(open) });
    this.#begin(id, hashes, [open], { positionMs: null, epoch: 1 });
    return { session: id, control: controlLink(id, control), watch: watchLink(id, watch) };
  }

  /** The session that a link leads to, woken if need be, and what the link allows. */
  async enter(id: string, secret: string): Promise<Entered> {
    const known = this.#known.get(id);
    if (known !== undefined) return enterAs(known.session, known, secret);
    const stored = this.#parts.store.read(id);
    if (stored === null) return { ok: false, refusal: "unknownSession" };
    if (roleOf(stored, secret) === null) return { ok: false, refusal: "notAllowed" };
    if (!(await this.#makeRoom())) return { ok: false, refusal: "tooMany" };
    const log = stored.entries.map((entry) => JSON.parse(entry) as LogEvent);
    // What viewers saw before is not to be mixed with what they see now.
    const mark = { positionMs: stored.mark.positionMs, epoch: stored.mark.epoch + 1 };
    const session = this.#known.get(id)?.session ?? this.#begin(id, stored, log, mark);
    return enterAs(session, stored, secret);
  }

  count(): number {
    return this.#known.size;
  }

  active(): Iterable<Session> {
    return [...this.#known.values()].map(({ session }) => session);
  }

  /** Sends pictures that stand still again. */
  beat(everyMs: number): void {
    for (const session of this.active()) session.beat(everyMs);
  }

  /** Notes where clocks stand, and puts away sessions where nobody has been for long. */
  async tidy(): Promise<void> {
    await this.#mark();
    for (const { session } of this.#known.values()) {
      if (session.hasEnded) this.#known.delete(session.id);
      else if (session.idleMs() >= IDLE_MS) await this.#putAway(session, "idle");
    }
  }

  forgetOld(): Promise<number> {
    return this.#parts.store.forgetBefore(this.#parts.now() - FORGET_AFTER_MS);
  }

  async endAll(): Promise<void> {
    await this.#mark();
    await Promise.all([...this.active()].map((session) => this.#putAway(session, "stopped")));
  }

  #begin(id: string, hashes: Omit<Known, "session">, log: readonly LogEvent[], mark: SessionMark): Session {
    const session = new Session(id, fold(log), mark, this.#audienceOf(id), this.#parts);
    session.experiments.resume(this.#parts.store.experiments(id));
    this.#known.set(id, { session, controlHash: hashes.controlHash, watchHash: hashes.watchHash });
    return session;
  }

  /** Puts away those where nobody is, the longest idle first, until one more fits. */
  async #makeRoom(): Promise<boolean> {
    for (const { session } of this.#known.values()) if (session.hasEnded) this.#known.delete(session.id);
    while (this.#known.size >= MOST_SESSIONS) {
      const idlest = [...this.active()].reduce((most, session) =>
        session.idleMs() > most.idleMs() ? session : most,
      );
      if (idlest.idleMs() < LEAST_IDLE_MS) return false;
      await this.#putAway(idlest, "idle");
    }
    return true;
  }

  async #putAway(session: Session, reason: "idle" | "stopped"): Promise<void> {
    this.#known.delete(session.id);
    await this.#parts.store.mark(new Map([[session.id, session.mark]]), this.#parts.now());
    await session.end(reason);
  }

  async #mark(): Promise<void> {
    const marks = [...this.active()].map((session) => [session.id, session.mark] as const);
    if (marks.length > 0) await this.#parts.store.mark(new Map(marks), this.#parts.now());
  }
}

function enterAs(session: Session, hashes: Omit<Known, "session">, secret: string): Entered {
  const role = roleOf(hashes, secret);
  return role === null ? { ok: false, refusal: "notAllowed" } : { ok: true, session, role };
}

function roleOf(hashes: Omit<Known, "session">, secret: string): Role | null {
  if (isSecretOf(hashes.controlHash, secret)) return "control";
  return isSecretOf(hashes.watchHash, secret) ? "watch" : null;
}
