/**
 * Sessions in one SQLite file. Writes of one turn of the event loop share one transaction and one
 * fsync, so that a burst of commands costs as much as one; nothing is acknowledged before it.
 *
 * One process writes a file: a second server needs a folder of its own (`CRUCE_DATA`).
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./make-folder.ts";
import { SESSION_STEPS, migrate } from "./migrations.ts";
import type {
  NewSession,
  SessionMark,
  SessionStore,
  StoredExperiment,
  StoredSession,
} from "./session-store.ts";

const FILE = "sessions.sqlite";

type Write = {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
};

/** The store in a folder; where that cannot be written, one in memory that says so. */
export function openStore(folder: string): SessionStore {
  try {
    makeFolder(folder);
    return new SqliteStore(join(folder, FILE), null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new SqliteStore(
      ":memory:",
      `sessions cannot be stored in ${folder} (${reason}); they will end with this server. Set CRUCE_DATA to a folder that can be written.`,
    );
  }
}

export class SqliteStore implements SessionStore {
  readonly warning: string | null;
  readonly #db: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  #pending: Write[] = [];
  #flushing: NodeJS.Immediate | null = null;

  constructor(path: string, warning: string | null) {
    this.warning = warning;
    this.#db = new DatabaseSync(path);
    try {
      this.#db.exec(
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
      );
      migrate(this.#db, SESSION_STEPS);
      this.#statements = prepare(this.#db);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  create(session: NewSession): Promise<void> {
    return this.#write(() => {
      const { id, createdMs } = session;
      this.#statements.create.run(id, session.controlHash, session.watchHash, createdMs, createdMs);
      this.#statements.append.run(id, 1, session.firstEntry);
    });
  }

  append(session: string, sequence: number, entry: string, mark: SessionMark, nowMs: number): Promise<void> {
    return this.#write(() => {
      const { changes } = this.#statements.advance.run(
        sequence,
        mark.positionMs,
        mark.epoch,
        nowMs,
        session,
        sequence - 1,
      );
      if (changes !== 1)
        throw new Error(`entry ${sequence} does not follow the last one of session ${session}`);
      this.#statements.append.run(session, sequence, entry);
    });
  }

  mark(marks: ReadonlyMap<string, SessionMark>, nowMs: number): Promise<void> {
    return this.#write(() => {
      for (const [session, { positionMs, epoch }] of marks)
        this.#statements.mark.run(positionMs, epoch, nowMs, session);
    });
  }

  read(session: string): StoredSession | null {
    const row = this.#statements.session.get(session);
    if (row === undefined) return null;
    const position = row["position_ms"];
    return {
      id: session,
      controlHash: String(row["control_hash"]),
      watchHash: String(row["watch_hash"]),
      createdMs: Number(row["created_ms"]),
      entries: this.#statements.entries.all(session).map((entry) => String(entry["body"])),
      mark: { positionMs: typeof position === "number" ? position : null, epoch: Number(row["epoch"]) },
    };
  }

  addExperiment(session: string, { id, sequence, request }: Omit<StoredExperiment, "result">): Promise<void> {
    return this.#write(() => void this.#statements.addExperiment.run(session, id, sequence, request));
  }

  finishExperiment(session: string, id: number, result: string): Promise<void> {
    return this.#write(() => void this.#statements.finishExperiment.run(result, session, id));
  }

  removeExperiment(session: string, id: number): Promise<void> {
    return this.#write(() => void this.#statements.removeExperiment.run(session, id));
  }

  experiments(session: string): readonly StoredExperiment[] {
    return this.#statements.experiments.all(session).map(({ id, sequence, request, result }) => ({
      id: Number(id),
      sequence: Number(sequence),
      request: String(request),
      result: typeof result === "string" ? result : null,
    }));
  }

  async forgetBefore(ms: number): Promise<number> {
    let forgotten = 0;
    await this.#write(() => {
      forgotten = Number(this.#statements.forget.run(ms).changes);
    });
    return forgotten;
  }

  async close(): Promise<void> {
    this.#flush();
    this.#db.close();
  }

  #write(run: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ run, resolve, reject });
      this.#flushing ??= setImmediate(() => this.#flush());
    });
  }

  /** Commits what has come together; a write that fails takes only itself back. */
  #flush(): void {
    if (this.#flushing !== null) clearImmediate(this.#flushing);
    this.#flushing = null;
    const writes = this.#pending;
    this.#pending = [];
    if (writes.length === 0) return;
    const done: Write[] = [];
    try {
      this.#db.exec("BEGIN IMMEDIATE");
      for (const write of writes) if (this.#runOne(write)) done.push(write);
      this.#db.exec("COMMIT");
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      for (const write of writes) write.reject(error);
      return;
    }
    for (const write of done) write.resolve();
  }

  #runOne(write: Write): boolean {
    this.#db.exec("SAVEPOINT one");
    try {
      write.run();
      this.#db.exec("RELEASE one");
      return true;
    } catch (error) {
      if (!this.#db.isTransaction) throw error;
      this.#db.exec("ROLLBACK TO one; RELEASE one");
      write.reject(error);
      return false;
    }
  }
}

function prepare(db: DatabaseSync) {
  return {
    create: db.prepare(
      "INSERT INTO session (id, control_hash, watch_hash, created_ms, seen_ms, last_sequence) VALUES (?, ?, ?, ?, ?, 1)",
    ),
    append: db.prepare("INSERT INTO entry (session, sequence, body) VALUES (?, ?, ?)"),
    advance: db.prepare(
      "UPDATE session SET last_sequence = ?, position_ms = ?, epoch = ?, seen_ms = ? WHERE id = ? AND last_sequence = ?",
    ),
    mark: db.prepare("UPDATE session SET position_ms = ?, epoch = ?, seen_ms = ? WHERE id = ?"),
    session: db.prepare("SELECT * FROM session WHERE id = ?"),
    entries: db.prepare("SELECT body FROM entry WHERE session = ? ORDER BY sequence"),
    addExperiment: db.prepare("INSERT INTO experiment (session, id, sequence, request) VALUES (?, ?, ?, ?)"),
    finishExperiment: db.prepare("UPDATE experiment SET result = ? WHERE session = ? AND id = ?"),
    removeExperiment: db.prepare("DELETE FROM experiment WHERE session = ? AND id = ?"),
    experiments: db.prepare("SELECT * FROM experiment WHERE session = ? ORDER BY id"),
    forget: db.prepare("DELETE FROM session WHERE seen_ms < ?"),
  };
}
