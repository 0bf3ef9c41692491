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
  { t }: Texts,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
    const known = REASONS[error.code];
    const reason = known === undefined ? error.message : t(known);
    throw new CommandError(EXIT.failed, t(key, { file, reason }));
  }
}
