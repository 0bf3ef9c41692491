/**
 * Quantiles of the gamma distribution with mean 1, one uniform a variate. There is no closed form: shapes up to
 * LARGE_SHAPE are tabulated, larger ones are close enough to normal for a short expansion.
 *
 * The table covers the probability of the nearer tail, from 2^-53 to a half, with eight cells an octave, so that both
 * tails keep their relative precision. A cell holds the quintic that takes the value, slope and curvature of the exact
 * quantile at both its ends. Below shape 1 the quantile falls too fast toward zero, and the table holds its power with
 * the shape for exponent, which is nearly linear there. The relative error of a quantile is below 1e-7.
 */
import { CELL_WIDTH, CELLS_PER_OCTAVE, LARGE_SHAPE, OCTAVES } from "../core/constants.ts";
import { exp, log } from "./elementary.ts";

const LOWEST_TAIL = 1 / 9007199254740992;
const CELLS = OCTAVES * CELLS_PER_OCTAVE;
/** The upper tail stands behind the lower one. A cell: where it begins, its cells per unit of probability, six coefficients. */
const UPPER_TAIL = CELLS * CELL_WIDTH;

/** How many tables are kept. Scenarios use a handful of shapes; a table is 53 KB and takes a few milliseconds. */
const KEPT_TABLES = 64;
const keptTables = new Map<number, Float64Array>();

const NO_TABLE = new Float64Array(0);

/** The table that the quantile (server/core/gamma.ts) needs for a shape; empty where it needs none. */
export function gammaTable(shape: number): Float64Array {
  if (shape > LARGE_SHAPE) return NO_TABLE;
  const kept = keptTables.get(shape);
  if (kept !== undefined) return kept;
  if (keptTables.size >= KEPT_TABLES) {
    for (const oldest of keptTables.keys()) {
      keptTables.delete(oldest);
      break;
    }
  }
  const table = new Float64Array(2 * UPPER_TAIL);
  fillTail(table, 0, shape, 1);
  fillTail(table, UPPER_TAIL, shape, -1);
  keptTables.set(shape, table);
  return table;
}

/** Fills the cells of one tail; `direction` is how the quantile goes with the tail's probability. */
function fillTail(table: Float64Array, start: number, shape: number, direction: 1 | -1): void {
  const tailAt = direction === 1 ? logOfLowerTail : logOfUpperTail;
  let logQuantile = logOfMedian(shape);
  let tail = 0.5;
  let end: QuantileNode = nodeAt(shape, direction, logQuantile);
  for (let cell = CELLS - 1; cell >= 0; cell--) {
    const octave = Math.floor(cell / CELLS_PER_OCTAVE);
    const lowest = LOWEST_TAIL * powerOfTwo(octave);
    const width = lowest / CELLS_PER_OCTAVE;
    const begin = lowest + (cell - octave * CELLS_PER_OCTAVE) * width;
    const logTail = log(begin);
    // Along the tail, the logarithm of the quantile goes with that of the probability by the inverse of its elasticity.
    logQuantile += direction * ((logTail - log(tail)) / elasticity(shape, logQuantile, log(tail)));
    logQuantile = solve(shape, logTail, logQuantile, direction, tailAt);
    const node = nodeAt(shape, direction, logQuantile);
    writeCell(table, start + cell * CELL_WIDTH, begin, width, node, end);
    end = node;
    tail = begin;
  }
}

function powerOfTwo(exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power *= 2;
  return power;
}

/** What the table holds at one probability, and its first two derivatives by it. */
interface QuantileNode {
  readonly value: number;
  readonly slope: number;
  readonly curvature: number;
}

function nodeAt(shape: number, direction: 1 | -1, logQuantile: number): QuantileNode {
  const quantile = exp(logQuantile);
  const quantileSlope = direction * exp(quantile + logGamma(shape) - (shape - 1) * logQuantile);
  if (shape < 1) {
    const slope = direction * exp(quantile + logGamma(shape + 1));
    return { value: exp(shape * logQuantile), slope, curvature: slope * quantileSlope };
  }
  const logDensitySlope = (shape - 1) / quantile - 1;
  const curvature = -logDensitySlope * quantileSlope * quantileSlope;
  return { value: quantile / shape, slope: quantileSlope / shape, curvature: curvature / shape };
}

function writeCell(
  table: Float64Array,
  row: number,
  begin: number,
  width: number,
  from: QuantileNode,
  to: QuantileNode,
): void {
  const rise = to.value - from.value;
  const slopeFrom = from.slope * width;
  const slopeTo = to.slope * width;
  const bendFrom = (from.curvature * width * width) / 2;
  const bendTo = (to.curvature * width * width) / 2;
  table[row] = begin;
  table[row + 1] = 1 / width;
  table[row + 2] = from.value;
  table[row + 3] = slopeFrom;
  table[row + 4] = bendFrom;
  table[row + 5] = 10 * rise - 6 * slopeFrom - 4 * slopeTo - 3 * bendFrom + bendTo;
  table[row + 6] = -15 * rise + 8 * slopeFrom + 7 * slopeTo + 3 * bendFrom - 2 * bendTo;
  table[row + 7] = 6 * rise - 3 * slopeFrom - 3 * slopeTo - bendFrom + bendTo;
}

/**
 * The logarithm of the quantile whose tail has the given logarithm, by Newton's method. Both tails are concave in the
 * logarithm of the quantile, so the steps cannot cycle.
 */
function solve(
  shape: number,
  logTail: number,
  guess: number,
  direction: 1 | -1,
  tailAt: (shape: number, logQuantile: number) => number,
): number {
  let logQuantile = guess;
  for (let i = 0; i < 100; i++) {
    const found = tailAt(shape, logQuantile);
    const step = (direction * (logTail - found)) / elasticity(shape, logQuantile, found);
    logQuantile += step;
    // The error after a step goes with the square of the step.
    if (Math.abs(step) < 1e-8) return logQuantile;
  }
  throw new Error(`the gamma quantile of shape ${shape} at tail ${exp(logTail)} was not found`);
}

/** How many percent a tail changes when its quantile changes by one. */
function elasticity(shape: number, logQuantile: number, logTail: number): number {
  return exp(shape * logQuantile - exp(logQuantile) - logGamma(shape) - logTail);
}

/** The probability of staying below, as a logarithm: the series of the incomplete gamma function. */
function logOfLowerTail(shape: number, logQuantile: number): number {
  const x = exp(logQuantile);
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return shape * logQuantile - x - logGamma(shape + 1) + log(sum);
}

/** The probability of exceeding, as a logarithm: in the far tail the continued fraction, by the method of Lentz. */
function logOfUpperTail(shape: number, logQuantile: number): number {
  const x = exp(logQuantile);
  if (x < shape + 1) return log(1 - exp(logOfLowerTail(shape, logQuantile)));
  let b = x + 1 - shape;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, change = 0; Math.abs(change - 1) > 3e-16 && n < 10000; n++) {
    const a = n * (shape - n);
    b += 2;
    c = b + a / c;
    d = 1 / (b + a * d);
    change = c * d;
    fraction *= change;
  }
  return shape * logQuantile - x - logGamma(shape) + log(fraction);
}

/** The logarithm of the median, near enough for Newton's method: a power law below shape 1, Wilson and Hilferty above. */
function logOfMedian(shape: number): number {
  const guess =
    shape < 1 ? (log(0.5) + logGamma(shape + 1)) / shape : log(shape) + 3 * log(1 - 1 / (9 * shape));
  return solve(shape, log(0.5), guess, 1, logOfLowerTail);
}

/** ln of the gamma function for positive arguments: Stirling's series, reached by the recurrence. */
function logGamma(x: number): number {
  let argument = x;
  let product = 1;
  while (argument < 12) {
    product *= argument;
    argument += 1;
  }
  const r = 1 / argument;
  const r2 = r * r;
  const series =
    r * (1 / 12 - r2 * (1 / 360 - r2 * (1 / 1260 - r2 * (1 / 1680 - r2 * (1 / 1188 - r2 * (691 / 360360))))));
  const halfLogOfTwoPi = 0.9189385332046728;
  return (argument - 0.5) * log(argument) - argument + halfLogOfTwoPi + series - log(product);
}
