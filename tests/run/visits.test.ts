/** Visits of many replications in one output: in order, whole, and never piled up in memory. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Experiment } from "../../server/run/experiment.ts";
import type { ExperimentRequest } from "../../server/run/experiment.ts";
import { PartsInOrder } from "../../server/run/parts-in-order.ts";
import type { PartsOutput } from "../../server/run/parts-in-order.ts";
import { WorkerPool } from "../../server/run/pool.ts";
import { BUSY_DAY } from "../measure/tallied.ts";
import { ONE_MORE, TODAY, loadedOf } from "./small-ports.ts";

const folder = mkdtempSync(join(tmpdir(), "cruce-visits-"));
const [one, two] = [1, 2].map((workers) => new WorkerPool({ workers })) as [WorkerPool, WorkerPool];
const faulty = new WorkerPool({ workers: 1, script: new URL("./faulty-worker.ts", import.meta.url) });
afterAll(async () => {
  await Promise.all([one, two, faulty].map((pool) => pool.close()));
  rmSync(folder, { recursive: true });
});

/** A file that can be cut, or a pipe that cannot. */
class Written implements PartsOutput {
  text = "";
  readonly isPipe: boolean;
  #kept = 0;

  constructor(isPipe = false) {
    this.isPipe = isPipe;
  }

  write(bytes: Uint8Array): Promise<void> {
    this.text += new TextDecoder().decode(bytes);
    return Promise.resolve();
  }

  keep(): void {
    this.#kept = this.text.length;
  }

  takeBack(): Promise<boolean> {
    if (!this.isPipe) this.text = this.text.slice(0, this.#kept);
    return Promise.resolve(!this.isPipe);
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function visitsOf(pool: WorkerPool, request: ExperimentRequest): Promise<string> {
  const written = new Written();
  const parts = new PartsInOrder(written, folder);
  parts.begin(request.firstReplication ?? 0);
  await new Experiment(pool, request, { visits: parts }).finished;
  expect(await parts.end()).toBeNull();
  return written.text;
}

const request = { scenarios: [TODAY, ONE_MORE], seed: 5, replications: 5 };
/** Replication and scenario of the lines, each once for all that stand together. */
function runsOf(text: string): readonly string[] {
  const runs = text.split("\r\n").map((line) => {
    const [scenario, replication] = line.split(",");
    return `${replication} ${scenario}`;
  });
  return runs.slice(0, -1).filter((run, i) => run !== runs[i - 1]);
}

describe("visits of an experiment", () => {
  test("are the same bytes for any number of threads: replications in order, and the scenarios of each", async () => {
    const text = await visitsOf(one, request);
    expect((await visitsOf(two, request)) === text).toBe(true);
    expect(runsOf(text)).toEqual([0, 1, 2, 3, 4].flatMap((n) => [`${n} today`, `${n} one more booth`]));
  });

  test("are no different where a thread died in the middle of a day", async () => {
    const name = `die once 2 ${join(folder, "died")}`;
    const asked = { scenarios: [loadedOf(name, BUSY_DAY)], seed: 5, replications: 4 };
    expect((await visitsOf(faulty, asked)) === (await visitsOf(one, asked))).toBe(true);
  });

  test("come while the day is run, a few parts at a time: a slow taker holds up the thread", async () => {
    const sizes: number[] = [];
    let onTheWay = 0;
    let most = 0;
    const visits = {
      part: async (_replication: number, _at: number, { length }: Uint8Array): Promise<void> => {
        sizes.push(length);
        most = Math.max(most, ++onTheWay);
        await new Promise((resolve) => setImmediate(resolve));
        onTheWay--;
      },
      done: () => Promise.resolve(),
    };
    const long = { scenarios: [loadedOf("long", { ...BUSY_DAY, days: 20 })], seed: 5, replications: 1 };
    await new Experiment(one, long, { visits }).finished;
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThan(70_000);
    expect(most).toBeLessThanOrEqual(8);
  });

  test("that cannot be taken end it with the reason", async () => {
    const full = new Error("the disk is full");
    const visits = { part: () => Promise.reject(full), done: () => Promise.reject(full) };
    await expect(new Experiment(one, request, { visits }).finished).rejects.toBe(full);
  });
});

describe("parts in order", () => {
  test("wait for their turn in files that nobody sees", async () => {
    const written = new Written();
    const parts = new PartsInOrder(written, folder);
    parts.begin(3);
    await parts.part(4, 0, bytes("c"));
    await parts.part(3, 0, bytes("a"));
    expect(written.text).toBe("a");
    await parts.part(5, 0, bytes("e"));
    await parts.done(5);
    await parts.part(4, 1, bytes("d"));
    await parts.part(3, 1, bytes("b"));
    await parts.done(3);
    expect(written.text).toBe("abcd");
    expect(readdirSync(folder).filter((name) => name.startsWith(".cruce"))).toEqual([]);
    await parts.done(4);
    expect(written.text).toBe("abcde");
    expect(await parts.end()).toBeNull();
  });

  test("that come again are left out", async () => {
    const written = new Written();
    const parts = new PartsInOrder(written, folder);
    parts.begin(0);
    for (const replication of [1, 0]) {
      await parts.part(replication, 0, bytes("ab"));
      await parts.part(replication, 2, bytes("cd"));
      await parts.part(replication, 0, bytes("ab"));
      await parts.part(replication, 2, bytes("cd"));
      await parts.part(replication, 4, bytes(`${replication}`));
      await parts.done(replication);
    }
    expect(written.text).toBe("abcd0abcd1");
  });

  test("that are missing are our mistake", async () => {
    const parts = new PartsInOrder(new Written(), folder);
    parts.begin(0);
    await expect(parts.part(0, 2, bytes("cd"))).rejects.toThrow("replication 0: byte 2 came after 0");
  });

  /** Replications 0 and 2 are complete, 1 and 3 are not, and another group follows. */
  async function stopped(written: Written): Promise<number | null> {
    const parts = new PartsInOrder(written, folder);
    parts.begin(0);
    for (const replication of [3, 2, 1, 0]) await parts.part(replication, 0, bytes(`${replication}`));
    await parts.done(2);
    await parts.done(0);
    expect(written.text).toBe("01");
    const inPart = await parts.end();
    parts.begin(0);
    await parts.part(0, 0, bytes("x"));
    await parts.done(0);
    await parts.end();
    return inPart;
  }

  test("that are stopped keep what is complete and take back the rest", async () => {
    const written = new Written();
    expect(await stopped(written)).toBeNull();
    expect(written.text).toBe("02x");
  });

  test("that are stopped before a pipe say what was sent in part", async () => {
    const written = new Written(true);
    expect(await stopped(written)).toBe(1);
    expect(written.text).toBe("012x");
  });

  test("keep what is complete also where writing fails, and say nothing but the failure", async () => {
    const written = new Written();
    const parts = new PartsInOrder(written, folder);
    parts.begin(0);
    await parts.part(0, 0, bytes("a"));
    await parts.done(0);
    const { write } = written;
    written.write = (part) =>
      write.call(written, part.subarray(0, 1)).then(() => Promise.reject(new Error("full")));
    await expect(parts.part(1, 0, bytes("bc"))).rejects.toThrow("full");
    await expect(parts.part(2, 0, bytes("d"))).rejects.toThrow("full");
    await expect(parts.end()).rejects.toThrow("full");
    await parts.abandon();
    expect(written.text).toBe("a");
  });
});
