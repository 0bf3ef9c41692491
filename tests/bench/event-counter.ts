/** Counts events as the benchmark means them: arrivals, stage entries, stage exits. */
import type { PortObserver } from "../../server/port/observer.ts";

export class EventCounter implements PortObserver {
  events = 0;

  started(): void {}
  arrived(): void {
    this.events++;
  }
  entered(): void {
    this.events++;
  }
  left(): void {
    this.events++;
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
