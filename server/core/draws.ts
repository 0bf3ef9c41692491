/**
 * Addressed random draws. A draw is not the next number of a stream but the number at an address: seed, replication,
 * day, stream, entity, purpose, occurrence. Each word of the address is absorbed, one after the other, into a key that
 * is already mixed. Two address words are never combined with each other before a mix: a generator that does so passes
 * the usual tests while replications share their numbers in another order.
 *
 * A key is a pair of 32-bit words that stands at [i, i + 1] of a column, so that a key that many draws begin with
 * (a day's, a vehicle's) is computed once and kept.
 */
import { CIPHER, MIX } from "./constants";
import * as host from "./host";
import { Ints } from "./memory";
import { threefry } from "./threefry";

/** A bit beside the kind of the generator: draws are 1 minus its own. */
const ANTITHETIC = 4;

@unmanaged
class Generator {
  /** Its kind, and whether antithetic: one comparison tells an ordinary draw. */
  way: i32;
}

const generator = changetype<Generator>(memory.data(offsetof<Generator>(), 8));
/** A key for callers from outside, and the text that the cipher gives. */
const KEY = changetype<Ints>(memory.data(8, 8));
const TEXT = changetype<Ints>(memory.data(8, 8));

export function setGenerator(kind: i32): void {
  generator.way = (generator.way & ANTITHETIC) | kind;
}

/** Whether each draw from now on is 1 minus what it would be: exactly the number of all its bits the other way round. */
export function setAntithetic(is: bool): void {
  generator.way = kindOfDraws() | (is ? ANTITHETIC : 0);
}

function kindOfDraws(): i32 {
  return generator.way & ~ANTITHETIC;
}

export function keyAt(): usize {
  return changetype<usize>(KEY);
}

/** Mixes a word of the address into the key (a, b) and writes the key that results where `keyAt` says. */
export function absorbInto(a: i32, b: i32, word: i32): void {
  KEY[0] = a;
  KEY[1] = b;
  absorb(KEY, 0, 0, word);
}

/** Mixes a word of the address into the key at `from` and writes the key that results at `to`. */
export function absorb(keys: Ints, from: i32, to: i32, word: i32): void {
  const kind = kindOfDraws();
  if (kind === MIX) return mixAbsorb(keys, from, to, word);
  if (kind === CIPHER) return threefry(keys[from], keys[from + 1], word, 0, keys, to);
  host.absorb(keys[from], keys[from + 1], word);
  keys[to] = KEY[0];
  keys[to + 1] = KEY[1];
}

/** The draw at the key (a, b) and a last word of the address: above 0, below 1, and 1 minus it is exact. */
export function uniform(a: i32, b: i32, word: i32): f64 {
  const way = generator.way;
  if (way === MIX) return mixUniform(a, b, word);
  return way < ANTITHETIC ? drawn(way, a, b, word) : 1 - drawn(kindOfDraws(), a, b, word);
}

function drawn(kind: i32, a: i32, b: i32, word: i32): f64 {
  if (kind === MIX) return mixUniform(a, b, word);
  if (kind !== CIPHER) return host.uniform(a, b, word);
  threefry(a, b, word, 1, TEXT, 0);
  return unitInterval(TEXT[0], TEXT[1]);
}

/** Two words as a number in (0, 1): the high 26 bits of each, and half a step. Every operation is exact. */
function unitInterval(high: i32, low: i32): f64 {
  return (
    <f64>((<u32>high) >> 6) * (1.0 / 67108864) + (<f64>((<u32>low) >> 6) + 0.5) * (1.0 / 4503599627370496)
  );
}

/**
 * The generator of the engine: two lanes of 32 bits. A word of the address enters both lanes, in different ways, and
 * four multiplications, each of one lane into which the other has been folded, carry every bit to every bit. For a
 * fixed word the step from key to key is a bijection, and for a fixed key different words give different keys.
 * Constants are odd numbers of known integer hashes; draws and keys use different ones to take the word in, so that no
 * draw is a part of a key.
 */
function mixAbsorb(keys: Ints, from: i32, to: i32, word: i32): void {
  let x: u32 = keys[from] ^ (word * 0x9e3779b1);
  let y: u32 = keys[from + 1] + word * 0x85ebca6b;
  x = (x ^ (x >> 16)) * 0x7feb352d;
  y = (y ^ (y >> 16) ^ x ^ (x >> 15)) * 0x846ca68b;
  x = (x ^ y ^ (y >> 15)) * 0xc2b2ae35;
  y = (y ^ x ^ (x >> 16)) * 0x27d4eb2f;
  x ^= y ^ (y >> 15);
  keys[to] = x;
  keys[to + 1] = y ^ (x >> 16);
}

function mixUniform(a: i32, b: i32, word: i32): f64 {
  let x: u32 = a ^ (word * 0xcc9e2d51 + 0x3c6ef372);
  let y: u32 = b + word * 0x1b873593;
  x = (x ^ (x >> 16)) * 0x7feb352d;
  y = (y ^ (y >> 16) ^ x ^ (x >> 15)) * 0x846ca68b;
  x = (x ^ y ^ (y >> 15)) * 0xc2b2ae35;
  y = (y ^ x ^ (x >> 16)) * 0x27d4eb2f;
  x ^= y ^ (y >> 15);
  return unitInterval(x, y ^ (x >> 16));
}
