/**
 * The tables of the logarithm and the exponential in server/core/elementary.ts, computed once, in whole-number
 * arithmetic, when the module loads.
 */

const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
/** Position of the word that holds sign, exponent and the leading 20 bits of the fraction. */
const HIGH = 1;
DOUBLE[0] = 1;
if (WORDS[HIGH] !== 0x3ff00000) throw new Error("the engine needs a little-endian machine");

// Fixed-point numbers with 128 binary places, for the tables.
const PLACES = 128n;
const ONE = 1n << PLACES;
const TWO_TO_53 = 9007199254740992;
const TWO_TO_42 = 4398046511104;
const TWO_TO_32 = 4294967296;
const LN2 = naturalLog(2n, 1n);

/** The mantissa is taken from [0.6875, 1.375), so that arguments close to 1 keep exponent 0 and their full precision. */
const LOG_LOWEST = 0x3fe60000;
const LOG_INTERVALS = 128;
/** For each interval of mantissas, four numbers: short reciprocal of a point, that point, its logarithm high and low. */
export const LOG_TABLE = logTable();

const EXP_STEPS = 128;
/** 2^(i/128) in two parts, at [2i] and [2i + 1]. */
export const EXP_TABLE = expTable();

function logTable(): Float64Array {
  const table = new Float64Array(4 * LOG_INTERVALS);
  for (let i = 0; i < LOG_INTERVALS; i++) {
    DOUBLE[0] = 0;
    WORDS[HIGH] = LOG_LOWEST + (i << 13) + (1 << 12);
    const middle = DOUBLE[0];
    // The two intervals that meet at 1 use the point 1 itself, so that the logarithm vanishes there exactly.
    const isNextToOne = middle > 1 - 1 / 256 && middle < 1 + 1 / 128;
    // Below 1 the reciprocal has 8 binary places and above it 9, nine digits in both.
    const places = middle < 1 ? 256 : 512;
    const reciprocal = isNextToOne ? 1 : Math.floor(places / middle + 0.5) / places;
    const numerator = BigInt(reciprocal * 512);
    const point = 1 / reciprocal;
    const logOfPoint = naturalLog(512n, numerator);
    const pointExcess = (BigInt(point * TWO_TO_53) * numerator * ONE) / (512n * BigInt(TWO_TO_53)) - ONE;
    const high = roundedTo(logOfPoint, 42n, TWO_TO_42);
    table[4 * i] = reciprocal;
    table[4 * i + 1] = point;
    table[4 * i + 2] = high;
    // The point is rounded: what its product with the reciprocal exceeds 1 belongs to the logarithm.
    table[4 * i + 3] = remainder(logOfPoint + pointExcess, high);
  }
  return table;
}

function expTable(): Float64Array {
  const table = new Float64Array(2 * EXP_STEPS);
  for (let i = 0; i < EXP_STEPS; i++) {
    const exponent = (LN2 * BigInt(i)) / BigInt(EXP_STEPS);
    let value = ONE;
    let term = ONE;
    for (let n = 1n; term > 0n; n++) {
      term = (term * exponent) / (n << PLACES);
      value += term;
    }
    const high = Number(value) / Number(ONE);
    table[2 * i] = high;
    table[2 * i + 1] = remainder(value, high);
  }
  return table;
}

/** ln(a/b) in fixed point, by the series of the area tangent. */
function naturalLog(a: bigint, b: bigint): bigint {
  const t = ((a - b) * ONE) / (a + b);
  const square = (t * t) / ONE;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / ONE;
  }
  return 2n * sum;
}

/** A fixed-point number rounded to so many binary places (`scale` is 2 to that power), as a double. */
function roundedTo(value: bigint, places: bigint, scale: number): number {
  const dropped = PLACES - places;
  return Number((value + (1n << (dropped - 1n))) >> dropped) / scale;
}

/** What a fixed-point number exceeds a double below 2, as a double. */
function remainder(value: bigint, part: number): number {
  const partInFixedPoint = (BigInt(part * TWO_TO_53) * BigInt(TWO_TO_32)) << (PLACES - 85n);
  return Number(value - partInFixedPoint) / Number(ONE);
}
