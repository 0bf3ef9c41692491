/**
 * The engine's own natural logarithm and exponential. The language leaves `Math.log` and `Math.exp` free to differ
 * between machines, so these are built of operations that it fixes to the last bit; their results are within 0.8 and
 * 0.51 units in the last place. Both are table-driven: the argument is brought next to a tabulated point, from where a
 * short series suffices. The tables are computed once, in whole-number arithmetic, when the module loads.
 */

const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
/** Position of the word that holds sign, exponent and the leading 20 bits of the fraction. */
const HIGH = 1;
DOUBLE[0] = 1;
if (WORDS[HIGH] !== 0x3ff00000) throw new Error("the engine needs a little-endian machine");

/** 2^e at [e + POWER_ZERO], for every e that a double can hold. */
const POWER_ZERO = 1074;
const POWERS = powersOfTwo();

// Fixed-point numbers with 128 binary places, for the tables.
const PLACES = 128n;
const ONE = 1n << PLACES;
const TWO_TO_53 = 9007199254740992;
const TWO_TO_42 = 4398046511104;
const TWO_TO_32 = 4294967296;
const LN2 = naturalLog(2n, 1n);

/** ln 2 in two parts: an integer multiple of the first is exact for any exponent of a double. */
const LN2_HIGH = roundedTo(LN2, 42n, TWO_TO_42);
const LN2_LOW = remainder(LN2, LN2_HIGH);

/** The mantissa is taken from [0.6875, 1.375), so that arguments close to 1 keep exponent 0 and their full precision. */
const LOG_LOWEST = 0x3fe60000;
const LOG_INTERVALS = 128;
/** For each interval of mantissas, four numbers: short reciprocal of a point, that point, its logarithm high and low. */
const LOG_TABLE = logTable();

/** The natural logarithm. Zero gives -Infinity, negative numbers and NaN give NaN. */
export function log(x: number): number {
  DOUBLE[0] = x;
  const high = WORDS[HIGH];
  if ((high - 0x00100000) >>> 0 >= 0x7fe00000) return logOfUnusual(x);
  const offset = high - LOG_LOWEST;
  const exponent = offset >> 20;
  const mantissa = x * POWERS[POWER_ZERO - exponent];
  const row = (offset >> 11) & 0x1fc;
  // The point is so close to the mantissa, and its reciprocal so short, that both operations are exact.
  const r = (mantissa - LOG_TABLE[row + 1]) * LOG_TABLE[row];
  const whole = exponent * LN2_HIGH + LOG_TABLE[row + 2];
  const sum = whole + r;
  const rest = whole - sum + r + (exponent * LN2_LOW + LOG_TABLE[row + 3]);
  const r2 = r * r;
  const series = 1 / 3 - r * (1 / 4) + r2 * (1 / 5 - r * (1 / 6) + r2 * (1 / 7 - r * (1 / 8)));
  return sum + (r2 * (r * series - 0.5) + rest);
}

/** Everything but the positive normal numbers. Subnormal ones are brought among the normal, and lose half a unit more. */
function logOfUnusual(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  return log(x * POWERS[POWER_ZERO + 54]) - 54 * LN2_HIGH - 54 * LN2_LOW;
}

const EXP_STEPS = 128;
/** x times this is the number of steps of ln 2 / 128 in x. */
const STEPS_PER_UNIT = EXP_STEPS / (Number(LN2) / Number(ONE));
/** The step in two parts: an integer multiple of the first is exact for any step that a double's exponent needs. */
const STEP_HIGH = roundedTo(LN2, 25n, 33554432) / EXP_STEPS;
const STEP_LOW = remainder(LN2, STEP_HIGH * EXP_STEPS) / EXP_STEPS;
/** 2^(i/128) in two parts, at [2i] and [2i + 1]. */
const EXP_TABLE = expTable();

/** The exponential. Results beyond the range of doubles are Infinity or 0; small ones go through the subnormals. */
export function exp(x: number): number {
  if (!(x > -746)) return x === x ? 0 : NaN;
  if (x > 710) return Infinity;
  const steps = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const r = x - steps * STEP_HIGH - steps * STEP_LOW;
  const row = (steps & (EXP_STEPS - 1)) << 1;
  const exponent = steps >> 7;
  const r2 = r * r;
  const series = r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const point = EXP_TABLE[row];
  const mantissa = point + (point * series + EXP_TABLE[row + 1]);
  if (exponent > -1022 && exponent < 1024) return mantissa * POWERS[POWER_ZERO + exponent];
  // At the ends of the range the power itself may not be a number: two steps, of which only the last can round.
  const half = exponent >> 1;
  return mantissa * POWERS[POWER_ZERO + half] * POWERS[POWER_ZERO + exponent - half];
}

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(POWER_ZERO + 1024);
  powers[POWER_ZERO] = 1;
  for (let e = 1; e < 1024; e++) powers[POWER_ZERO + e] = powers[POWER_ZERO + e - 1] * 2;
  for (let e = -1; e >= -POWER_ZERO; e--) powers[POWER_ZERO + e] = powers[POWER_ZERO + e + 1] / 2;
  return powers;
}

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
