/** Work that Ctrl-C cuts short, so that what is done by then can be kept, with a progress bar on a terminal. */
import { PairingError } from "../analysis/paired.ts";
import { CommandError, EXIT } from "./exit.ts";
import { progressOn } from "./output/progress.ts";
import type { Session } from "./session.ts";
import type { CliKey } from "./texts.ts";

type OnProgress = (done: number, total: number, taken?: number) => void;

/**
 * `running` is the text of the bar, with `done` and `total`. Scenarios that cannot be compared end the
 * command in a sentence that names their files.
 */
export async function interruptible<Result>(
  { quiet, texts }: Session,
  running: CliKey,
  work: (signal: AbortSignal, onProgress: OnProgress) => Promise<Result>,
): Promise<{ readonly result: Result; readonly interrupted: boolean }> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once("SIGINT", interrupt);
  const progress = progressOn(process.stderr, quiet, texts, running);
  try {
    const result = await work(abort.signal, (...how) => progress.update(...how));
    return { result, interrupted: abort.signal.aborted };
  } catch (error) {
    if (!(error instanceof PairingError) || error.files === null) throw error;
    const [other, baseline] = error.files;
    throw new CommandError(EXIT.invalid, texts.t("unlike", { other, baseline }));
  } finally {
    progress.clear();
    process.removeListener("SIGINT", interrupt);
  }
}
