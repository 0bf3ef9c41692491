/** Stages as the verbs see them: a record for each, written once by server/port/core-tables.ts in this order. */

@unmanaged
export class Stage {
  /** The place by which it is entered. */
  entryPlace: i32;
  /** Word of the draw at its share. */
  shareWord: i32;
  /** 1: those pre-inspected go by. */
  isReplaced: i32;
  /** 1: takes nobody while its place is closed. */
  onlyWhileOpen: i32;
  /** Where its places for exams stand among `examPlaces`, or NONE where it does none for those referred. */
  exams: i32;
}

const STAGE: usize = offsetof<Stage>();

@unmanaged
class Stages {
  records: usize;
}

const stages = changetype<Stages>(memory.data(offsetof<Stages>(), 8));

export function stagesAt(): usize {
  return changetype<usize>(stages);
}

/** Bytes of a record. */
export function stageBytes(): usize {
  return STAGE;
}

export function stageAt(stage: i32): Stage {
  return changetype<Stage>(stages.records + <usize>stage * STAGE);
}
