/** Addressed draws: the contract, known answers, and names as address words. How random they are is tested apart. */
import { describe, expect, test } from "vitest";
import { DRAW_SCHEME, mix, nameWord, runKey, threefry } from "../../server/engine/draws.ts";
import { threefry2x32 } from "../../server/engine/threefry.ts";

/** The draw at an address of any length, below a run. */
function draw(seed: number, replication: number, ...address: readonly number[]): number {
  const key = new Int32Array(2);
  runKey(mix, seed, replication, key, 0);
  for (const word of address.slice(0, -1)) mix.absorb(key, 0, 0, word);
  return mix.uniform(key[0], key[1], address.at(-1) ?? 0);
}

describe.each([
  ["mix", mix],
  ["threefry", threefry],
])("%s", (_, generator) => {
  test("a draw is an odd multiple of 2^-53, so neither 0 nor 1, and 1 minus it is exact", () => {
    const wrong: number[] = [];
    for (let i = 0; i < 20_000; i++) {
      const u = generator.uniform(i, -i, i);
      const steps = u * 2 ** 53;
      const isOdd = Number.isInteger(steps) && steps % 2 === 1;
      if (!isOdd || u <= 0 || u >= 1 || 1 - (1 - u) !== u) wrong.push(u);
    }
    expect(wrong).toEqual([]);
  });

  test("a key can be absorbed into its own place or another", () => {
    const keys = new Int32Array([1, 2, 3, 4, 5, 6]);
    generator.absorb(keys, 2, 4, 99);
    expect([...keys.subarray(0, 4)]).toEqual([1, 2, 3, 4]);
    const elsewhere = [...keys.subarray(4)];
    generator.absorb(keys, 2, 2, 99);
    expect([...keys]).toEqual([1, 2, ...elsewhere, ...elsewhere]);
  });

  test("only the 32 bits of an address word count", () => {
    expect(generator.uniform(1, 2, -1)).toBe(generator.uniform(1, 2, 0xffffffff));
  });

  test("both halves of the seed, the replication and every word decide", () => {
    const key = (seed: number, replication: number): string => {
      const out = new Int32Array(2);
      runKey(generator, seed, replication, out, 0);
      return out.join();
    };
    const keys = [key(1, 0), key(0, 1), key(0, 0), key(2 ** 32, 0), key(2 ** 32 + 1, 0), key(2 ** 53 - 1, 0)];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("a run's key can stand anywhere", () => {
  const out = new Int32Array(6);
  runKey(mix, 5, 6, out, 0);
  runKey(mix, 5, 6, out, 4);
  expect([...out.subarray(4)]).toEqual([...out.subarray(0, 2)]);
  expect([...out.subarray(2, 4)]).toEqual([0, 0]);
});

test.each([-1, 0.5, NaN, 2 ** 53])("the seed %d is refused", (seed) => {
  expect(() => runKey(mix, seed, 0, new Int32Array(2), 0)).toThrow(`got ${seed}`);
});

test.each([-1, 0.5, NaN])("the replication %d is refused", (replication) => {
  expect(() => runKey(mix, 0, replication, new Int32Array(2), 0)).toThrow(`got ${replication}`);
});

/** Undoes the step from key to key, which so is a bijection for every word. */
function keyBefore(a: number, b: number, word: number): readonly number[] {
  const unfold = (x: number, shift: number): number => {
    let folded = x;
    for (let i = 0; i < 32 / shift; i++) folded = x ^ (folded >>> shift);
    return folded;
  };
  const inverse = (factor: number): number => {
    let result = factor;
    for (let i = 0; i < 5; i++) result = Math.imul(result, 2 - Math.imul(factor, result));
    return result;
  };
  let x = a;
  let y = b ^ (x >>> 16);
  x ^= y ^ (y >>> 15);
  y = Math.imul(y, inverse(0x27d4eb2f)) ^ x ^ (x >>> 16);
  x = Math.imul(x, inverse(0xc2b2ae35)) ^ y ^ (y >>> 15);
  y = unfold(Math.imul(y, inverse(0x846ca68b)) ^ x ^ (x >>> 15), 16);
  x = unfold(Math.imul(x, inverse(0x7feb352d)), 16);
  return [x ^ Math.imul(word, 0x9e3779b1), (y - Math.imul(word, 0x85ebca6b)) | 0];
}

test("the mix of a key can be undone, so different keys never become one", () => {
  const keys = new Int32Array(4);
  for (let i = 0; i < 1000; i++) {
    keys[0] = mix.uniform(1, i, 1) * 2 ** 32;
    keys[1] = mix.uniform(1, i, 2) * 2 ** 32;
    const word = mix.uniform(1, i, 3) * 2 ** 32;
    mix.absorb(keys, 0, 2, word);
    expect(keyBefore(keys[2], keys[3], word)).toEqual([keys[0], keys[1]]);
  }
});

describe("known answers", () => {
  test("the numbers of this scheme never change", () => {
    expect(DRAW_SCHEME).toBe(1);
    expect([
      draw(0, 0, 0),
      draw(1, 0, 0),
      draw(0, 1, 0),
      draw(1, 2, 3),
      draw(1, 2, 3, 4),
      draw(1, 2, 3, 4, 5),
      draw(1, 2, 3, 4, 5, 6),
      draw(2 ** 32, 2, 3, 4, 5, 6),
      draw(2 ** 53 - 1, 999, 364, 4, 20_000, 6),
      draw(20_240_312, 19, nameWord("primary"), 8000, nameWord("service")),
    ]).toEqual([
      0.46711623540850644, 0.8652532892657304, 0.8907588119868178, 0.7963232676254558, 0.8145090140134804,
      0.10452088322359565, 0.22671788897654432, 0.48050525252410037, 0.7164775687214323, 0.652840110723553,
    ]);
  });

  test.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [-1, -1, -1, -1, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])("threefry of key %i %i and counter %i %i, as its authors published", (k0, k1, c0, c1, x, y) => {
    const out = new Int32Array(2);
    threefry2x32(k0, k1, c0, c1, out, 0);
    expect([...out]).toEqual([x | 0, y | 0]);
  });
});

describe("names as address words", () => {
  test("a name always gives the same word", () => {
    expect([nameWord(""), nameWord("service"), nameWord("patience")]).toEqual([
      -1421968373, -250916313, 623410423,
    ]);
  });

  test("ten thousand names of a kind give ten thousand words, equally likely in their high and low bits", () => {
    const words = new Set<number>();
    const high = new Int32Array(64);
    const low = new Int32Array(64);
    for (let i = 0; i < 10_000; i++) {
      const word = nameWord(`stage${i}`);
      words.add(word);
      high[word >>> 26]++;
      low[word & 63]++;
    }
    expect(words.size).toBe(10_000);
    for (const counts of [high, low]) {
      expect(Math.max(...counts)).toBeLessThan(230);
      expect(Math.min(...counts)).toBeGreaterThan(90);
    }
  });

  test("letters in another order, case or place give another word", () => {
    const names = ["ab", "ba", "aB", "Ab", "a", "b", "a b", "abc", "acb", "cab", "é", "e", "検査"];
    expect(new Set(names.map(nameWord)).size).toBe(names.length);
  });
});
