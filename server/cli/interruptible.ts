/** Work that Ctrl-C or SIGTERM cuts short, so that what is done by then can be kept, with a progress bar on a terminal. */
import { PairingError } from "../analysis/paired.ts";
import { CommandError, EXIT } from "./exit.ts";
import { progressOn } from "./output/progress.ts";
import type { Session } from "./session.ts";
import { onNextSignal } from "./signals.ts";
import type { CliKey } from "./texts.ts";

type OnProgress = (done: number, total: number, taken?: number) => void;

/** Aborted by the first signal; a second one ends the process at once. Whoever asks for it ends it. */
export function untilInterrupted(): { readonly signal: AbortSignal; readonly end: () => void } {
  const abort = new AbortController();
  return { signal: abort.signal, end: onNextSignal(() => abort.abort()) };
}

/**
 * `running` is the text of the bar, with `done` and `total`. Scenarios that cannot be compared end the
 * command in a sentence that names their files.
 */
export async function interruptible<Result>(
  { quiet, texts }: Session,
  running: CliKey,
  work: (signal: AbortSignal, onProgress: OnProgress) => Promise<Result>,
): Promise<{ readonly result: Result; readonly interrupted: boolean }> {
  const { signal, end } = untilInterrupted();
  const progress = progressOn(process.stderr, quiet, texts, running);
  try {
    const result = await work(signal, (...how) => progress.update(...how));
    return { result, interrupted: signal.aborted };
  } catch (error) {
    if (!(error instanceof PairingError) || error.files === null) throw error;
    const [other, baseline] = error.files;
    throw new CommandError(EXIT.invalid, texts.t("unlike", { other, baseline }));
  } finally {
    progress.clear();
    end();
  }
}
