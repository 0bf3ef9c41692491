/**
 * Where vehicles go after a stage. Most stages take every vehicle or none; that is worked out once whenever settings
 * change (server/port/routes.ts), and only the others are asked for each vehicle.
 */
import * as host from "./host";
import { placeAt } from "./places";
import { ASK, EXIT, NONE, SERVICE_CLASSES } from "./constants";
import { columns, plan, port } from "./port";
import { drawOf, serviceClassOf } from "./vehicle-draws";

const DEPENDS = 0;
const TAKES_ALL = 1;

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export function nextPlace(vehicle: i32, stage: i32): i32 {
  for (let i = stage + 1; i < plan.stages; i++) {
    const takes = columns.takes[i];
    if (takes === TAKES_ALL) return columns.entryPlace[i];
    if (takes !== DEPENDS) continue;
    if (columns.drawn[i]) {
      if (isDrawn(i, vehicle)) return columns.entryPlace[i];
    } else if (host.takes(i, vehicle)) {
      return host.entry(i, vehicle);
    }
  }
  return EXIT;
}

/** Whether the vehicle is among the stage's share. Nested marks: who is drawn at a share is drawn at every larger one. */
export function isDrawn(stage: i32, vehicle: i32): bool {
  const share = columns.shares[stage * SERVICE_CLASSES + serviceClassOf(vehicle)];
  return share >= 1 || (share > 0 && drawOf(vehicle, columns.shareWords[stage]) < share);
}

/** Where a vehicle goes first. */
export function firstPlace(vehicle: i32): i32 {
  const first = port.firstPlace;
  return first === ASK ? nextPlace(vehicle, NONE) : first;
}

/** Where a vehicle goes when its time at a place is over: a place, EXIT, or STAY. */
export function placeAfter(vehicle: i32, place: i32): i32 {
  const decided = columns.onward[place];
  if (decided !== ASK) return decided;
  const stage = placeAt(place).stage;
  return columns.goesOn[place] ? nextPlace(vehicle, stage) : host.after(stage, vehicle, place);
}
