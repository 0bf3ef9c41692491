/**
 * Sums, highest values and histograms of what happens to counted vehicles. Waits are by hour of joining
 * the line; what has no joining goes by the hour of arriving.
 */
import { CellSums } from "./cells";
import { HOURS, TALLY_CLASSES } from "./constants";
import { binOf, Histograms } from "./histograms";

const HOUR_MS: f64 = 3_600_000;

/** By group: a class or, after the classes, an hour. */
@unmanaged
class LongWaits {
  highest: f64;
  over60: f64;

  @inline
  note(wait: f64): void {
    if (wait > HOUR_MS) this.over60++;
    if (wait > this.highest) this.highest = wait;
  }
}

@unmanaged
export class Figures {
  wait: CellSums;
  waits: Histograms;
  longWaits: usize;
  reader: CellSums;
  readers: Histograms;
  crossing: CellSums;
  crossings: Histograms;
  delay: CellSums;
  dwell: CellSums;
  stageWait: CellSums;
  stageWaits: Histograms;
  blocked: CellSums;

  @inline
  reachedBooth(cell: i32, wait: f64, fromReader: f64): void {
    const tally = cell / HOURS;
    const hour = cell - tally * HOURS + TALLY_CLASSES;
    const bin = binOf(wait);
    this.wait.add(0, cell, wait, 1);
    this.waits.addBin(tally, bin);
    this.waits.addBin(hour, bin);
    this.longWait(tally).note(wait);
    this.longWait(hour).note(wait);
    this.reader.add(0, cell, fromReader, 1);
    this.readers.add(tally, fromReader);
  }

  @inline
  called(place: i32, cell: i32, wait: f64): void {
    this.stageWait.add(place, cell, wait, 1);
    this.stageWaits.add(place, wait);
  }

  @inline
  crossed(cell: i32, crossing: f64, delay: f64): void {
    this.crossing.add(0, cell, crossing, 1);
    this.crossings.add(cell / HOURS, crossing);
    this.delay.add(0, cell, delay, 1);
  }

  @inline
  longWait(group: i32): LongWaits {
    return changetype<LongWaits>(this.longWaits + <usize>group * offsetof<LongWaits>());
  }
}

/** Those of the run. */
export const figures = changetype<Figures>(memory.data(offsetof<Figures>(), 8));

export function make(
  wait: CellSums,
  waits: Histograms,
  reader: CellSums,
  readers: Histograms,
  crossing: CellSums,
  crossings: Histograms,
  delay: CellSums,
  dwell: CellSums,
  stageWait: CellSums,
  stageWaits: Histograms,
  blocked: CellSums,
  longWaits: usize,
): void {
  figures.wait = wait;
  figures.waits = waits;
  figures.longWaits = longWaits;
  figures.reader = reader;
  figures.readers = readers;
  figures.crossing = crossing;
  figures.crossings = crossings;
  figures.delay = delay;
  figures.dwell = dwell;
  figures.stageWait = stageWait;
  figures.stageWaits = stageWaits;
  figures.blocked = blocked;
}
