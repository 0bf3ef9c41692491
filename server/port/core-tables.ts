/**
 * The plan and the state's columns as the core's verbs see them: written once into the structs of server/core, each in
 * its order.
 */
import type { Core } from "../engine/core.ts";
import { nameWord } from "../engine/draws.ts";
import { FLOW_COUNT, NONE } from "./plan.ts";
import type { PortPlan } from "./plan.ts";
import type { PortState } from "./state.ts";

const FAST_WORD = nameWord("vehicle.fast");
const BATCH_WORD = nameWord("arrivals.batch");

/** Where the whole numbers of a record of server/core/places.ts begin. */
const PLACE_INTS = 16;
/** Bytes of the rates of a flow in server/core/arrivals.ts. */
const RATES = 12;
/** Where the whole numbers of `Plan` in server/core/port.ts begin. */
const PLAN_INTS = 16;

const flag = (value: boolean): number => (value ? 1 : 0);

export function writePlan(state: PortState): void {
  const { core, plan } = state;
  writeNumbers(state);
  writePlaces(core, plan);
  writeStages(core, plan);
  writeColumns(state);
  writeDemand(core, plan);
  plan.distributions.writeTo(core);
}

function writeNumbers({ core, observer, plan, slots }: PortState): void {
  const at = core.exports.planAt();
  core.doubles(at, 2).set([plan.countFrom, plan.countUntil]);
  const whole = [
    plan.places.length,
    plan.stages.length,
    plan.joinPlace,
    plan.primary,
    flag(plan.mayGridlock),
    flag(plan.atClosing === "turn it away"),
    flag(plan.atClosing === "hold it until opening"),
    flag(plan.rules.mergesLanes),
    slots.lanes,
    slots.analysts,
    slots.vehicles,
    flag(observer.core === core),
    flag(observer.listens !== false),
  ];
  core.ints(at + PLAN_INTS, whole.length).set(whole);
}

function writePlaces(core: Core, { places, columns }: PortPlan): void {
  const size = core.exports.placeBytes();
  const records = core.newBytes(size * places.length).byteOffset;
  core.ints(core.exports.placesAt(), 1)[0] = records;
  let exams = 0;
  for (const place of places) {
    const { index, ownLines, fastFirst, patience, serviceByExam, words } = place;
    const at = records + size * index;
    const { kind, stage, firstLine, lineCount, beforePrimary, upstream, choosesAtRandom } = columns;
    const { holdsForReview, joinsLine, mayRefuse, hasTimers, onlyOpenLines } = columns;
    const byPlace = [
      kind,
      stage,
      firstLine,
      lineCount,
      beforePrimary,
      upstream,
      choosesAtRandom,
      holdsForReview,
      joinsLine,
      mayRefuse,
      hasTimers,
      onlyOpenLines,
    ];
    const whole = [
      ...byPlace.map((column) => column[index]),
      flag(ownLines),
      flag(fastFirst),
      patience,
      serviceByExam === null ? NONE : exams,
      place.firstServer,
      place.serverCount,
      flag(place.servedBy === "scanners"),
      words.service,
      words.line,
      words.patience,
    ];
    core.doubles(at, 2).set([columns.moveUpMs[index], columns.freeFlowMs[index]]);
    core.ints(at + PLACE_INTS, whole.length).set(whole);
    exams += serviceByExam?.length ?? 0;
  }
}

function writeStages(core: Core, { stages }: PortPlan): void {
  const size = core.exports.stageBytes();
  const records = core.newBytes(size * stages.length).byteOffset;
  core.ints(core.exports.stagesAt(), 1)[0] = records;
  let exams = 0;
  for (const { index, entryPlace, shareWord, isReplaced, onlyWhileOpen, examPlaces } of stages) {
    const exam = examPlaces === null ? NONE : exams;
    const whole = [entryPlace, shareWord, flag(isReplaced), flag(onlyWhileOpen), exam];
    core.ints(records + size * index, whole.length).set(whole);
    exams += examPlaces?.length ?? 0;
  }
}

function writeColumns(state: PortState): void {
  const { core, plan, routes } = state;
  const serviceByExam = plan.places.flatMap((place) => Array.from(place.serviceByExam ?? []));
  core.point(core.exports.columnsAt(), [
    state.inPlace,
    state.blockedHead,
    state.blockedTail,
    state.blockedOf,
    state.spilled,
    state.dirty,
    state.placeOpen,
    state.serviceFactor,
    routes.onward,
    routes.ways,
    routes.turnShares,
    routes.turnWords,
    routes.takes,
    routes.shares,
    core.newInts(plan.stages.flatMap(({ examPlaces }) => Array.from(examPlaces ?? []))),
    state.surplus,
    state.cellAt,
    state.cellScale,
    state.keys,
    core.newInts(plan.service),
    core.newInts(serviceByExam),
  ]);
}

function writeDemand(core: Core, { demand }: PortPlan): void {
  const { list, batch } = demand;
  const rates = core.newBytes(RATES * FLOW_COUNT).byteOffset;
  for (let flow = 0; flow < FLOW_COUNT; flow++) {
    const { times, perHour } = demand.rates[flow] ?? { times: [], perHour: [] };
    const columns = [core.newDoubles(times), core.newDoubles(perHour)];
    core.ints(rates + RATES * flow, 1)[0] = times.length;
    core.point(rates + RATES * flow + 4, columns);
  }
  const at = core.exports.demandAt();
  const address = (column: ArrayBufferView): number => column.byteOffset;
  core
    .ints(at, 13)
    .set([
      rates,
      address(core.newDoubles(demand.fastShare)),
      flag(list !== null),
      list?.times.length ?? 0,
      address(core.newDoubles(list?.times ?? [])),
      address(core.newBytes(list?.flows ?? [])),
      address(core.newBytes(list?.fast ?? [])),
      address(core.newInts(list?.counts ?? [])),
      batch?.sizes.length ?? 0,
      address(core.newInts(batch?.sizes ?? [])),
      address(core.newDoubles(batch?.cumulative ?? [])),
      FAST_WORD,
      BATCH_WORD,
    ]);
}
