/** Generators with a known fault: a test of draws is worth something when it finds them out. */
import { mix } from "../../../server/engine/draws.ts";
import type { DrawGenerator } from "../../../server/engine/draws.ts";
import { sequentialUniforms, unitOf } from "../statistics.ts";
import { highHalf } from "./addresses.ts";

export type Fault = keyof typeof BROKEN;

const PHI = 0.6180339887498949;

export const BROKEN = {
  /** Words of the address meet before they are mixed, so that replications are shuffles of each other. */
  "words combined before the mix": {
    absorb: (keys, from, to, word) => {
      keys[to] = keys[from] ^ word;
      keys[to + 1] = keys[from + 1];
    },
    uniform: mix.uniform,
  },
  /** Products without the shifts that bring high bits down: the low bits of a word see only lower ones. */
  "products alone": {
    absorb: (keys, from, to, word) => {
      keys[to] = Math.imul(keys[from] ^ word, 0x7feb352d);
      keys[to + 1] = Math.imul(keys[from + 1] + word, 0x846ca68b);
    },
    uniform: (a, b, word) =>
      unitOf(Math.imul(a ^ Math.imul(word, 0xcc9e2d51), 0x7feb352d), Math.imul(b + word, 0x846ca68b)),
  },
  /** The last four of 52 bits count along the last word. */
  "weak low bits": {
    absorb: mix.absorb,
    uniform: (a, b, word) => {
      const u = mix.uniform(a, b, word);
      const last = Math.floor(u * 2 ** 52) % 16;
      return u + (((a + word) & 15) - last) * 2 ** -52;
    },
  },
  /** The second half is made of the first. */
  "half the bits": {
    absorb: mix.absorb,
    uniform: (a, b, word) => {
      const high = highHalf(mix.uniform(a, b, word));
      return unitOf(high << 6, Math.imul(high, 0x9e3779b1));
    },
  },
  /** Steps of the golden section along the last word: no two draws come near each other. */
  "spread too evenly": {
    absorb: mix.absorb,
    uniform: (a, b, word) => (mix.uniform(a, b, 0) + (word >>> 0) * PHI) % 1,
  },
} satisfies Readonly<Record<string, DrawGenerator>>;

/** No addresses at all: one draw after the other, as most simulators do it. */
export function sequential(seed: number): DrawGenerator {
  const next = sequentialUniforms(seed);
  return { absorb: () => {}, uniform: next };
}
