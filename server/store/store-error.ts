/** Why a store of replications cannot be used or takes no more, as the system says it, sorted by what to do about it. */
import { NewerFormatError } from "./migrations.ts";

/**
 * damaged, foreign, newer: the file is to be left alone. The others: nothing can be stored, and everything
 * else goes on.
 */
export const STORE_FAULTS = [
  "damaged",
  "foreign",
  "newer",
  "full",
  "notAllowed",
  "noFolder",
  "busy",
  "other",
] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

const REFUSED: readonly StoreFault[] = ["damaged", "foreign", "newer"];

export class StoreError extends Error {
  readonly file: string;
  readonly fault: StoreFault;
  /** In the system's words. */
  readonly reason: string;

  constructor(file: string, fault: StoreFault, reason: string) {
    super(`${file}: ${reason}`);
    this.name = "StoreError";
    this.file = file;
    this.fault = fault;
    this.reason = reason;
  }

  /** Whether what stands in the file must be left as it is. */
  get isRefusal(): boolean {
    return REFUSED.includes(this.fault);
  }
}

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const SQLITE_FAULTS: Readonly<Record<number, StoreFault>> = {
  3: "notAllowed",
  5: "busy",
  8: "notAllowed",
  11: "damaged",
  13: "full",
  14: "notAllowed",
  26: "foreign",
};

const SYSTEM_FAULTS: Readonly<Record<string, StoreFault>> = {
  EACCES: "notAllowed",
  EPERM: "notAllowed",
  EROFS: "notAllowed",
  ENOENT: "noFolder",
  ENOTDIR: "noFolder",
  EEXIST: "noFolder",
  ENOSPC: "full",
  EDQUOT: "full",
};

export function storeError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof NewerFormatError) return new StoreError(file, "newer", reason);
  return new StoreError(file, faultOf(error), reason);
}

function faultOf(error: unknown): StoreFault {
  if (!(error instanceof Error)) return "other";
  if ("errcode" in error && typeof error.errcode === "number")
    return SQLITE_FAULTS[error.errcode & 0xff] ?? "other";
  return "code" in error && typeof error.code === "string" ? (SYSTEM_FAULTS[error.code] ?? "other") : "other";
}
