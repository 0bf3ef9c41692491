/** Why a file cannot be written, in a sentence instead of the system's error. */
import { CommandError, EXIT } from "./exit.ts";
import type { CliKey, Texts } from "./texts.ts";

/** What the system says, in words. */
const REASONS: Readonly<Record<string, CliKey>> = {
  ENOSPC: "visits.reasons.full",
  EDQUOT: "visits.reasons.full",
  EFBIG: "visits.reasons.tooLarge",
  EACCES: "visits.reasons.notAllowed",
  EPERM: "visits.reasons.notAllowed",
  EROFS: "visits.reasons.notAllowed",
  ENOENT: "visits.reasons.noFolder",
  ENOTDIR: "visits.reasons.noFolder",
  EISDIR: "visits.reasons.folder",
  EEXIST: "visits.reasons.exists",
  EPIPE: "visits.reasons.closed",
};

/** Does the work; where the system refuses it, ends the command in the sentence that the key has for the file. */
export async function inWords<T>(
  key: "visits.failed" | "files.failed",
  file: string,
  texts: Texts,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error, texts);
    if (reason === null) throw error;
    throw new CommandError(EXIT.failed, texts.t(key, { file, reason }));
  }
}

/** Null: it is not the system that refuses. */
export function reasonOf(error: unknown, { t }: Texts): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const known = REASONS[error.code];
  return known === undefined ? error.message : t(known);
}
