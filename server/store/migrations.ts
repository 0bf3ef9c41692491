/**
 * The shape of the database, step by step. A step that has been released is never edited: what
 * changes later is a further step. `user_version` counts the steps a file has taken.
 */
import type { DatabaseSync } from "node:sqlite";

const STEPS: readonly string[] = [
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
];

/** Brings a database to the present shape; refuses one written by a newer version. */
export function migrate(db: DatabaseSync): void {
  const taken = Number(db.prepare("PRAGMA user_version").get()?.["user_version"]);
  if (taken > STEPS.length) {
    throw new Error(`written by a newer version of cruce (format ${taken}, this one knows ${STEPS.length})`);
  }
  for (let step = taken; step < STEPS.length; step++) {
    db.exec(`BEGIN IMMEDIATE; ${STEPS[step]!} PRAGMA user_version = ${step + 1}; COMMIT`);
  }
}
