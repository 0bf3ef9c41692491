/** All that happens to vehicles goes to the tally of the same core, and to whoever listens outside. */
import * as host from "./host";
import { plan, port } from "./port";
import * as tally from "./tally";
import { vehicles } from "./vehicles";

export function arrived(vehicle: i32): void {
  const now = port.now;
  if (plan.isTallied) {
    tally.arrived(
      now,
      vehicle,
      vehicles.flow[vehicle],
      vehicles.marks[vehicle],
      vehicles.counted[vehicle],
      vehicles.cell[vehicle],
      vehicles.number[vehicle],
      vehicles.member[vehicle],
    );
  }
  if (plan.isObserved) host.arrived(now, vehicle);
}

export function joined(vehicle: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.joined(now, vehicle);
  if (plan.isObserved) host.joined(now, vehicle);
}

export function entered(vehicle: i32, place: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.entered(now, vehicle, place);
  if (plan.isObserved) host.entered(now, vehicle, place);
}

export function began(vehicle: i32, place: i32, server: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.began(now, vehicle, place, server);
  if (plan.isObserved) host.began(now, vehicle, place, server);
}

export function held(vehicle: i32, place: i32, waiting: bool): void {
  const now = port.now;
  if (plan.isTallied) tally.held(now, vehicle, place, waiting);
  if (plan.isObserved) host.held(now, vehicle, place, waiting);
}

export function blocked(vehicle: i32, place: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.blocked(now, vehicle, place);
  if (plan.isObserved) host.blocked(now, vehicle, place);
}

export function left(vehicle: i32, place: i32, server: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.left(now, vehicle, place, server);
  if (plan.isObserved) host.left(now, vehicle, place, server);
}

export function departed(vehicle: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.departed(now, vehicle);
  if (plan.isObserved) host.departed(now, vehicle);
}

export function turnedAway(vehicle: i32, place: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.turnedAway(now, vehicle);
  if (plan.isObserved) host.turnedAway(now, vehicle, place);
}

export function gaveUp(vehicle: i32, place: i32): void {
  const now = port.now;
  if (plan.isTallied) tally.gaveUp(now, vehicle);
  if (plan.isObserved) host.gaveUp(now, vehicle, place);
}
