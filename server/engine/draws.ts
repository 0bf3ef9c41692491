/**
 * Addressed random draws. A draw is not the next number of a stream but the number at an address: seed, replication,
 * day, stream, entity, purpose, occurrence. Each word of the address is absorbed, one after the other, into a key that
 * is already mixed. Two address words are never combined with each other before a mix: a generator that does so passes
 * the usual tests while replications share their numbers in another order.
 *
 * A key is a pair of 32-bit words that stands at [i, i + 1] of an Int32Array, so that a key that many draws begin with
 * (a day's, a vehicle's) is computed once and kept.
 */
import { threefry2x32 } from "./threefry.ts";

/** Changes whenever any address would yield another number than before; it is itself a part of every key. */
export const DRAW_SCHEME = 1;

export interface DrawGenerator {
  /** Mixes a word of the address into the key at `from` and writes the key that results at `to`. */
  absorb(keys: Int32Array, from: number, to: number, word: number): void;
  /** The draw at the key (a, b) and a last word of the address: above 0, below 1, and 1 minus it is exact. */
  uniform(a: number, b: number, word: number): number;
}

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_26 = 1 / 67108864;
const TWO_TO_MINUS_52 = 1 / 4503599627370496;

/** Two words as a number in (0, 1): the high 26 bits of each, and half a step. Every operation is exact. */
function unitInterval(high: number, low: number): number {
  return (high >>> 6) * TWO_TO_MINUS_26 + ((low >>> 6) + 0.5) * TWO_TO_MINUS_52;
}

/**
 * The generator of the engine: two lanes of 32 bits. A word of the address enters both lanes, in different ways, and
 * four multiplications, each of one lane into which the other has been folded, carry every bit to every bit. For a
 * fixed word the step from key to key is a bijection, and for a fixed key different words give different keys.
 * Constants are odd numbers of known integer hashes; draws and keys use different ones to take the word in, so that no
 * draw is a part of a key.
 */
export const mix: DrawGenerator = {
  absorb(keys, from, to, word) {
    let x = keys[from] ^ Math.imul(word, 0x9e3779b1);
    let y = keys[from + 1] + Math.imul(word, 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    y = Math.imul(y ^ (y >>> 16) ^ x ^ (x >>> 15), 0x846ca68b);
    x = Math.imul(x ^ y ^ (y >>> 15), 0xc2b2ae35);
    y = Math.imul(y ^ x ^ (x >>> 16), 0x27d4eb2f);
    x ^= y ^ (y >>> 15);
    keys[to] = x;
    keys[to + 1] = y ^ (x >>> 16);
  },

  uniform(a, b, word) {
    let x = a ^ (Math.imul(word, 0xcc9e2d51) + 0x3c6ef372);
    let y = b + Math.imul(word, 0x1b873593);
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    y = Math.imul(y ^ (y >>> 16) ^ x ^ (x >>> 15), 0x846ca68b);
    x = Math.imul(x ^ y ^ (y >>> 15), 0xc2b2ae35);
    y = Math.imul(y ^ x ^ (x >>> 16), 0x27d4eb2f);
    x ^= y ^ (y >>> 15);
    return unitInterval(x, y ^ (x >>> 16));
  },
};

const cipherText = new Int32Array(2);

/** The same addresses answered by a cipher: two to three times slower, and beyond doubt. Tests compare the two. */
export const threefry: DrawGenerator = {
  absorb(keys, from, to, word) {
    threefry2x32(keys[from], keys[from + 1], word, 0, keys, to);
  },

  uniform(a, b, word) {
    threefry2x32(a, b, word, 1, cipherText, 0);
    return unitInterval(cipherText[0], cipherText[1]);
  },
};

/** Writes the key that every draw of one replication begins with. */
export function runKey(
  generator: DrawGenerator,
  seed: number,
  replication: number,
  out: Int32Array,
  at: number,
): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`a seed is a whole number from 0 to 2^53 - 1, got ${seed}`);
  if (!Number.isInteger(replication) || replication < 0)
    throw new Error(`a replication is a whole number from 0, got ${replication}`);
  const highHalf = Math.floor(seed / TWO_TO_32);
  out[at] = 0x6a09e667;
  out[at + 1] = 0xbb67ae85;
  generator.absorb(out, at, at, DRAW_SCHEME);
  generator.absorb(out, at, at, (seed - highHalf * TWO_TO_32) | 0);
  generator.absorb(out, at, at, highHalf);
  generator.absorb(out, at, at, replication);
}

/**
 * The address word of a stream or a purpose, from its name: adding a stage to a scenario renumbers nothing.
 * FNV-1a over the UTF-16 code units, then the finalizer of MurmurHash3.
 */
export function nameWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
