/** A process with little memory that runs five days of the scenario of a given name; prints how that went. */
import { Experiment } from "../../server/run/experiment.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { loadedOf } from "./small-ports.ts";

const [name] = process.argv.slice(2) as [string];
const pool = new WorkerPool({ workers: 1, script: new URL("./faulty-worker.ts", import.meta.url) });
const experiment = new Experiment(pool, { scenarios: [loadedOf(name, BUSY_DAY)], seed: 5, replications: 5 });
const failure = await experiment.finished.then(
  () => "none",
  (error: unknown) => String(error),
);
process.stdout.write(JSON.stringify({ done: experiment.done, failure }));
await pool.close();
