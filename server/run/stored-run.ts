/**
 * A run with its tally as bytes: what it stands at, to go on from later or elsewhere.
 *
 * Layout: 8 letters, the length of the head, the head as JSON, padding to 8 bytes, then numbers and columns
 * as the head lists them, each padded to 8 bytes. Little-endian, as the engine requires of its machine.
 * The plan is not stored: the same scenario makes it again, and its digest tells whether it did.
 */
import { createHash } from "node:crypto";
import { putIn, takeOut } from "../engine/carry.ts";
import type { Column, Item } from "../engine/carry.ts";
import { DRAW_SCHEME } from "../engine/draws.ts";
import { Tally } from "../measure/tally.ts";
import type { PortPlan } from "../port/plan.ts";
import { PortRun } from "../port/run.ts";

/** Rises whenever what a run or a tally carries changes; a test notices when that is forgotten. */
export const STATE_VERSION = 9;

const LETTERS = "CRUCERUN";
const KINDS = { Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array, Int8Array } as const;
type Kind = keyof typeof KINDS;

/** Plain data as it is, a column by its kind and length. */
type Listed = { readonly plain: unknown } | readonly [Kind, number];
type Head = {
  readonly state: number;
  readonly draws: number;
  readonly plan: string;
  readonly items: readonly Listed[];
};

/** Why bytes are not a run that can go on here. */
export class StoredRunError extends Error {
  override readonly name = "StoredRunError";
}

export type Going = { readonly run: PortRun; readonly tally: Tally };

export function storeRun({ run, tally }: Going): Uint8Array {
  const items = takeOut(run, tally);
  const head: Head = {
    state: STATE_VERSION,
    draws: DRAW_SCHEME,
    plan: digestOf(run.plan),
    items: items.map(listed),
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head, hideInfinity));
  const parts = [
    new TextEncoder().encode(LETTERS),
    bytesOf(Float64Array.of(headBytes.length)),
    headBytes,
    ...items.flatMap((item) => (isPlain(item) ? [] : [bytesOf(item)])),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  return bytes;
}

/** Throws a StoredRunError where the bytes are of another version, of another plan, or no whole run. */
export function loadRun(bytes: Uint8Array, plan: PortPlan): Going {
  const reader = new Reader(bytes);
  const head = reader.head();
  if (head.state !== STATE_VERSION || head.draws !== DRAW_SCHEME) {
    throw new StoredRunError(
      `the run was stored by version ${head.state} (draws ${head.draws}) and this is version ${STATE_VERSION} (draws ${DRAW_SCHEME}): run the scenario again`,
    );
  }
  if (head.plan !== digestOf(plan))
    throw new StoredRunError(`the run was stored of another scenario than ${plan.name}`);
  const tally = new Tally(plan);
  const run = new PortRun(plan, { observer: tally });
  putIn(
    head.items.map((item) => reader.item(item)),
    run,
    tally,
  );
  return { run, tally };
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    // Columns are read where they stand, so the first must stand at a multiple of 8 bytes.
    this.#bytes = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  }

  head(): Head {
    const letters = this.#bytes.length < 16 ? "" : new TextDecoder().decode(this.#take(8));
    if (letters !== LETTERS) throw new StoredRunError("these bytes are no stored run");
    const [length] = this.#column("Float64Array", 1);
    const text = new TextDecoder().decode(this.#take(length));
    try {
      return JSON.parse(text, showInfinity) as Head;
    } catch {
      throw new StoredRunError("the head of the stored run cannot be read");
    }
  }

  item(item: Listed): Item {
    return "plain" in item ? item : this.#column(item[0], item[1]);
  }

  #column(kind: Kind, length: number): Column {
    const bytes = this.#take(length * KINDS[kind].BYTES_PER_ELEMENT);
    return new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
  }

  #take(length: number): Uint8Array {
    if (!(length >= 0) || this.#at + length > this.#bytes.length)
      throw new StoredRunError(`the stored run ends after ${this.#bytes.length} bytes, before it is whole`);
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += padded(length);
    return bytes;
  }
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;
const bytesOf = (column: Column): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
const isPlain = (item: Item): item is { readonly plain: unknown } => "plain" in item;

const listed = (item: Item): Listed => (isPlain(item) ? item : [item.constructor.name as Kind, item.length]);

/** JSON has no Infinity, which ends of effects may be. */
const ENDLESS = { infinity: true };
const hideInfinity = (_key: string, value: unknown): unknown => (value === Infinity ? ENDLESS : value);
const showInfinity = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "infinity" in value ? Infinity : value;

const digests = new WeakMap<PortPlan, string>();

function digestOf(plan: PortPlan): string {
  const known = digests.get(plan);
  if (known !== undefined) return known;
  const text = JSON.stringify(plan, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Column) : value,
  );
  const digest = createHash("sha256").update(text).digest("hex");
  digests.set(plan, digest);
  return digest;
}
