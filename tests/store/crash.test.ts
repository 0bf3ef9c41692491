/** Kills a writing process at a random instant, again and again: what it had acknowledged is there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openStore } from "../../server/store/sqlite.ts";

const WRITER = new URL("./crash-writer.ts", import.meta.url).pathname;

/** Runs a writer, kills it after so many acknowledgements; gives the last sequence acknowledged by session. */
async function killedWriter(folder: string, session: string, afterAcknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [WRITER, folder, session], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/^\d+\.$/.test(line)) continue; // The last line may be cut short.
    acknowledged = Number.parseInt(line, 10);
    if (acknowledged >= afterAcknowledged) child.kill("SIGKILL");
  }
  await exited;
  return acknowledged;
}

test(
  "what was acknowledged before a kill is there, in order and without a gap",
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "cruce-crash-"));
    try {
      for (let round = 0; round < 8; round++) {
        const id = `round${round}`;
        const acknowledged = await killedWriter(folder, id, 1 + Math.floor(Math.random() * 400));
        const store = openStore(folder);
        expect(store.warning).toBeNull();
        const entries = store.read(id)?.entries ?? [];
        expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
        expect(entries).toEqual(entries.map((_, index) => `entry ${index + 1}`));
        await store.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
