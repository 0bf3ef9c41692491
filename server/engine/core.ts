/**
 * A run's own instance of the compiled core (server/core) and its memory. All that changes in a run stands there.
 *
 * The memory grows in place: columns that were seen once stay valid, unless their table itself has moved.
 */
import { program } from "../../dist/core.js";
import type { Exports } from "../../dist/core.js";
import type { Carried, CarriedBytes, Carrier } from "./carry.ts";
import type { CoreHost } from "./core-host.ts";
import { CORE_PAGES } from "./core-pages.ts";
import { EXP_TABLE, LOG_TABLE } from "./elementary-tables.ts";
import { ENGINE_FAULTS } from "./faults.ts";

/** What a mistake of ours was, in words, from the values that the core tells it with. */
export type Fault = (a: number, b: number, c: number, d: number) => string;

const PAGE = 65_536;
const MODULE = new WebAssembly.Module(Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0)));

export class Core implements Carried, CarriedBytes {
  readonly exports: Exports;
  readonly #memory: WebAssembly.Memory;
  readonly #faults = new Map<number, Fault>();
  #host: CoreHost | null = null;

  constructor() {
    this.#memory = newMemory();
    const fault = (code: number, a: number, b: number, c: number, d: number): never => {
      throw new Error(this.#faults.get(code)?.(a, b, c, d) ?? `fault ${code} of the core: ${[a, b, c, d]}`);
    };
    const imports = { env: { memory: this.#memory }, faults: { fault }, host: this.#asked() };
    this.exports = new WebAssembly.Instance(MODULE, imports).exports as Exports;
    this.doubles(this.exports.logTableAt(), LOG_TABLE.length).set(LOG_TABLE);
    this.doubles(this.exports.expTableAt(), EXP_TABLE.length).set(EXP_TABLE);
    this.explain(ENGINE_FAULTS);
  }

  /** Who answers what the core asks. */
  set host(host: CoreHost) {
    this.#host = host;
  }

  /** Puts mistakes into words, by the numbers of server/core/fault-codes.ts. */
  explain(faults: Readonly<Record<number, Fault>>): void {
    for (const [code, words] of Object.entries(faults)) this.#faults.set(Number(code), words);
  }

  carry(carrier: Carrier): void {
    carrier.bytes(this);
  }

  used(): Uint8Array {
    return this.bytes(0, this.exports.top());
  }

  /** All that is in use, by bytes of another length. New room has to be zero, so what is no longer in use is. */
  replace(bytes: Uint8Array): void {
    const used = this.exports.top();
    const missing = bytes.length - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    this.bytes(0, bytes.length).set(bytes);
    if (used > bytes.length) this.exports.clear(bytes.length, used);
  }

  /** New columns of so many zeros, or of these values, that stay where they are. */
  newDoubles(of: number | ArrayLike<number>): Float64Array {
    return typeof of === "number"
      ? this.doubles(this.exports.room(8 * of), of)
      : this.doubles(this.doublesOf(of), of.length);
  }

  newInts(of: number | ArrayLike<number>): Int32Array {
    return typeof of === "number"
      ? this.ints(this.exports.room(4 * of), of)
      : this.ints(this.intsOf(of), of.length);
  }

  newBytes(of: number | ArrayLike<number>): Uint8Array {
    if (typeof of === "number") return this.bytes(this.exports.room(of), of);
    const column = this.newBytes(of.length);
    column.set(of);
    return column;
  }

  /** Tells a table of the core, whose struct stands at an address, where its columns are. */
  point(at: number, columns: readonly ArrayBufferView[]): void {
    this.ints(at, columns.length).set(columns.map(({ byteOffset }) => byteOffset));
  }

  /** Address of a new column with these values. */
  doublesOf(values: ArrayLike<number>): number {
    const at = this.exports.room(8 * values.length);
    this.doubles(at, values.length).set(values);
    return at;
  }

  intsOf(values: ArrayLike<number>): number {
    const at = this.exports.room(4 * values.length);
    this.ints(at, values.length).set(values);
    return at;
  }

  doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.#memory.buffer, at, count);
  }

  ints(at: number, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, count);
  }

  smallInts(at: number, count: number): Int8Array {
    return new Int8Array(this.#memory.buffer, at, count);
  }

  counts(at: number, count: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, count);
  }

  bytes(at: number, count: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, count);
  }

  #asked(): CoreHost {
    const host = (): CoreHost => {
      if (this.#host === null) throw new Error("a core without a host was asked to run");
      return this.#host;
    };
    return {
      vehiclesMoved: () => host().vehiclesMoved(),
      absorb: (a, b, word) => host().absorb(a, b, word),
      uniform: (a, b, word) => host().uniform(a, b, word),
      happen: (slot) => host().happen(slot),
      after: (stage, vehicle, place) => host().after(stage, vehicle, place),
      refuses: (vehicle, place) => host().refuses(vehicle, place),
      closeServer: (server) => host().closeServer(server),
      startManning: (server) => host().startManning(server),
      retypeBooths: () => host().retypeBooths(),
      afterEmptied: (place) => host().afterEmptied(place),
      afterClearing: () => host().afterClearing(),
      dropFromReview: (vehicle) => host().dropFromReview(vehicle),
      reportGridlock: () => host().reportGridlock(),
      arrived: (time, vehicle) => host().arrived(time, vehicle),
      joined: (time, vehicle) => host().joined(time, vehicle),
      entered: (time, vehicle, place) => host().entered(time, vehicle, place),
      began: (time, vehicle, place, server) => host().began(time, vehicle, place, server),
      held: (time, vehicle, place, waiting) => host().held(time, vehicle, place, waiting),
      blocked: (time, vehicle, place) => host().blocked(time, vehicle, place),
      left: (time, vehicle, place, server) => host().left(time, vehicle, place, server),
      departed: (time, vehicle) => host().departed(time, vehicle),
      turnedAway: (time, vehicle, place) => host().turnedAway(time, vehicle, place),
      gaveUp: (time, vehicle, place) => host().gaveUp(time, vehicle, place),
    };
  }
}

/** Memories take up address space, far more than memory: the machine's own check of their bounds needs it. */
function newMemory(): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: CORE_PAGES.first, maximum: CORE_PAGES.most, shared: true });
  } catch (error) {
    throw new Error(
      "no address space is left for another run: each takes 8 GiB of it, though little memory; " +
        "lift the limit (ulimit -v unlimited), or start Node with --disable-wasm-trap-handler",
      { cause: error },
    );
  }
}
