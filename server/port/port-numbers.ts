/** The numbers of a run's state that are not columns: they stand in its core, in the order of `Port` in server/core/port.ts. */
import type { Core } from "../engine/core.ts";
import { NONE } from "./plan.ts";

export class PortNumbers {
  readonly core: Core;
  readonly #doubles: Float64Array;
  readonly #ints: Int32Array;

  constructor(core: Core) {
    const at = core.exports.portAt();
    this.core = core;
    this.#doubles = core.doubles(at, 6);
    this.#ints = core.ints(at + 48, 14);
    this.#ints[1] = NONE;
    this.cellDay = NONE;
    this.nextFlow = NONE;
    this.nextArrival = Infinity;
    this.dayFactor = 1;
    this.referralFactor = 1;
  }

  /** Clock of the run; ms. */
  get now(): number {
    return this.#doubles[0];
  }

  set now(value: number) {
    this.#doubles[0] = value;
  }

  /** Next arrival; Infinity when none is known yet. */
  get nextArrival(): number {
    return this.#doubles[1];
  }

  set nextArrival(value: number) {
    this.#doubles[1] = value;
  }

  /** When the present cell of arrivals began; ms. */
  get cellStart(): number {
    return this.#doubles[2];
  }

  set cellStart(value: number) {
    this.#doubles[2] = value;
  }

  /** Of the demand of the cell's day. */
  get dayFactor(): number {
    return this.#doubles[3];
  }

  set dayFactor(value: number) {
    this.#doubles[3] = value;
  }

  /** What live effects make of referrals; see effects.ts. */
  get referralFactor(): number {
    return this.#doubles[4];
  }

  set referralFactor(value: number) {
    this.#doubles[4] = value;
  }

  /** Events that the core saw when it was last asked to process some. */
  get happened(): number {
    return this.#doubles[5];
  }

  set happened(value: number) {
    this.#doubles[5] = value;
  }

  /** Places with room again for those blocked that `settle` has still to work off. */
  get dirtyCount(): number {
    return this.#ints[0];
  }

  set dirtyCount(value: number) {
    this.#ints[0] = value;
  }

  /** Vehicles in places up to and including primary. */
  get beforePrimary(): number {
    return this.#ints[3];
  }

  set beforePrimary(value: number) {
    this.#ints[3] = value;
  }

  /** The port's opening hours. */
  get isOpen(): boolean {
    return this.#ints[4] === 1;
  }

  set isOpen(value: boolean) {
    this.#ints[4] = value ? 1 : 0;
  }

  /** Whether a closing still works off its queue. */
  get clearing(): boolean {
    return this.#ints[5] === 1;
  }

  set clearing(value: boolean) {
    this.#ints[5] = value ? 1 : 0;
  }

  /** Vehicles that are counted and still inside. */
  get countedInside(): number {
    return this.#ints[6];
  }

  set countedInside(value: number) {
    this.#ints[6] = value;
  }

  /** Day of the run that the present cell is of. */
  get cellDay(): number {
    return this.#ints[7];
  }

  set cellDay(value: number) {
    this.#ints[7] = value;
  }

  /** What the cell's vehicles carry: date and cell of the day. */
  get cellIdentity(): number {
    return this.#ints[8];
  }

  set cellIdentity(value: number) {
    this.#ints[8] = value;
  }

  /** Next row of a list of arrivals. */
  get listAt(): number {
    return this.#ints[9];
  }

  set listAt(value: number) {
    this.#ints[9] = value;
  }

  /** Flow of the next arrival. */
  get nextFlow(): number {
    return this.#ints[10];
  }

  set nextFlow(value: number) {
    this.#ints[10] = value;
  }

  /** Hour of the plan's clock hours that begins next. */
  get hourIndex(): number {
    return this.#ints[11];
  }

  set hourIndex(value: number) {
    this.#ints[11] = value;
  }

  /** Whether some booth is still to change its lane type. */
  get retyping(): boolean {
    return this.#ints[12] === 1;
  }

  set retyping(value: boolean) {
    this.#ints[12] = value ? 1 : 0;
  }

  /** The first place for every vehicle, or ASK. */
  get firstPlace(): number {
    return this.#ints[13];
  }

  set firstPlace(value: number) {
    this.#ints[13] = value;
  }
}
