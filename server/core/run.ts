/** The loop of a run: one event after another, arrivals after all else of their instant. */
import { admitArrival } from "./arrivals";
import { stayOver } from "./delays";
import { pop, topTime } from "./event-list";
import * as host from "./host";
import { headReady } from "./lanes";
import { giveUp, settle } from "./movement";
import { NONE, OPENING } from "./constants";
import { plan, port } from "./port";
import { servers } from "./servers";
import { finishService } from "./stations";
import { vehicles } from "./vehicles";

/** Why `advance` came back. */
const DONE = 0;
/** No event up to the last instant that the run may reach, which is before the one asked for. */
const TOO_LONG = 1;
const TOO_MANY_INSIDE = 2;
/** As many events as were asked for have happened; there may be more. */
const GOES_ON = 3;

/**
 * Every event up to and including `last`, or until no counted vehicle is inside, or so many events have happened.
 * `isAskedFor`: whether `last` is the instant asked for, rather than the last that the run may reach.
 */
export function advance(
  last: f64,
  isAskedFor: bool,
  stopWhenFinished: bool,
  mostInside: i32,
  mostEvents: f64,
): i32 {
  port.happened = 0;
  while (!(stopWhenFinished && port.countedInside === 0)) {
    const eventTime = topTime();
    const arrival = port.nextArrival;
    if (eventTime > last && arrival > last) return isAskedFor ? DONE : TOO_LONG;
    if (arrival < eventTime) {
      port.now = arrival;
      admitArrival();
    } else {
      port.now = eventTime;
      happen(pop());
    }
    if (port.dirtyCount > 0 || port.retyping) settle();
    const happened = port.happened + 1;
    port.happened = happened;
    if (vehicles.count > mostInside) return TOO_MANY_INSIDE;
    if (happened === mostEvents) return GOES_ON;
  }
  return DONE;
}

function happen(slot: i32): void {
  if (slot < plan.lanesSlot) {
    if (servers.state[slot] === OPENING) host.startManning(slot);
    else finishService(slot);
  } else if (slot < plan.analystsSlot) headReady(slot - plan.lanesSlot);
  else if (slot < plan.vehiclesSlot) host.happen(slot);
  else timerRingsFor(slot - plan.vehiclesSlot);
}

function timerRingsFor(vehicle: i32): void {
  if (vehicles.line[vehicle] === NONE) stayOver(vehicle);
  else giveUp(vehicle);
}
