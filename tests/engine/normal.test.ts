/** The normal quantile, against values of 120 digits. */
import { expect, test } from "vitest";
import { mix } from "../../server/engine/draws.ts";
import { normalQuantile } from "../../server/engine/normal.ts";

const QUANTILES: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-30, -11.464024688443615],
  [1.1102230246251565e-16, -8.209536151601387],
  [1e-15, -7.941345326170997],
  [1e-12, -7.034483825301132],
  [1e-9, -5.9978070150076865],
  [1e-6, -4.753424308822899],
  [0.0001, -3.7190164854556804],
  [0.001, -3.0902323061678136],
  [0.01, -2.326347874040841],
  [0.025, -1.9599639845400543],
  [0.05, -1.6448536269514726],
  [0.0749999, -1.4395321773759007],
  [0.0750001, -1.4395307645017297],
  [0.1, -1.2815515655446004],
  [0.2, -0.8416212335729142],
  [0.25, -0.6744897501960817],
  [0.3, -0.5244005127080408],
  [0.4, -0.2533471031357997],
  [0.4999, -0.00025066283008800747],
  [0.6, 0.2533471031357997],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446006],
  [0.925001, 1.4395385353452304],
  [0.975, 1.9599639845400538],
  [0.99, 2.3263478740408408],
  [0.999999, 4.753424308817087],
  [0.9999999999999999, 8.209536151601387],
];

test.each(QUANTILES)("the quantile at %d has a relative error below 1e-15", (p, z) => {
  expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-15);
});

test("the median is zero, and the tails mirror each other", () => {
  expect(normalQuantile(0.5)).toBe(0);
  for (let i = 0; i < 1000; i++) {
    const u = mix.uniform(1, 1, i);
    expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
  }
});

test("the quantile rises, across the seams of its three approximations too", () => {
  const farTail = 1.3887943864964021e-11;
  for (const seam of [farTail, 0.075, 0.5, 0.925, 1 - farTail]) {
    const step = seam < 0.5 ? seam * 1e-10 : 2 ** -50;
    for (let i = -10; i < 10; i++) {
      expect(normalQuantile(seam + i * step)).toBeLessThan(normalQuantile(seam + (i + 1) * step));
    }
  }
});

test("certainty is infinite, and what is no probability has no quantile", () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(normalQuantile(1.1)).toBeNaN();
  expect(normalQuantile(NaN)).toBeNaN();
});
