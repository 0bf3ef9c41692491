/** Thread side of load-in-worker.ts: reads one text at a time and answers with what it found. */
import { parentPort, workerData } from "node:worker_threads";
import type { LoadResult } from "../../shared/scenario/loaded.ts";
import { shippedLibrary } from "./library.ts";
import { loadScenario } from "./load.ts";

/** A text sent through the page, with the name that problems call it by. */
export type LoadRequest = { readonly file: string; readonly text: string };
/** Said once it can read, then once for each text. */
export type LoadMessage = "ready" | LoadResult;

const library = shippedLibrary(workerData as ReadonlyMap<string, string>);

parentPort!.on("message", (request: LoadRequest) => {
  parentPort!.postMessage(loadScenario(request, library) satisfies LoadResult);
});
parentPort!.postMessage("ready" satisfies LoadMessage);
