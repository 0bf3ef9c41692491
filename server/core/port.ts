/**
 * What a run knows at an instant, beside its vehicles, lines, servers and events; and what of the plan the verbs ask
 * again and again. All in the order in which server/port writes it (core-tables.ts).
 */
import { Bytes, Doubles, Ints } from "./memory";

@unmanaged
class Port {
  now: f64;
  nextArrival: f64;
  cellStart: f64;
  dayFactor: f64;
  referralFactor: f64;
  /** Events that `advance` saw when it was last called. */
  happened: f64;
  dirtyCount: i32;
  /** Place whose blocked vehicles are being let in: newcomers queue up behind them. NONE: none is. */
  admitting: i32;
  /** Whether the line outside is moving up: who leaves it then calls nobody, the loop that moves it does. */
  outsideMoves: i32;
  /** Vehicles in places up to and including primary. */
  beforePrimary: i32;
  isOpen: i32;
  clearing: i32;
  /** Vehicles that are counted and still inside. */
  countedInside: i32;
  cellDay: i32;
  cellIdentity: i32;
  listAt: i32;
  nextFlow: i32;
  hourIndex: i32;
  /** Whether some booth is still to change its lane type. */
  retyping: i32;
  /** The first place for every vehicle, or ASK. */
  firstPlace: i32;
}

@unmanaged
class Columns {
  /** By place. */
  inPlace: Ints;
  blockedHead: Ints;
  blockedTail: Ints;
  /** By place and kind (general, FAST): how many are blocked for it. */
  blockedOf: Ints;
  spilled: Ints;
  dirty: Bytes;
  placeOpen: Bytes;
  serviceFactor: Doubles;
  /** By place: what comes after it for every vehicle, or ASK. */
  onward: Ints;
  /** By place, where it depends: how vehicles leave it; by service class, the chance that turns some, and its word. */
  ways: Bytes;
  turnShares: Doubles;
  turnWords: Ints;
  /** By stage: whether it takes all vehicles, none, or some; and by service class, the share that it takes now. */
  takes: Bytes;
  shares: Doubles;
  /** The place for each exam, stage by stage; NONE: not done there. */
  examPlaces: Ints;
  /** By post: manned servers too many that go when they become free. */
  surplus: Ints;
  /** By flow: the next of its vehicles in its cell, and vehicles a cell for each unit of its rate. */
  cellAt: Ints;
  cellScale: Doubles;
  /** Keys: the run's, a day's, a cell's, a vehicle's, and a scratch pair at the end. */
  keys: Ints;
  /** By place and service class, and by place and exam: index into the distributions. */
  service: Ints;
  serviceByExam: Ints;
}

@unmanaged
class Plan {
  countFrom: f64;
  countUntil: f64;
  places: i32;
  stages: i32;
  joinPlace: i32;
  primary: i32;
  mayGridlock: i32;
  /** 1: who comes to a closed port is turned away; 1: the queue is held until it opens. */
  turnsAway: i32;
  holdsQueue: i32;
  mergesLanes: i32;
  /** First slots of servers' lanes, and of all that others see to, to vehicles' own timers; see server/port/state.ts. */
  lanesSlot: i32;
  analystsSlot: i32;
  vehiclesSlot: i32;
  /** Whether the core has a tally of the run, and whether somebody outside listens. */
  isTallied: i32;
  isObserved: i32;
}

export const port = changetype<Port>(memory.data(offsetof<Port>(), 8));
export const columns = changetype<Columns>(memory.data(offsetof<Columns>(), 8));
export const plan = changetype<Plan>(memory.data(offsetof<Plan>(), 8));

export function portAt(): usize {
  return changetype<usize>(port);
}

export function columnsAt(): usize {
  return changetype<usize>(columns);
}

export function planAt(): usize {
  return changetype<usize>(plan);
}
