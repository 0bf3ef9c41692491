/**
 * The model's own natural logarithm and exponential. The language leaves those of its library free to differ between
 * machines, so these are built of operations that it fixes to the last bit; their results are within 0.8 and 0.51
 * units in the last place. Both are table-driven: the argument is brought next to a tabulated point, from where a
 * short series suffices. The tables come from server/engine/elementary-tables.ts.
 */
import { Doubles } from "./memory";

/** For each of 128 intervals of mantissas: short reciprocal of a point, that point, its logarithm high and low. */
const LOG_TABLE = changetype<Doubles>(memory.data(4096, 8));
/** 2^(i/128) in two parts, at [2i] and [2i + 1]. */
const EXP_TABLE = changetype<Doubles>(memory.data(2048, 8));
/** ln 2 and ln 2 / 128, each in two parts: integer multiples of the first are exact for any exponent of a double. */
const LN2_HIGH: f64 = 0.6931471805598903;
const LN2_LOW: f64 = 5.497923018708371e-14;
const STEP_HIGH: f64 = 0.0054152123630046844;
const STEP_LOW: f64 = -1.4880111718420063e-11;
const EXP_STEPS = 128;
/** x times this is the number of steps of ln 2 / 128 in x. */
const STEPS_PER_UNIT: f64 = 184.6649652337873;

/** The mantissa is taken from [0.6875, 1.375), so that arguments close to 1 keep exponent 0 and their full precision. */
const LOG_LOWEST = 0x3fe60000;

export function logTableAt(): usize {
  return changetype<usize>(LOG_TABLE);
}

export function expTableAt(): usize {
  return changetype<usize>(EXP_TABLE);
}

/** 2^e of a normal number. */
function powerOfTwo(e: i32): f64 {
  return reinterpret<f64>((<u64>(e + 1023)) << 52);
}

/** The natural logarithm. Zero gives -Infinity, negative numbers and NaN give NaN. */
export function log(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const high = <i32>(bits >> 32);
  if (<u32>(high - 0x00100000) >= 0x7fe00000) return logOfUnusual(x);
  const offset = high - LOG_LOWEST;
  const exponent = offset >> 20;
  const mantissa = reinterpret<f64>(bits - ((<u64>exponent) << 52));
  const row = (offset >> 11) & 0x1fc;
  // The point is so close to the mantissa, and its reciprocal so short, that both operations are exact.
  const r = (mantissa - LOG_TABLE[row + 1]) * LOG_TABLE[row];
  const whole = <f64>exponent * LN2_HIGH + LOG_TABLE[row + 2];
  const sum = whole + r;
  const rest = whole - sum + r + (<f64>exponent * LN2_LOW + LOG_TABLE[row + 3]);
  const r2 = r * r;
  const series: f64 =
    1.0 / 3 - r * (1.0 / 4) + r2 * (1.0 / 5 - r * (1.0 / 6) + r2 * (1.0 / 7 - r * (1.0 / 8)));
  return sum + (r2 * (r * series - 0.5) + rest);
}

/** Everything but the positive normal numbers. Subnormal ones are brought among the normal, and lose half a unit more. */
function logOfUnusual(x: f64): f64 {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  return log(x * powerOfTwo(54)) - 54 * LN2_HIGH - 54 * LN2_LOW;
}

/** The exponential. Results beyond the range of doubles are Infinity or 0; small ones go through the subnormals. */
export function exp(x: f64): f64 {
  if (!(x > -746)) return x === x ? 0 : NaN;
  if (x > 710) return Infinity;
  const nearest = Math.floor(x * STEPS_PER_UNIT + 0.5);
  const steps = <i32>nearest;
  const r = x - nearest * STEP_HIGH - nearest * STEP_LOW;
  const row = (steps & (EXP_STEPS - 1)) << 1;
  const exponent = steps >> 7;
  const r2 = r * r;
  const series: f64 = r + r2 * (0.5 + r * (1.0 / 6) + r2 * (1.0 / 24 + r * (1.0 / 120)));
  const point = EXP_TABLE[row];
  const mantissa = point + (point * series + EXP_TABLE[row + 1]);
  if (exponent > -1022 && exponent < 1024) return mantissa * powerOfTwo(exponent);
  // At the ends of the range the power itself may not be a number: two steps, of which only the last can round.
  const half = exponent >> 1;
  return mantissa * powerOfTwo(half) * powerOfTwo(exponent - half);
}
