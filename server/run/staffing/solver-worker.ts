/** The thread of the solver: programs come one by one, and each gets its answer in turn. */
import { parentPort } from "node:worker_threads";
import type { LinearModel, Solution } from "../../analysis/staffing/linear-model.ts";
import { loadSolver } from "./solver.ts";

export type Solved = { readonly solution: Solution | null } | { readonly failure: string };

const port = parentPort;
if (port === null) throw new Error("solver-worker.ts runs as a worker thread only");

const solver = loadSolver();
port.on("message", (model: LinearModel) => {
  const answer = async (): Promise<Solved> => ({ solution: await (await solver)(model) });
  void answer()
    .catch((error: unknown): Solved => ({ failure: String(error) }))
    .then((solved) => port.postMessage(solved));
});
