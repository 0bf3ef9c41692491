/**
 * The compiled core: the hot path of the model in AssemblyScript, a strict subset of TypeScript that is compiled to
 * WebAssembly when the project is installed. One instance is one run; what it exports is what its callers use.
 */
export { clear, room, top } from "./memory";
export { exp, expTableAt, log, logTableAt } from "./elementary";
export { normalQuantile } from "./normal";
export { absorbInto, keyAt, setAntithetic, setGenerator, uniform } from "./draws";
export { threefry } from "./threefry";
export { quantile, quantileBeyond, sample, sampleBeyond, startDistributions } from "./distributions";
export { cellsAt, fillCell, startCells } from "./poisson-cell";
export {
  cancel,
  clearEvents,
  isPending,
  orderAt,
  pendingEvents,
  pop,
  rankOf,
  reserveSlots,
  schedule,
  slotAt,
  slotCapacity,
  timeOf,
  topRank,
  topSlot,
  topTime,
} from "./event-list";
export { columnsAt, planAt, portAt } from "./port";
export { placeBytes, placesAt } from "./places";
export { stageBytes, stagesAt } from "./stages";
export { startVehicles, vehiclesAt } from "./vehicles";
export { linesAt } from "./lines";
export { serversAt } from "./servers";
export { nextPlace } from "./routes";
export { moveOn, noteRoom, roomAt, turnAway, unblock, waitFor } from "./movement";
export {
  goOn,
  hold,
  lineByChance,
  serviceDistribution,
  servesOwnLane,
  takeNext,
  unlinkIdle,
} from "./stations";
export { demandAt, drawFlow, showNext, showNextOfList } from "./arrivals";
export { advance } from "./run";
export { drawOf } from "./vehicle-draws";

// What a tally is made of.
export {
  make as makeLevels,
  change as changeLevel,
  totalUntil as totalOfLevel,
  turn as turnLevels,
} from "./levels";
export { make as makeCauses, look as lookForCauses } from "./causes";
export { make as makePlaceLevels } from "./place-levels";
export { make as makeStaffLevels } from "./staff-levels";
export { make as makeVehicleRecords } from "./vehicle-records";
export { make as makeCellSums } from "./cells";
export { make as makeHistograms, add as addToHistogram, binOf } from "./histograms";
export { make as makeFigures } from "./figures";
export { make as makeLedger } from "./ledger";
export { make as makeDrivers, add as addDriver, next as nextDriver, take as takeDriver } from "./drivers";
export {
  make as makeSeries,
  queueUntil as seriesQueueUntil,
  atBooth as seriesAtBooth,
  departed as seriesDeparted,
} from "./series";
export { make as makeSpan } from "./span";
export { make as makeRows } from "./rows";

export {
  make as makeTally,
  arrived as tallyArrived,
  joined as tallyJoined,
  entered as tallyEntered,
  began as tallyBegan,
  held as tallyHeld,
  blocked as tallyBlocked,
  left as tallyLeft,
  departed as tallyDeparted,
  turnedAway as tallyTurnedAway,
  gaveUp as tallyGaveUp,
  manned as tallyManned,
  assigned as tallyAssigned,
  reviewing as tallyReviewing,
  onDuty as tallyOnDuty,
  hour as tallyHour,
  finish as tallyFinish,
  wake as tallyWake,
} from "./tally";
