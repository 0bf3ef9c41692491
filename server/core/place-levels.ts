/**
 * How many vehicles are where: inside each place and the port, waiting in each place, and the queue of
 * all who wait before primary, in vehicles and in length of road.
 */
import { Levels } from "./levels";
import { Doubles, Ints } from "./memory";

@unmanaged
export class PlaceLevels {
  inside: Levels;
  waiting: Levels;
  /** Done with service without room ahead, or held at a server until its image is read. */
  stuck: Levels;
  port: Levels;
  queue: Levels;
  queueMm: Levels;
  /** By place: 1 where those who wait still wait for primary; and mm of queue that one of them takes. */
  beforePrimary: Ints;
  mmEach: Doubles;

  @inline
  wait(time: f64, place: i32, by: f64): void {
    this.waiting.change(place, time, by);
    if (this.beforePrimary[place] === 0) return;
    this.queue.change(0, time, by);
    const mm = this.mmEach[place];
    if (mm > 0) this.queueMm.change(0, time, by * mm);
  }

  /** Truck-ms in a place that were no service and no free travel, up to an instant. */
  waitedUntil(time: f64, place: i32): f64 {
    return this.waiting.totalUntil(place, time) + this.stuck.totalUntil(place, time);
  }

  turn(time: f64, bucket: i32, endsHour: bool): void {
    this.inside.turn(time, bucket, endsHour);
    this.waiting.turn(time, bucket, endsHour);
    this.stuck.turn(time, bucket, endsHour);
    this.port.turn(time, bucket, endsHour);
    this.queue.turn(time, bucket, endsHour);
    this.queueMm.turn(time, bucket, endsHour);
  }
}

/** Those of the run. */
export const levels = changetype<PlaceLevels>(memory.data(offsetof<PlaceLevels>(), 8));

export function make(
  inside: Levels,
  waiting: Levels,
  stuck: Levels,
  port: Levels,
  queue: Levels,
  queueMm: Levels,
  beforePrimary: Ints,
  mmEach: Doubles,
): void {
  levels.inside = inside;
  levels.waiting = waiting;
  levels.stuck = stuck;
  levels.port = port;
  levels.queue = queue;
  levels.queueMm = queueMm;
  levels.beforePrimary = beforePrimary;
  levels.mmEach = mmEach;
}
