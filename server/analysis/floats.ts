/**
 * Short arrays of numbers, all 0. An experiment's tables are made of tens of thousands, one number a day each, and to make
 * an array of its own costs more than to fill it: so they are parts of a longer one.
 */
const PART_OF = 1 << 15;
const LONGEST = 1 << 10;

let whole = new Float64Array(PART_OF);
let taken = 0;

export function floats(length: number): Float64Array {
  if (length > LONGEST) return new Float64Array(length);
  if (taken + length > PART_OF) {
    whole = new Float64Array(PART_OF);
    taken = 0;
  }
  taken += length;
  return whole.subarray(taken - length, taken);
}
