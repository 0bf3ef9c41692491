/**
 * The course of a day in bins, for charts: the queue at the end of a bin, the waits of those who reached the
 * booth in it, and departures. All vehicles.
 */
import { room } from "./memory";

@unmanaged
class Bin {
  waitSum: f64;
  waitCount: i32;
  departed: i32;
  queue: i32;
  unused: i32;
}

@unmanaged
export class Series {
  from: f64;
  binMs: f64;
  /** Last instant of the bin that is being filled; Infinity after the last one. */
  untilMs: f64;
  bins: i32;
  filled: i32;
  table: usize;
  /** The bin that was last asked for, and when it begins and ends: most of the time the next one to be asked for. */
  recent: i32;
  recentFrom: f64;
  recentUntil: f64;

  /** The queue has been this long up to now: called before it changes. */
  @inline
  queueUntil(time: f64, queue: f64): void {
    // A bin that ends now ends with what still happens at this instant.
    if (this.untilMs < time) this.fill(time, queue);
  }

  @inline
  atBooth(time: f64, wait: f64): void {
    const index = this.binAt(time);
    if (<u32>index >= <u32>this.bins) return;
    const bin = this.at(index);
    bin.waitSum += wait;
    bin.waitCount++;
  }

  @inline
  departed(time: f64): void {
    const index = this.binAt(time);
    if (<u32>index < <u32>this.bins) this.at(index).departed++;
  }

  fill(time: f64, queue: f64): void {
    while (this.untilMs < time) {
      this.at(this.filled++).queue = <i32>queue;
      this.untilMs = this.filled === this.bins ? Infinity : this.from + <f64>(this.filled + 1) * this.binMs;
    }
  }

  /** Below zero before the first. */
  @inline
  binAt(time: f64): i32 {
    return time >= this.recentFrom && time < this.recentUntil ? this.recent : this.find(time);
  }

  find(time: f64): i32 {
    const index = Math.floor((time - this.from) / this.binMs);
    this.recentFrom = this.from + index * this.binMs;
    this.recentUntil = this.recentFrom + this.binMs;
    this.recent = <i32>index;
    return <i32>index;
  }

  @inline
  at(bin: i32): Bin {
    return changetype<Bin>(this.table + <usize>bin * offsetof<Bin>());
  }
}

/** Those of the run. */
export const series = changetype<Series>(memory.data(offsetof<Series>(), 8));

export function make(from: f64, binMs: f64, bins: i32): usize {
  series.from = from;
  series.binMs = binMs;
  series.untilMs = bins === 0 ? Infinity : from + binMs;
  series.bins = bins;
  series.recentFrom = Infinity;
  series.table = room(<usize>bins * offsetof<Bin>());
  return changetype<usize>(series);
}

export function queueUntil(time: f64, queue: f64): void {
  series.queueUntil(time, queue);
}

export function atBooth(time: f64, wait: f64): void {
  series.atBooth(time, wait);
}

export function departed(time: f64): void {
  series.departed(time);
}
