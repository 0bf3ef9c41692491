/**
 * What a store of sessions promises: a promise that resolves has reached the disk. A session is its
 * log, so a store keeps the log and beside it where the clock last stood.
 *
 * Bodies are text to the store: what an entry means is known to those who write and fold it.
 */
export type StoredSession = {
  readonly id: string;
  /** SHA-256 of the secrets; the secrets themselves are nowhere. */
  readonly controlHash: string;
  readonly watchHash: string;
  readonly createdMs: number;
  /** By sequence, from 1, without a gap. */
  readonly entries: readonly string[];
  readonly mark: SessionMark;
};

/** Where a session's clock stood (null: it has not begun), and the epoch of what its viewers saw. */
export type SessionMark = { readonly positionMs: number | null; readonly epoch: number };

export type NewSession = {
  readonly id: string;
  readonly controlHash: string;
  readonly watchHash: string;
  readonly createdMs: number;
  readonly firstEntry: string;
};

/** An experiment as it was asked for, and how it came out. */
export type StoredExperiment = {
  readonly id: number;
  /** Of the entry of the log that its scenarios stood at. */
  readonly sequence: number;
  readonly request: string;
  /** Null: it is not over. */
  readonly result: string | null;
};

export interface SessionStore {
  /** Words for the operator when what is stored will not outlive the process; null when it will. */
  readonly warning: string | null;
  create(session: NewSession): Promise<void>;
  /** The entry after the last one; refuses any other sequence. */
  append(session: string, sequence: number, entry: string, mark: SessionMark, nowMs: number): Promise<void>;
  /** Where clocks stand now, between entries. */
  mark(marks: ReadonlyMap<string, SessionMark>, nowMs: number): Promise<void>;
  read(session: string): StoredSession | null;
  addExperiment(session: string, experiment: Omit<StoredExperiment, "result">): Promise<void>;
  finishExperiment(session: string, id: number, result: string): Promise<void>;
  removeExperiment(session: string, id: number): Promise<void>;
  /** By id. */
  experiments(session: string): readonly StoredExperiment[];
  /** Forgets sessions that nobody has used since. */
  forgetBefore(ms: number): Promise<number>;
  /** Finishes what is under way; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}
