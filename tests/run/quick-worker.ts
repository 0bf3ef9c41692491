/**
 * A worker whose units answer with their number: at the unit of the seed its thread ends, once for each name, which is a
 * file; and units of a job named `long` take half a second.
 */
import { existsSync, writeFileSync } from "node:fs";
import type { JobRequest } from "../../server/run/pool-messages.ts";
import { workFor } from "../../server/run/work.ts";

const LONG_MS = 500;

workFor(
  (request: JobRequest) => request,
  ({ names: [file], seed }, replication) => {
    if (file === "long") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONG_MS);
    if (replication === seed && !existsSync(file!)) {
      writeFileSync(file!, "died");
      process.exit(7);
    }
    return replication;
  },
);
