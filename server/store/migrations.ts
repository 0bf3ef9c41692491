/**
 * The shape of a database, step by step. A step that has been released is never edited: what
 * changes later is a further step. `user_version` counts the steps a file has taken.
 */
import type { DatabaseSync } from "node:sqlite";

export const SESSION_STEPS: readonly string[] = [
  `CREATE TABLE session (
     id TEXT PRIMARY KEY,
     control_hash TEXT NOT NULL,
     watch_hash TEXT NOT NULL,
     created_ms INTEGER NOT NULL,
     seen_ms INTEGER NOT NULL,
     last_sequence INTEGER NOT NULL,
     position_ms REAL,
     epoch INTEGER NOT NULL DEFAULT 1
   ) STRICT;
   CREATE INDEX session_seen ON session (seen_ms);
   CREATE TABLE entry (
     session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
     sequence INTEGER NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (session, sequence)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE experiment (
     session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
     id INTEGER NOT NULL,
     sequence INTEGER NOT NULL,
     request TEXT NOT NULL,
     result TEXT,
     PRIMARY KEY (session, id)
   ) STRICT;`,
];

/** What tells a store of replications from other databases: the letters CRUC. */
export const REPLICATION_APPLICATION = 0x43525543;

export const REPLICATION_STEPS: readonly string[] = [
  `PRAGMA application_id = ${REPLICATION_APPLICATION};
   CREATE TABLE work (
     id INTEGER PRIMARY KEY,
     content TEXT NOT NULL,
     model TEXT NOT NULL,
     seed INTEGER NOT NULL,
     UNIQUE (content, model, seed)
   ) STRICT;
   CREATE TABLE replication (
     work INTEGER NOT NULL REFERENCES work (id) ON DELETE CASCADE,
     number INTEGER NOT NULL,
     hash TEXT NOT NULL,
     summary BLOB NOT NULL,
     vehicles BLOB NOT NULL,
     PRIMARY KEY (work, number)
   ) STRICT;`,
];

/** Written by a newer version: nobody here knows what stands in it. */
export class NewerFormatError extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`written by a newer version of cruce (format ${found}, this one knows ${known})`);
    this.name = "NewerFormatError";
    this.found = found;
    this.known = known;
  }
}

/** Steps that the file has taken; refuses one written by a newer version. */
export function stepsTaken(db: DatabaseSync, steps: readonly string[]): number {
  const taken = Number(db.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (taken > steps.length) throw new NewerFormatError(taken, steps.length);
  return taken;
}

/**
 * Brings a database to the present shape. Whoever waited for another process that does the same finds the
 * steps taken.
 */
export function migrate(db: DatabaseSync, steps: readonly string[]): void {
  while (stepsTaken(db, steps) < steps.length) {
    db.exec("BEGIN IMMEDIATE");
    const step = stepsTaken(db, steps);
    if (step < steps.length) db.exec(`${steps[step]!} PRAGMA user_version = ${step + 1}`);
    db.exec("COMMIT");
  }
}
