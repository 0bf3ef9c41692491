/** What a vehicle's key answers, and what it is. */
import { absorb, uniform } from "./draws";
import { FAST_MARK, FLOW_COUNT, PRE_INSPECTED_MARK } from "./constants";
import { columns } from "./port";
import { vehicles } from "./vehicles";

/** Where the scratch pair stands among the keys of the run. */
const SCRATCH = 14;

/** Flow, FAST mark and pre-inspection in one number: what service times and shares go by. */
export function serviceClassOf(vehicle: i32): i32 {
  return vehicles.flow[vehicle] + FLOW_COUNT * (vehicles.marks[vehicle] & (FAST_MARK | PRE_INSPECTED_MARK));
}

/** A draw of this vehicle, at a purpose word and, where it may happen again, the occurrence. */
export function drawOf(vehicle: i32, word: i32): f64 {
  const a = vehicles.key[2 * vehicle];
  const b = vehicles.key[2 * vehicle + 1];
  const occurrence = vehicles.returns[vehicle];
  if (occurrence === 0) return uniform(a, b, word);
  const keys = columns.keys;
  keys[SCRATCH] = a;
  keys[SCRATCH + 1] = b;
  absorb(keys, SCRATCH, SCRATCH, word);
  return uniform(keys[SCRATCH], keys[SCRATCH + 1], occurrence);
}
