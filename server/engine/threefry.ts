/** The cipher that the draws are compared with; see server/core/threefry.ts. */
import { SHARED } from "./shared-core.ts";

const { exports } = SHARED;
const KEY_AT = exports.keyAt();
const TEXT = SHARED.ints(KEY_AT, 2);

/** Enciphers the counter (c0, c1) under the key (k0, k1) and writes the two words at `at` and `at + 1`. */
export function threefry2x32(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  out: Int32Array,
  at: number,
): void {
  exports.threefry(k0, k1, c0, c1, KEY_AT, 0);
  out[at] = TEXT[0];
  out[at + 1] = TEXT[1];
}
