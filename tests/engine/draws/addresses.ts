/** Addresses as a port forms them, and the series of draws that follow when one word of an address counts up. */
import { nameWord, runKey } from "../../../server/engine/draws.ts";
import type { DrawGenerator } from "../../../server/engine/draws.ts";

/** The words of an address, in the order in which they are absorbed. */
export type Address = {
  readonly seed: number;
  readonly replication: number;
  readonly day: number;
  readonly stream: number;
  readonly entity: number;
  readonly purpose: number;
  readonly occurrence: number;
};

export const BASE: Address = {
  seed: 20_240_312,
  replication: 3,
  day: 2,
  stream: nameWord("northbound laden"),
  entity: 517,
  purpose: nameWord("service"),
  occurrence: 0,
};

const key = new Int32Array(2);

export function drawAt(generator: DrawGenerator, address: Address): number {
  runKey(generator, address.seed, address.replication, key, 0);
  generator.absorb(key, 0, 0, address.day);
  generator.absorb(key, 0, 0, address.stream);
  generator.absorb(key, 0, 0, address.entity);
  generator.absorb(key, 0, 0, address.purpose);
  return generator.uniform(key[0], key[1], address.occurrence);
}

/** The two halves of a draw, 26 bits each. */
export const highHalf = (u: number): number => Math.floor(u * 2 ** 26);
export const lowHalf = (u: number): number => Math.floor(u * 2 ** 52) % 2 ** 26;

export type Series = {
  readonly along: string;
  readonly at: (generator: DrawGenerator, i: number) => number;
};

/** Bit i of a key of 64, all others being 0. */
export const singleBit = (i: number): readonly [number, number] =>
  i < 32 ? [1 << i, 0] : [0, 1 << (i - 32)];

export const SERIES: readonly Series[] = [
  { along: "seed", at: (g, i) => drawAt(g, { ...BASE, seed: i }) },
  {
    along: "upper half of the seed",
    at: (g, i) => drawAt(g, { ...BASE, seed: (i % 2 ** 21) * 2 ** 32 + (i >> 21) }),
  },
  { along: "replication", at: (g, i) => drawAt(g, { ...BASE, replication: i }) },
  { along: "day", at: (g, i) => drawAt(g, { ...BASE, day: i }) },
  { along: "stream", at: (g, i) => drawAt(g, { ...BASE, stream: i }) },
  { along: "entity", at: (g, i) => drawAt(g, { ...BASE, entity: i }) },
  { along: "purpose", at: (g, i) => drawAt(g, { ...BASE, purpose: i }) },
  { along: "occurrence", at: (g, i) => drawAt(g, { ...BASE, occurrence: i }) },
  {
    along: "entity, its halves in turn",
    at: (g, i) => drawAt(g, { ...BASE, entity: (i << 16) | (i >>> 16) }),
  },
  {
    along: "replication within seed",
    at: (g, i) => drawAt(g, { ...BASE, seed: i >> 3, replication: i & 7 }),
  },
  { along: "purpose within entity", at: (g, i) => drawAt(g, { ...BASE, entity: i >> 3, purpose: i & 7 }) },
  { along: "first half of the key", at: (g, i) => g.uniform(i, 0, 0) },
  { along: "second half of the key", at: (g, i) => g.uniform(0, i, 0) },
  { along: "single-bit keys", at: (g, i) => g.uniform(...singleBit(i & 63), i >> 6) },
];
