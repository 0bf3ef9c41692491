/** Work that takes long: progress on a terminal, Ctrl-C as a signal to stop with what is done. */
import { PairingError } from "../analysis/paired.ts";
import { CommandError, EXIT } from "./exit.ts";
import { progressOn } from "./output/progress.ts";
import type { Session } from "./session.ts";

export type Work = {
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** Scenarios that cannot be compared end the command in a sentence that names their files. */
export async function interruptible<T>(
  session: Session,
  work: (by: Work) => Promise<T>,
): Promise<{ readonly result: T; readonly interrupted: boolean }> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once("SIGINT", interrupt);
  const progress = progressOn(process.stderr, session.quiet, session.texts);
  try {
    const onProgress = (done: number, total: number): void => progress.update(done, total);
    const result = await work({ signal: abort.signal, onProgress });
    return { result, interrupted: abort.signal.aborted };
  } catch (error) {
    if (!(error instanceof PairingError) || error.files === null) throw error;
    const [other, baseline] = error.files;
    throw new CommandError(EXIT.invalid, session.texts.t("unlike", { other, baseline }));
  } finally {
    progress.clear();
    process.removeListener("SIGINT", interrupt);
  }
}
