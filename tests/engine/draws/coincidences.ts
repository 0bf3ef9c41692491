/**
 * How often draws agree. Values that should never meet are counted in a table of fixed size: in several rounds, each of
 * which looks at a part of the values alone, so that 2^26 draws need 256 MB.
 */
import { runKey } from "../../../server/engine/draws.ts";
import type { DrawGenerator } from "../../../server/engine/draws.ts";
import { BASE, drawAt, highHalf, lowHalf } from "./addresses.ts";
import type { Address } from "./addresses.ts";
import { ofCoincidences } from "./figure.ts";
import type { Figure } from "./figure.ts";

/** Calls `use` with each of the draws, the same ones every time. */
export type Draws = (use: (u: number) => void) => void;

const VALUES_A_ROUND = 2 ** 24;

/** How many of so many whole numbers equal an earlier one; so many is a power of two where it is large. */
export function repeated(count: number, draws: Draws, view: (u: number) => number): number {
  const rounds = Math.ceil(count / VALUES_A_ROUND);
  // Half of the table stays empty: a part is rarely larger than the others by more than a thousandth.
  const size = 2 ** Math.ceil(Math.log2(count / rounds) + 1);
  const table = new Float64Array(size);
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    table.fill(-1);
    draws((u) => {
      const value = view(u);
      const high = Math.floor(value * 2 ** -32);
      let hash = Math.imul((value - high * 2 ** 32) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      if ((hash & (rounds - 1)) !== round) return;
      let at = (hash ^ (hash >>> 13)) & (size - 1);
      while (table[at] !== -1 && table[at] !== value) at = (at + 1) & (size - 1);
      if (table[at] === value) found++;
      table[at] = value;
    });
  }
  return found;
}

/** Draws as a port takes them: 16 purposes of 1024 entities of each day, 16 days a replication. */
export function drawsOfPort(generator: DrawGenerator, count: number): Draws {
  const keys = new Int32Array(6);
  return (use) => {
    for (let replication = 0, left = count; left > 0; replication++) {
      runKey(generator, 7, replication, keys, 0);
      for (let day = 0; day < 16; day++) {
        generator.absorb(keys, 0, 2, day);
        for (let entity = 0; entity < 1024; entity++) {
          generator.absorb(keys, 2, 4, entity);
          for (let purpose = 0; purpose < 16 && left > 0; purpose++, left--)
            use(generator.uniform(keys[4], keys[5], purpose));
        }
      }
    }
  };
}

/** Draws that differ in their last word alone: nothing but one mix stands between them. */
export const drawsOfOneKey =
  (generator: DrawGenerator, count: number): Draws =>
  (use) => {
    for (let i = 0; i < count; i++) use(generator.uniform(0x243f6a88, 0x13198a2e, i));
  };

/** All 52 bits of a draw. */
export const allBits = (u: number): number => Math.floor(u * 2 ** 52);

/** Pairs of draws that agree in all 52 bits. */
export function duplicates(of: typeof drawsOfPort) {
  return (generator: DrawGenerator, count: number): Figure =>
    ofCoincidences(repeated(count, of(generator, count), allBits), count ** 2 / 2 ** 53, "duplicates");
}

/** Draws that agree in so many bits of each half that 128 do by chance. */
export function partialDuplicates(of: typeof drawsOfPort, end: "high" | "low") {
  return (generator: DrawGenerator, count: number): Figure => {
    const range = count / 16;
    const step = 2 ** 26 / range;
    const view =
      end === "high"
        ? (u: number): number => Math.floor(highHalf(u) / step) * range + Math.floor(lowHalf(u) / step)
        : (u: number): number => (highHalf(u) % range) * range + (lowHalf(u) % range);
    const statistic = `duplicates of ${2 * Math.log2(range)} bits`;
    return ofCoincidences(repeated(count, of(generator, count), view), 128, statistic);
  };
}

/** Values that two days have in common, days being numbered by one word of the address. */
export function sharedBetweenDays(vary: "replication" | "day") {
  return (generator: DrawGenerator, count: number): Figure => {
    const days = Math.sqrt(count) / 4;
    const entities = count / days;
    const keys = new Int32Array(4);
    const draws: Draws = (use) => {
      for (let day = 0; day < days; day++) {
        runKey(generator, 1, vary === "replication" ? day : 0, keys, 0);
        generator.absorb(keys, 0, 0, vary === "day" ? day : 0);
        for (let entity = 0; entity < entities; entity++) {
          generator.absorb(keys, 0, 2, entity);
          use(generator.uniform(keys[2], keys[3], BASE.purpose));
        }
      }
    };
    return ofCoincidences(repeated(count, draws, allBits), count ** 2 / 2 ** 53, `shared by ${days} days`);
  };
}

/** Two words of the address that may change places. */
export const PAIRS: readonly (readonly [keyof Address, keyof Address])[] = [
  ["seed", "replication"],
  ["seed", "entity"],
  ["replication", "day"],
  ["replication", "entity"],
  ["day", "entity"],
  ["stream", "entity"],
  ["entity", "purpose"],
  ["entity", "occurrence"],
  ["purpose", "occurrence"],
];

/** Draws at addresses of which two words have changed places, one after the other: i, j and j, i for all j < i. */
export function swappedDraws(
  generator: DrawGenerator,
  [one, other]: (typeof PAIRS)[number],
  count: number,
): Draws {
  return (use) => {
    for (let i = 1, left = count; left > 0; i++) {
      for (let j = 0; j < i && left > 0; j++, left -= 2) {
        use(drawAt(generator, { ...BASE, [one]: i, [other]: j }));
        use(drawAt(generator, { ...BASE, [one]: j, [other]: i }));
      }
    }
  };
}

/** The same for keys whose two words change places. */
export const swappedKeys =
  (generator: DrawGenerator, count: number): Draws =>
  (use) => {
    for (let i = 0; i < count / 2; i++) {
      use(generator.uniform(i, i + count, 1));
      use(generator.uniform(i + count, i, 1));
    }
  };

export function sharedAfterSwap(generator: DrawGenerator, count: number): Figure {
  const sets = [...PAIRS.map((pair) => swappedDraws(generator, pair, count)), swappedKeys(generator, count)];
  const found = sets.reduce((sum, draws) => sum + repeated(count, draws, allBits), 0);
  return ofCoincidences(found, (sets.length * count ** 2) / 2 ** 53, "shared after a swap");
}
