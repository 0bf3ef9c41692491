/** Delay places: no limit, no line; each vehicle stays a time of its own, then goes on. */
import { schedule } from "./event-list";
import { moveOn } from "./movement";
import { began } from "./observers";
import { placeAt } from "./places";
import { NONE, SERVICE_CLASSES } from "./constants";
import { columns, plan, port } from "./port";
import { rankAt, RELEASE } from "./ranks";
import { placeAfter } from "./routes";
import { serviceTimeOf } from "./stations";
import { vehicles } from "./vehicles";

export function enterDelay(vehicle: i32, place: i32): void {
  if (!staysByDraw(place)) return;
  began(vehicle, place, NONE);
  const until = port.now + placeAt(place).moveUpMs + serviceTimeOf(place, vehicle);
  schedule(plan.vehiclesSlot + vehicle, until, rankAt(RELEASE, place));
}

/** A place without service times is a yard: something else calls the vehicle on. */
function staysByDraw(place: i32): bool {
  return columns.service[place * SERVICE_CLASSES] !== NONE;
}

export function stayOver(vehicle: i32): void {
  moveOn(vehicle, placeAfter(vehicle, vehicles.place[vehicle]));
}
