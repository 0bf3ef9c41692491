/**
 * Where vehicles go after a stage. Most stages take every vehicle or none; that is worked out once whenever settings
 * change (server/port/routes.ts), and only the others are asked for each vehicle.
 */
import * as host from "./host";
import { placeAt } from "./places";
import { ASK, EXIT, NONE } from "./constants";
import { columns, plan, port } from "./port";

const DEPENDS = 0;
const TAKES_ALL = 1;

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export function nextPlace(vehicle: i32, stage: i32): i32 {
  for (let i = stage + 1; i < plan.stages; i++) {
    const takes = columns.takes[i];
    if (takes === TAKES_ALL) return columns.entryPlace[i];
    if (takes === DEPENDS && host.takes(i, vehicle)) return host.entry(i, vehicle);
  }
  return EXIT;
}

/** Where a vehicle goes first. */
export function firstPlace(vehicle: i32): i32 {
  const first = port.firstPlace;
  return first === ASK ? nextPlace(vehicle, NONE) : first;
}

/** Where a vehicle goes when its time at a place is over: a place, EXIT, or STAY. */
export function placeAfter(vehicle: i32, place: i32): i32 {
  const decided = columns.onward[place];
  return decided !== ASK ? decided : host.after(placeAt(place).stage, vehicle, place);
}
