/**
 * Reads the store of replications from any thread, while others write. It never writes; that is for
 * replication-store.ts, of which each process has one.
 */
import { DatabaseSync } from "node:sqlite";

/** What a run reads, as one text (see run/work-key.ts), and the seed. */
export type Work = { readonly content: string; readonly seed: number };

/** The packed parts of a replication; see run/packed.ts. */
export type PackedReplication = {
  readonly hash: string;
  readonly summary: Uint8Array;
  /** A row for each counted vehicle. */
  readonly vehicles: Uint8Array;
};

export type ReadReplication = Pick<PackedReplication, "hash" | "summary"> & {
  /** Null where they were not wanted. */
  readonly vehicles: Uint8Array | null;
};

export class ReplicationReader {
  readonly #db: DatabaseSync;
  readonly #model: string;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(file: string, model: string) {
    this.#db = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    this.#model = model;
    this.#statements = prepare(this.#db);
  }

  /** Null: it is not stored. Its vehicles only where they are wanted: reading them costs more than the rest. */
  read({ content, seed }: Work, replication: number, withVehicles: boolean): ReadReplication | null {
    const statement = withVehicles ? this.#statements.whole : this.#statements.summary;
    const row = statement.get(content, this.#model, seed, replication);
    if (row === undefined) return null;
    const { hash, summary, vehicles = null } = row;
    const isWhole = !withVehicles || vehicles instanceof Uint8Array;
    if (typeof hash !== "string" || !(summary instanceof Uint8Array) || !isWhole)
      throw new Error(`replication ${replication} is stored in another form`);
    return { hash, summary, vehicles: vehicles instanceof Uint8Array ? vehicles : null };
  }
}

function prepare(db: DatabaseSync) {
  const of =
    "FROM work JOIN replication ON work = id WHERE content = ? AND model = ? AND seed = ? AND number = ?";
  return {
    summary: db.prepare(`SELECT hash, summary ${of}`),
    whole: db.prepare(`SELECT hash, summary, vehicles ${of}`),
  };
}
