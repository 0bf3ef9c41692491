/**
 * A worker whose units do nothing but answer with their number: `die` ends its thread at the unit of the seed, once for
 * each name, which is a file.
 */
import { existsSync, writeFileSync } from "node:fs";
import type { JobRequest } from "../../server/run/pool-messages.ts";
import { workFor } from "../../server/run/work.ts";

workFor(
  (request: JobRequest) => request,
  ({ names: [file], seed }, replication) => {
    if (replication === seed && !existsSync(file!)) {
      writeFileSync(file!, "died");
      process.exit(7);
    }
    return replication;
  },
);
