/**
 * Threefry-2x32 with 20 rounds, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011). Slower than the engine's own mix and far better studied: the oracle that
 * the draws are compared with.
 */
import { Ints } from "./memory";

const PARITY = 0x1bd11bda;

/** Enciphers the counter (c0, c1) under the key (k0, k1) and writes the two words at `at` and `at + 1`. */
export function threefry(k0: i32, k1: i32, c0: i32, c1: i32, out: Ints, at: i32): void {
  const k2 = PARITY ^ k0 ^ k1;
  let x = c0 + k0;
  let y = c1 + k1;
  for (let group = 0; group < 5; group++) {
    if ((group & 1) === 0) {
      x += y;
      y = rotl(y, 13) ^ x;
      x += y;
      y = rotl(y, 15) ^ x;
      x += y;
      y = rotl(y, 26) ^ x;
      x += y;
      y = rotl(y, 6) ^ x;
    } else {
      x += y;
      y = rotl(y, 17) ^ x;
      x += y;
      y = rotl(y, 29) ^ x;
      x += y;
      y = rotl(y, 16) ^ x;
      x += y;
      y = rotl(y, 24) ^ x;
    }
    const turn = group % 3;
    x += turn === 0 ? k1 : turn === 1 ? k2 : k0;
    y += (turn === 0 ? k2 : turn === 1 ? k0 : k1) + group + 1;
  }
  out[at] = x;
  out[at + 1] = y;
}
