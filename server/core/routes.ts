/**
 * Where vehicles go after a stage. Most stages take every vehicle or none; that is worked out once whenever settings
 * change (server/port/routes.ts), and only for the others each vehicle counts. The host is asked only what a kind of
 * stage decides by itself.
 */
import * as host from "./host";
import { placeAt } from "./places";
import {
  ASK,
  EXIT,
  GOES_ON,
  NONE,
  PRE_INSPECTED_MARK,
  SERVICE_CLASSES,
  TAKES_ALL,
  TAKES_NONE,
  TURNS,
} from "./constants";
import { columns, plan, port } from "./port";
import { stageAt } from "./stages";
import { drawOf, serviceClassOf } from "./vehicle-draws";
import { vehicles } from "./vehicles";

/** The place where a vehicle goes after a stage (NONE: before the first); EXIT when there is none. */
export function nextPlace(vehicle: i32, stage: i32): i32 {
  for (let i = stage + 1; i < plan.stages; i++) {
    const takes = columns.takes[i];
    if (takes === TAKES_ALL) return stageAt(i).entryPlace;
    if (takes === TAKES_NONE) continue;
    const place = entryOf(i, vehicle);
    if (place !== NONE) return place;
  }
  return EXIT;
}

/** The place by which a stage takes the vehicle; NONE where it goes by. */
function entryOf(stage: i32, vehicle: i32): i32 {
  const at = stageAt(stage);
  if (at.isReplaced && (vehicles.marks[vehicle] & PRE_INSPECTED_MARK) !== 0) return NONE;
  if (at.exams !== NONE && vehicles.exam[vehicle] !== NONE) {
    const place = columns.examPlaces[at.exams + vehicles.exam[vehicle]];
    if (place !== NONE) return place;
  }
  if (at.onlyWhileOpen && columns.placeOpen[at.entryPlace] === 0) return NONE;
  const share = columns.shares[stage * SERVICE_CLASSES + serviceClassOf(vehicle)];
  return isAmong(vehicle, share, at.shareWord) ? at.entryPlace : NONE;
}

/** Whether the vehicle is among a share. Nested marks: who is drawn at a share is drawn at every larger one. */
function isAmong(vehicle: i32, share: f64, word: i32): bool {
  return share >= 1 || (share > 0 && drawOf(vehicle, word) < share);
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
  const way = columns.ways[place];
  const goesOn = way === GOES_ON || (way === TURNS && !turns(vehicle, place));
  return goesOn ? nextPlace(vehicle, stage) : host.after(stage, vehicle, place);
}

function turns(vehicle: i32, place: i32): bool {
  const share = columns.turnShares[place * SERVICE_CLASSES + serviceClassOf(vehicle)];
  return isAmong(vehicle, share, columns.turnWords[place]);
}
