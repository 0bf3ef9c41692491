/**
 * A worker whose units answer with their number. At the unit of the seed its thread ends, once for each name, which is a
 * file. Where a job has a gate, units wait until it is as high as their number and more.
 */
import { existsSync, writeFileSync } from "node:fs";
import type { JobRequest } from "../../server/run/pool-messages.ts";
import { workFor } from "../../server/run/work.ts";

export type GatedRequest = JobRequest & { readonly gate?: Int32Array };

workFor(
  (request: GatedRequest) => request,
  ({ names: [file], seed, gate }, replication) => {
    for (let open = gate?.[0]; open !== undefined && open <= replication; open = gate![0])
      Atomics.wait(gate!, 0, open);
    if (replication === seed && !existsSync(file!)) {
      writeFileSync(file!, "died");
      process.exit(7);
    }
    return replication;
  },
);
