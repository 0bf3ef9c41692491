/**
 * The store as a thread sees it that runs days: what is there is read instead of run, and what was run is packed
 * for the writer. A store that cannot be read is as good as an empty one; the writer is told.
 */
import type { ReplicationSummary } from "../measure/summary.ts";
import type { VehicleRows } from "../measure/rows.ts";
import { ReplicationReader } from "../store/replication-reader.ts";
import type { Work } from "../store/replication-reader.ts";
import type { NewReplication } from "../store/replication-store.ts";
import { packSummary, packVehicles, unpackSummary, unpackVehicles } from "./packed.ts";

/** What a thread is told about the store. */
export type StoreRequest = {
  readonly file: string;
  readonly model: string;
  /** By scenario. */
  readonly works: readonly Work[];
  /** By scenario, of antithetic days; none where there are no such days. */
  readonly antithetic: readonly Work[];
};

export type RunDay = { readonly summary: ReplicationSummary; readonly rows: VehicleRows };

/** Of a day whose vehicles nobody joins with those of another scenario. */
export const NO_ROWS: VehicleRows = {
  count: 0,
  flow: new Uint8Array(),
  cell: new Int32Array(),
  number: new Int32Array(),
  member: new Int32Array(),
  tally: new Uint8Array(),
  waitMs: new Float64Array(),
  crossingMs: new Float64Array(),
};

/** What became of a unit's days with regard to the store. */
export type Storing = {
  /** Days that were there. */
  readonly taken: number;
  /** Days that were run. */
  readonly made: readonly NewReplication[];
  /** Why the store could not be read; null: it could. */
  readonly unreadable: string | null;
};

/** For the life of the thread, by file and model. */
const readers = new Map<string, ReplicationReader>();

function readerOf({ file, model }: StoreRequest): ReplicationReader {
  const key = `${model} ${file}`;
  const reader = readers.get(key) ?? new ReplicationReader(file, model);
  readers.set(key, reader);
  return reader;
}

/** For one unit: its days are either found or made. */
export class StoredDays {
  readonly #request: StoreRequest;
  readonly #replication: number;
  readonly #made: NewReplication[] = [];
  #taken = 0;
  #unreadable: string | null = null;

  constructor(request: StoreRequest, replication: number) {
    this.#request = request;
    this.#replication = replication;
  }

  find(scenario: number, isAntithetic: boolean, withRows: boolean): RunDay | null {
    if (this.#unreadable !== null) return null;
    try {
      const work = this.#workOf(scenario, isAntithetic);
      const found = readerOf(this.#request).read(work, this.#replication, withRows);
      if (found === null) return null;
      const summary = unpackSummary(found.summary);
      if (summary.hash !== found.hash) throw new Error(`replication ${this.#replication} has two hashes`);
      const rows = found.vehicles === null ? NO_ROWS : unpackVehicles(found.vehicles);
      this.#taken++;
      return { summary, rows };
    } catch (error) {
      this.#unreadable = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  add(scenario: number, isAntithetic: boolean, name: string, { summary, rows }: RunDay): void {
    this.#made.push({
      work: this.#workOf(scenario, isAntithetic),
      scenario: name,
      replication: this.#replication,
      hash: summary.hash,
      summary: packSummary(summary),
      vehicles: packVehicles(rows),
    });
  }

  #workOf(scenario: number, isAntithetic: boolean): Work {
    const { works, antithetic } = this.#request;
    return (isAntithetic ? antithetic : works)[scenario];
  }

  storing(): Storing {
    return { taken: this.#taken, made: this.#made, unreadable: this.#unreadable };
  }
}
