/**
 * What a command has begun to write and not finished. Whatever ends the process, nothing of it stays that looks
 * whole and is not; where a signal does, a sentence tells what becomes of each.
 */
import { EXIT } from "./exit.ts";
import { onNextSignal } from "./signals.ts";

type Unfinished = {
  /** Has no time to wait for anything. */
  readonly takeBack: () => void;
  /** What becomes of it; null: it is whole by now. */
  readonly told: () => string | null;
};

const all = new Set<Unfinished>();
let forgetSignal = (): void => undefined;

/** From before there is anything of it on the disk until the function that comes back is called. */
export function unfinished(one: Unfinished): () => void {
  if (all.size === 0) {
    process.on("exit", takeAllBack);
    forgetSignal = onNextSignal(stop);
  }
  all.add(one);
  return () => {
    if (!all.delete(one) || all.size > 0) return;
    process.removeListener("exit", takeAllBack);
    forgetSignal();
  };
}

export const isAnythingUnfinished = (): boolean => all.size > 0;

function takeAllBack(): void {
  for (const { takeBack } of all) takeBack();
}

/** The process ends at once, and with it all that still writes. */
function stop(): void {
  const told = [...all].flatMap((one) => one.told() ?? []);
  for (const sentence of told) process.stderr.write(`${sentence}\n`);
  process.exit(EXIT.interrupted);
}
