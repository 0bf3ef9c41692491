/** Counts events as the benchmark means them: arrivals, stage entries, stage exits. */
import type { PortObserver } from "../../server/port/observer.ts";

export class EventCounter implements PortObserver {
  arrivals = 0;
  entries = 0;
  exits = 0;

  started(): void {}
  arrived(): void {
    this.arrivals++;
  }
  entered(): void {
    this.entries++;
  }
  left(): void {
    this.exits++;
  }
  joined(): void {}
  began(): void {}
  held(): void {}
  blocked(): void {}
  departed(): void {}
  turnedAway(): void {}
  gaveUp(): void {}
  manned(): void {}
  assigned(): void {}
  reviewing(): void {}
  onDuty(): void {}
  gridlocked(): void {}
  hour(): void {}
}
