/** What the next Ctrl-C or SIGTERM does: what was asked for last, once. Where nothing is, it ends the process. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

const asked: (() => void)[] = [];

/** Until a signal has come, or the function that comes back is called. */
export function onNextSignal(act: () => void): () => void {
  if (asked.length === 0) for (const name of SIGNALS) process.on(name, next);
  asked.push(act);
  return () => forget(act);
}

function next(): void {
  const act = asked.at(-1)!;
  forget(act);
  act();
}

function forget(act: () => void): void {
  const at = asked.lastIndexOf(act);
  if (at === -1) return;
  asked.splice(at, 1);
  if (asked.length === 0) for (const name of SIGNALS) process.removeListener(name, next);
}
