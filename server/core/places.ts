/** Places as the verbs see them: a record for each, written once by server/port/core-tables.ts in this order. */

@unmanaged
export class Place {
  moveUpMs: f64;
  freeFlowMs: f64;
  kind: i32;
  /** NONE for the line outside. */
  stage: i32;
  firstLine: i32;
  lineCount: i32;
  beforePrimary: i32;
  upstream: i32;
  choosesAtRandom: i32;
  holdsForReview: i32;
  /** 1: who enters stands in the line for primary. */
  joinsLine: i32;
  /** 1: it may refuse a vehicle, being full or too long a line. */
  mayRefuse: i32;
  /** 1: vehicles have timers of their own here (patience, stays). */
  hasTimers: i32;
  /** 1: servers have lines of their own, or there are several: nobody takes one that nobody is going to serve. */
  onlyOpenLines: i32;
  ownLines: i32;
  fastFirst: i32;
  /** Index into the distributions, or NONE for a vehicle that waits for ever. */
  patience: i32;
  /** Where its exams stand among `serviceByExam`, or NONE where service goes by class. */
  exams: i32;
  firstServer: i32;
  serverCount: i32;
  /** 1: its servers are scanners rather than officers. */
  isScanned: i32;
  /** Words of the draws made here. */
  serviceWord: i32;
  lineWord: i32;
  patienceWord: i32;
}

const PLACE: usize = (offsetof<Place>() + 7) & ~7;

@unmanaged
class Places {
  records: usize;
}

const places = changetype<Places>(memory.data(offsetof<Places>(), 8));

export function placesAt(): usize {
  return changetype<usize>(places);
}

/** Bytes of a record. */
export function placeBytes(): usize {
  return PLACE;
}

export function placeAt(place: i32): Place {
  return changetype<Place>(places.records + <usize>place * PLACE);
}
