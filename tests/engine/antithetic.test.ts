/** Antithetic draws: exactly the others, from the same keys. */
import { describe, expect, test } from "vitest";
import { CIPHER, MIX, OF_HOST } from "../../server/core/constants.ts";
import type { CoreHost } from "../../server/engine/core-host.ts";
import { Core } from "../../server/engine/core.ts";
import { mix } from "../../server/engine/draws.ts";

const DRAWS = 2_000;
/** The 52 bits that a draw is made of, as a number. */
const bitsOf = (u: number): number => (u * 2 ** 53 - 1) / 2;

function coreOf(kind: number, isAntithetic: boolean): Core["exports"] {
  const core = new Core();
  core.host = { uniform: mix.uniform } as CoreHost;
  core.exports.setGenerator(kind);
  core.exports.setAntithetic(isAntithetic);
  return core.exports;
}

const drawnBy = (kind: number, isAntithetic: boolean): readonly number[] => {
  const { uniform } = coreOf(kind, isAntithetic);
  return Array.from({ length: DRAWS }, (_, i) => uniform(i, -3 * i, 7 * i));
};

describe.each([
  ["the engine's own generator", MIX],
  ["the cipher", CIPHER],
  ["a generator that the host brings", OF_HOST],
])("%s", (_, kind) => {
  test("gives 1 minus each draw: the number of all its bits the other way round", () => {
    const [ordinary, other] = [drawnBy(kind, false), drawnBy(kind, true)];
    expect(other).toEqual(ordinary.map((u) => 1 - u));
    const sums = new Set(ordinary.map((u, i) => bitsOf(u) + bitsOf(other[i]!)));
    expect([...sums]).toEqual([2 ** 52 - 1]);
  });

  test("gives the draws themselves again when it is no longer asked for the others", () => {
    const { setAntithetic, uniform } = coreOf(kind, true);
    setAntithetic(false);
    expect(uniform(1, 2, 3)).toBe(coreOf(kind, false).uniform(1, 2, 3));
  });
});

test("keys are the same", () => {
  const keys = [false, true].map((isAntithetic) => {
    const core = new Core();
    core.exports.setAntithetic(isAntithetic);
    core.exports.absorbInto(1, 2, 3);
    return [...core.ints(core.exports.keyAt(), 2)];
  });
  expect(keys[1]).toEqual(keys[0]);
});
