/**
 * Replications that were run, in one SQLite file, so that none is run twice. A replication is its work (what the
 * run read, the model and the seed) and its number; whoever runs it again gets the same, so that a second copy is
 * compared and dropped. Several processes may use one file.
 *
 * Written here, by one connection a process; worker threads read by replication-reader.ts. What comes within a
 * tenth of a second shares one transaction and one fsync, and nothing is acknowledged before it. When writing
 * fails, the store says why (`failure`), acknowledges what follows without storing it, and keeps what it has.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./make-folder.ts";
import { REPLICATION_APPLICATION, REPLICATION_STEPS, migrate, stepsTaken } from "./migrations.ts";
import type { PackedReplication, Work } from "./replication-reader.ts";
import { StoreError, storeError } from "./store-error.ts";

export const STORE_FILE = "replications.sqlite";
const BATCH_MS = 100;
const BATCH_BYTES = 16 * 1024 * 1024;
const PAGE_BYTES = 16_384;
/** It grows to this and no further: nobody wants to find the disk full. */
export const MOST_BYTES = 16 * 1024 ** 3;

export type NewReplication = PackedReplication & {
  readonly work: Work;
  readonly replication: number;
  /** For people. */
  readonly scenario: string;
};

/** What a store holds: of the present model, and of earlier ones, which nobody asks for any more. */
export type StoreContents = {
  readonly file: string;
  readonly bytes: number;
  readonly replications: number;
  readonly ofEarlierModels: number;
};

/** The same run ended in two ways: a mistake of ours, never of the user. */
export class HashMismatchError extends Error {
  override readonly name = "HashMismatchError";
}

type Write = {
  readonly replications: readonly NewReplication[];
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
};

export type StoreOptions = { readonly mostBytes?: number };

export class ReplicationStore {
  readonly file: string;
  readonly model: string;
  readonly #db: DatabaseSync;
  readonly #statements: ReturnType<typeof prepare>;
  #pending: Write[] = [];
  #pendingBytes = 0;
  #flushing: NodeJS.Timeout | null = null;
  #flushedAt = -Infinity;
  #failure: StoreError | null = null;
  #taken = 0;
  #made = 0;

  private constructor(file: string, model: string, db: DatabaseSync) {
    this.file = file;
    this.model = model;
    this.#db = db;
    this.#statements = prepare(db);
  }

  /** The store in a folder, for replications of one version of the model. Throws a StoreError. */
  static open(
    folder: string,
    model: string,
    { mostBytes = MOST_BYTES }: StoreOptions = {},
  ): ReplicationStore {
    const file = join(folder, STORE_FILE);
    let db: DatabaseSync | null = null;
    try {
      makeFolder(folder);
      db = new DatabaseSync(file, { timeout: 5000 });
      refuseForeign(db, file);
      db.exec(
        `PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON`,
      );
      const { page_size: pageBytes } = db.prepare("PRAGMA page_size").get()!;
      db.exec(`PRAGMA max_page_count = ${Math.floor(mostBytes / Number(pageBytes))}`);
      migrate(db, REPLICATION_STEPS);
      return new ReplicationStore(file, model, db);
    } catch (error) {
      db?.close();
      throw storeError(file, error);
    }
  }

  /** Why nothing is stored any more; null: it is. */
  get failure(): StoreError | null {
    return this.#failure;
  }

  /** Replications that were found here since it was opened, and those that were run. */
  get taken(): number {
    return this.#taken;
  }

  get made(): number {
    return this.#made;
  }

  /** By a reader. */
  noteTaken(count: number): void {
    this.#taken += count;
  }

  /**
   * Resolves when they are on disk, or when the store has failed. Rejects with a HashMismatchError where one is
   * there already and ended otherwise.
   */
  save(replications: readonly NewReplication[]): Promise<void> {
    this.#made += replications.length;
    if (replications.length === 0 || this.#failure !== null) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#pending.push({ replications, resolve, reject });
    for (const { summary, vehicles } of replications) this.#pendingBytes += summary.length + vehicles.length;
    if (this.#pendingBytes >= BATCH_BYTES) this.flush();
    else this.#flushing ??= setTimeout(() => this.flush(), this.#waitMs());
    return promise;
  }

  /** Now, for whoever waits for the last ones. */
  flush(): void {
    if (this.#flushing !== null) clearTimeout(this.#flushing);
    this.#flushing = null;
    const writes = this.#pending;
    this.#pending = [];
    this.#pendingBytes = 0;
    if (writes.length === 0) return;
    let outcomes: readonly (HashMismatchError | null)[];
    try {
      this.#db.exec("BEGIN IMMEDIATE");
      outcomes = writes.map(({ replications }) => this.#insert(replications));
      this.#db.exec("COMMIT");
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      this.fail(error);
      for (const { resolve } of writes) resolve();
      return;
    }
    this.#flushedAt = performance.now();
    outcomes.forEach((mismatch, i) => {
      if (mismatch === null) writes[i]!.resolve();
      else writes[i]!.reject(mismatch);
    });
  }

  /** Nothing is stored from now on; the first reason counts. */
  fail(error: unknown): void {
    this.#failure ??= storeError(this.file, error);
  }

  contents(): StoreContents {
    const count = (where: string): number =>
      Number(
        this.#db
          .prepare(`SELECT count(*) AS count FROM replication JOIN work ON work = id WHERE model ${where} ?`)
          .get(this.model)?.["count"],
      );
    return {
      file: this.file,
      bytes: this.#bytes(),
      replications: count("="),
      ofEarlierModels: count("<>"),
    };
  }

  /** Forgets all, or those of earlier models; says how many. Throws a StoreError. */
  clear(which: "all" | "earlier"): number {
    try {
      const { replications, ofEarlierModels } = this.contents();
      if (which === "all")
        this.#db.exec("BEGIN IMMEDIATE; DELETE FROM replication; DELETE FROM work; COMMIT");
      else this.#db.prepare("DELETE FROM work WHERE model <> ?").run(this.model);
      return which === "all" ? replications + ofEarlierModels : ofEarlierModels;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw storeError(this.file, error);
    }
  }

  /** Makes the file as small as what it holds, which takes room for a second one. Throws a StoreError. */
  shrink(): void {
    try {
      this.#db.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (error) {
      throw storeError(this.file, error);
    }
  }

  close(): void {
    this.flush();
    this.#db.close();
  }

  /** The first of a batch goes at once, so that a single one does not wait. */
  #waitMs(): number {
    return Math.max(0, this.#flushedAt + BATCH_MS - performance.now());
  }

  #bytes(): number {
    const number = (name: string): number => Number(this.#db.prepare(`PRAGMA ${name}`).get()?.[name]);
    return number("page_count") * number("page_size");
  }

  #insert(replications: readonly NewReplication[]): HashMismatchError | null {
    for (const { work, replication, hash, summary, vehicles, scenario } of replications) {
      const { content, seed } = work;
      this.#statements.work.run(content, this.model, seed);
      const { id } = this.#statements.workId.get(content, this.model, seed)!;
      const { changes } = this.#statements.replication.run(id!, replication, hash, summary, vehicles);
      if (changes === 1) continue;
      const there = this.#statements.hash.get(id!, replication)?.["hash"];
      if (there === hash) continue;
      return new HashMismatchError(
        `${scenario}, seed ${seed}, replication ${replication} ended as ${hash}, and in ${this.file} the same run ended as ${there}: a mistake of the simulator, or the file was changed by another hand`,
      );
    }
    return null;
  }
}

/** Before anything is written: a file of another program, or of a newer version of this one. */
function refuseForeign(db: DatabaseSync, file: string): void {
  const { schema_version: changes } = db.prepare("PRAGMA schema_version").get()!;
  const { application_id: application } = db.prepare("PRAGMA application_id").get()!;
  if (Number(changes) > 0 && Number(application) !== REPLICATION_APPLICATION)
    throw new StoreError(file, "foreign", `application ${application}`);
  stepsTaken(db, REPLICATION_STEPS);
}

function prepare(db: DatabaseSync) {
  return {
    work: db.prepare("INSERT INTO work (content, model, seed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
    workId: db.prepare("SELECT id FROM work WHERE content = ? AND model = ? AND seed = ?"),
    replication: db.prepare(
      "INSERT INTO replication (work, number, hash, summary, vehicles) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    hash: db.prepare("SELECT hash FROM replication WHERE work = ? AND number = ?"),
  };
}
