/** What the statistical tests share: tests of counts as normal deviates, and a generator of the usual, sequential kind. */

/**
 * How far counts are from equally likely cells, as a standard normal deviate (chi-square by Wilson and Hilferty).
 * Beyond 5 either way is a matter of 6 in 10 million.
 */
export function deviateOfCounts(counts: ArrayLike<number>, total: number): number {
  const expected = total / counts.length;
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) chiSquare += (counts[i] - expected) ** 2 / expected;
  return deviateOfChiSquare(chiSquare, counts.length - 1);
}

export function deviateOfChiSquare(chiSquare: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  return (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

export function variance(values: ArrayLike<number>): number {
  const center = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - center) ** 2;
  return sum / (values.length - 1);
}

/** The correlation of two series times the root of their length: a standard normal deviate where there is none. */
export function deviateOfCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = mean(x);
  const meanY = mean(y);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] - meanX) * (y[i] - meanY);
  return sum / Math.sqrt(variance(x) * variance(y) * x.length);
}

/** Two words of 32 bits as a draw: the high 26 bits of each, and half a step. */
export const unitOf = (high: number, low: number): number =>
  ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52;

/** Xoshiro128** of Blackman and Vigna: uniforms of one stream, the reference for the spread between days. */
export function sequentialUniforms(seed: number): () => number {
  let state = seed | 0;
  const scrambled = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let s0 = scrambled();
  let s1 = scrambled();
  let s2 = scrambled();
  let s3 = scrambled();
  const word = (): number => {
    const product = Math.imul(s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  };
  return () => unitOf(word(), word());
}
