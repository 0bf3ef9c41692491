/**
 * Brings what replications send at once into one output, one after the other: the one whose turn it is
 * goes straight there, the others wait on disk. So the bytes are the same for any number of threads, and
 * nothing is kept in memory.
 *
 * Stopped at any time it keeps the replications that are complete.
 */
import { Spill } from "./spill.ts";
import type { VisitsTaker } from "./experiment.ts";

export interface PartsOutput {
  write(bytes: Uint8Array): Promise<void>;
  /** All that is written stays. */
  keep(): void;
  /** Takes back what is not to stay; false where it cannot, as in a pipe. */
  takeBack(): Promise<boolean>;
}

export class PartsInOrder implements VisitsTaker {
  readonly #output: PartsOutput;
  readonly #folder: string;
  /** Steps are taken one after the other; once one has failed all the others do. */
  #steps: Promise<void> = Promise.resolve();
  /** The replication whose turn it is, and its bytes that have been written. */
  #turn = 0;
  #written = 0;
  /** By replication: what waits for its turn. */
  readonly #waiting = new Map<number, Spill>();
  readonly #complete = new Set<number>();
  #kept = 0;

  /** What has to wait does so in a file of the folder that nobody else sees. */
  constructor(output: PartsOutput, folder: string) {
    this.#output = output;
    this.#folder = folder;
  }

  /** Complete replications in the output. */
  get kept(): number {
    return this.#kept;
  }

  /** Replications from this one on follow, as a group of their own. */
  begin(first: number): void {
    this.#turn = first;
  }

  part(replication: number, at: number, bytes: Uint8Array): Promise<void> {
    return this.#step(async () => {
      const isNext = replication === this.#turn;
      const before = isNext ? this.#written : (this.#waiting.get(replication)?.bytes ?? 0);
      // Its thread died and another one began it anew.
      if (at < before) return;
      if (at > before) throw new Error(`replication ${replication}: byte ${at} came after ${before}`);
      if (isNext) return this.#write(bytes);
      let spill = this.#waiting.get(replication);
      if (spill === undefined) {
        spill = await Spill.open(this.#folder);
        this.#waiting.set(replication, spill);
      }
      await spill.write(bytes);
    });
  }

  done(replication: number): Promise<void> {
    return this.#step(async () => {
      this.#complete.add(replication);
      while (this.#complete.delete(this.#turn)) {
        this.#keep();
        this.#turn++;
        await this.#letIn(this.#turn);
      }
    });
  }

  /**
   * Nothing more comes of the group. Says which replication stays in part, where it cannot be taken back;
   * null: none.
   */
  async end(): Promise<number | null> {
    try {
      await this.#steps;
      const inPart = this.#written > 0 && !(await this.#output.takeBack()) ? this.#turn : null;
      this.#written = 0;
      for (const replication of [...this.#complete].sort((a, b) => a - b)) {
        await this.#letIn(replication);
        this.#keep();
      }
      return inPart;
    } finally {
      await this.#forget();
    }
  }

  /** After a failure: as far as it still can be done, only complete replications stay. */
  async abandon(): Promise<void> {
    await this.#steps.catch(() => undefined);
    await this.#output.takeBack().catch(() => undefined);
    await this.#forget();
  }

  #step(step: () => Promise<void>): Promise<void> {
    this.#steps = this.#steps.then(step);
    return this.#steps;
  }

  #keep(): void {
    this.#output.keep();
    this.#written = 0;
    this.#kept++;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#output.write(bytes);
    this.#written += bytes.length;
  }

  /** What a replication has had to keep back. */
  async #letIn(replication: number): Promise<void> {
    const spill = this.#waiting.get(replication);
    if (spill === undefined) return;
    this.#waiting.delete(replication);
    try {
      for await (const bytes of spill.read()) await this.#write(bytes);
    } finally {
      await spill.close();
    }
  }

  async #forget(): Promise<void> {
    this.#complete.clear();
    const spills = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.all(spills.map((spill) => spill.close()));
  }
}
