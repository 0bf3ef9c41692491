/**
 * Quantiles of the gamma distribution with mean 1, one uniform a variate: shapes up to LARGE_SHAPE from a table that
 * server/engine/gamma-table.ts makes and describes, larger ones by a short expansion about the normal quantile.
 */
import { CELL_WIDTH, CELLS_PER_OCTAVE, LARGE_SHAPE, OCTAVES } from "./constants";
import { exp, log } from "./elementary";
import { Doubles } from "./memory";
import { normalQuantile } from "./normal";

const LOWEST_TAIL: f64 = 1.0 / 9007199254740992;
const CELLS = OCTAVES * CELLS_PER_OCTAVE;
const UPPER_TAIL = CELLS * CELL_WIDTH;
/** Exponent and first three fraction bits of the lowest tail: the number of cell 0. */
const FIRST_CELL = (1023 - 53) * CELLS_PER_OCTAVE;

/** The value that a gamma variable of this shape and of mean 1 stays below with probability u, 0 < u < 1. */
export function gammaQuantile(table: Doubles, shape: f64, u: f64): f64 {
  if (shape > LARGE_SHAPE) return largeShapeQuantile(shape, u);
  // Which half u lies in, 0 or 1, and its distance from the nearer end, without a branch: a coin cannot be predicted.
  const half = <i32>(u + u);
  const tail = max(<f64>half + u * (1 - 2 * <f64>half), LOWEST_TAIL);
  const cell = min(((<i32>(reinterpret<u64>(tail) >> 32)) >> 17) - FIRST_CELL, CELLS - 1);
  const row = cell * CELL_WIDTH + half * UPPER_TAIL;
  const t = (tail - table[row]) * table[row + 1];
  const t2 = t * t;
  const value =
    table[row + 2] +
    t * table[row + 3] +
    t2 * (table[row + 4] + t * table[row + 5] + t2 * (table[row + 6] + t * table[row + 7]));
  return shape < 1 ? exp(log(value) / shape) / shape : value;
}

/** The expansion of Cornish and Fisher, in powers of the root of the shape. */
function largeShapeQuantile(shape: f64, u: f64): f64 {
  const z = normalQuantile(u);
  const z2 = z * z;
  const s = 1 / sqrt(shape);
  const first = (z2 - 1) / 3;
  const second = (z * (z2 - 7)) / 36;
  const third = (16 - z2 * (7 + 3 * z2)) / 810;
  const fourth = (z * (z2 * (9 * z2 + 256) - 433)) / 38880;
  return 1 + s * (z + s * (first + s * (second + s * (third + s * fourth))));
}
