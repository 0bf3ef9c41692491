/**
 * Durations, sampled by inversion: one uniform gives one variate, and a larger uniform never a shorter duration.
 * `quantile` is the exact real number; `sample` rounds it once, to the nearest millisecond, because simulated time is
 * whole milliseconds. The table is written by server/engine/distributions.ts.
 */
import { CONSTANT, EXPONENTIAL, GAMMA, LOGNORMAL, TRIANGULAR, UNIFORM } from "./constants";
import { exp, log } from "./elementary";
import { DISTRIBUTION_UNKNOWN } from "./fault-codes";
import { Fault } from "./faults";
import { gammaQuantile } from "./gamma";
import { Doubles, room } from "./memory";
import { normalQuantile } from "./normal";

/** The largest number below 1. */
const LARGEST_SHARE: f64 = 1 - 1.0 / 9007199254740992;

/** What the three numbers are depends on the form. */
@unmanaged
class Distribution {
  a: f64;
  b: f64;
  c: f64;
  form: i32;
  /** Of gamma distributions; 0 where they need none. */
  table: usize;
}

const DISTRIBUTION: usize = offsetof<Distribution>();

@unmanaged
class Table {
  rows: usize;
  size: i32;
}

const table = changetype<Table>(memory.data(offsetof<Table>(), 8));

/** Makes room for so many distributions, instead of those that were there; returns where they are to be written. */
export function startDistributions(size: i32): usize {
  table.rows = room(<usize>size * DISTRIBUTION);
  table.size = size;
  return table.rows;
}

function rowOf(index: i32): Distribution {
  return changetype<Distribution>(table.rows + <usize>index * DISTRIBUTION);
}

/** The duration in whole milliseconds at the uniform u, 0 < u < 1. */
export function sample(index: i32, u: f64): f64 {
  return Math.floor(quantile(index, u) + 0.5);
}

/** The duration, in milliseconds, that a variate falls below with probability u, 0 < u < 1. */
export function quantile(index: i32, u: f64): f64 {
  if (<u32>index >= <u32>table.size) Fault.tell(DISTRIBUTION_UNKNOWN, index, table.size, 0, 0);
  const row = rowOf(index);
  const a = row.a;
  switch (row.form) {
    case CONSTANT:
      return a;
    case EXPONENTIAL:
      return -a * log(1 - u);
    case LOGNORMAL:
      return a * exp(row.b * normalQuantile(u));
    case GAMMA:
      return a * gammaQuantile(changetype<Doubles>(row.table), row.b, u);
    case UNIFORM:
      return a + row.b * u;
    case TRIANGULAR:
      return triangularQuantile(a, row.b, row.c, u);
    default:
      return NaN;
  }
}

/** A duration in whole milliseconds of those that are longer than `elapsed`, at the uniform u of these alone. */
export function sampleBeyond(index: i32, elapsed: f64, u: f64): f64 {
  return Math.floor(quantileBeyond(index, elapsed, u) + 0.5);
}

/** The quantile of a duration of which it is known that it is longer than `elapsed` ms. */
export function quantileBeyond(index: i32, elapsed: f64, u: f64): f64 {
  if (elapsed <= 0) return quantile(index, u);
  const below = shareBelow(index, elapsed);
  const whole = min(below + (1 - below) * u, LARGEST_SHARE);
  return max(elapsed, quantile(index, whole));
}

/** Where the quantile passes a duration, by halving: the same for all forms, and only asked for branches. */
function shareBelow(index: i32, ms: f64): f64 {
  let low: f64 = 0;
  for (let step: f64 = 0.5; step >= 1 - LARGEST_SHARE; step /= 2) {
    if (quantile(index, low + step) <= ms) low += step;
  }
  return low;
}

/** `peak` is the share of the width at which the mode lies, and the probability of staying below it. */
function triangularQuantile(low: f64, width: f64, peak: f64, u: f64): f64 {
  if (u < peak) return low + width * sqrt(u * peak);
  return low + width * (1 - sqrt((1 - u) * (1 - peak)));
}
