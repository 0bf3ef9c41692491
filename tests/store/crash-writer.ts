/** The process that the crash test kills: appends without end and says what the store acknowledged. */
import { writeSync } from "node:fs";
import { openStore } from "../../server/store/sqlite.ts";

const [folder, id] = process.argv.slice(2) as [string, string];
const store = openStore(folder);
await store.create({ id, controlHash: "c", watchHash: "w", createdMs: 0, firstEntry: "entry 1" });
writeSync(1, "1.\n");

const BURST = 5;
for (let sequence = 2; ; sequence += BURST) {
  const burst = Array.from({ length: BURST }, async (_, k) => {
    await store.append(id, sequence + k, `entry ${sequence + k}`, { positionMs: sequence, epoch: 1 }, 0);
    writeSync(1, `${sequence + k}.\n`);
  });
  await Promise.all(burst);
}
