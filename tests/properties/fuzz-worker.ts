/** A thread of `npm run fuzz`: takes rounds of scenarios, tells each before it is run, and what came of the round. */
import { parentPort } from "node:worker_threads";
import type { Entry } from "./arbitrary/parts.ts";
import { checkScenarios } from "./lawful.ts";
import type { Checked } from "./lawful.ts";

export type Round = { readonly runs: number; readonly seed: number };
export type FromFuzzer =
  | { readonly kind: "trying"; readonly file: Entry; readonly seed: number }
  | { readonly kind: "checked"; readonly checked: Checked };

const port = parentPort;
if (port === null) throw new Error("fuzz-worker.ts runs as a worker thread only");
const post = (message: FromFuzzer): void => port.postMessage(message);

port.on("message", ({ runs, seed }: Round) => {
  const checked = checkScenarios(runs, seed, (file, runSeed) =>
    post({ kind: "trying", file, seed: runSeed }),
  );
  post({ kind: "checked", checked });
});
