/**
 * Addressed random draws. A draw is not the next number of a stream but the number at an address: seed, replication,
 * day, stream, entity, purpose, occurrence. Each word of the address is absorbed, one after the other, into a key that
 * is already mixed. Two address words are never combined with each other before a mix: a generator that does so passes
 * the usual tests while replications share their numbers in another order.
 *
 * A key is a pair of 32-bit words that stands at [i, i + 1] of an Int32Array, so that a key that many draws begin with
 * (a day's, a vehicle's) is computed once and kept.
 */
import { CIPHER, MIX, OF_HOST } from "../core/constants.ts";
import { Core } from "./core.ts";
import { SHARED } from "./shared-core.ts";

/** Changes whenever any address would yield another number than before; it is itself a part of every key. */
export const DRAW_SCHEME = 1;

export interface DrawGenerator {
  /** Mixes a word of the address into the key at `from` and writes the key that results at `to`. */
  absorb(keys: Int32Array, from: number, to: number, word: number): void;
  /** The draw at the key (a, b) and a last word of the address: above 0, below 1, and 1 minus it is exact. */
  uniform(a: number, b: number, word: number): number;
}

const TWO_TO_32 = 4294967296;

/** One of the generators of server/core/draws.ts. */
function generatorOf(core: Core): DrawGenerator {
  const { absorbInto, keyAt, uniform } = core.exports;
  const key = core.ints(keyAt(), 2);
  return {
    absorb(keys, from, to, word) {
      absorbInto(keys[from], keys[from + 1], word);
      keys[to] = key[0];
      keys[to + 1] = key[1];
    },
    uniform,
  };
}

/** The generator of the engine. */
export const mix = generatorOf(SHARED);

let cipher: DrawGenerator | null = null;

/** Made when it is first asked for: hardly any run needs it. */
function theCipher(): DrawGenerator {
  if (cipher === null) {
    const core = new Core();
    core.exports.setGenerator(CIPHER);
    cipher = generatorOf(core);
  }
  return cipher;
}

/** The same addresses answered by a cipher: two to three times slower, and beyond doubt. Tests compare the two. */
export const threefry: DrawGenerator = {
  absorb: (keys, from, to, word) => theCipher().absorb(keys, from, to, word),
  uniform: (a, b, word) => theCipher().uniform(a, b, word),
};

/** Lets a core draw by a generator; for one of another's making it asks its host. */
export function drawBy(core: Core, generator: DrawGenerator): void {
  core.exports.setGenerator(generator === mix ? MIX : generator === threefry ? CIPHER : OF_HOST);
}

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
