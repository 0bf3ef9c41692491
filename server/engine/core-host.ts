/** What the core asks of its host; see server/core/host.ts. Answers of yes and no are 1 and 0, questions too. */
export type CoreHost = {
  vehiclesMoved(): void;
  /** Draws of another generator than the core's two; a key is left at `keyAt`. */
  absorb(a: number, b: number, word: number): void;
  uniform(a: number, b: number, word: number): number;
  happen(slot: number): void;
  after(stage: number, vehicle: number, place: number): number;
  refuses(vehicle: number, place: number): number;
  closeServer(server: number): void;
  startManning(server: number): void;
  retypeBooths(): void;
  afterEmptied(place: number): void;
  afterClearing(): void;
  dropFromReview(vehicle: number): void;
  reportGridlock(): void;
  arrived(time: number, vehicle: number): void;
  joined(time: number, vehicle: number): void;
  entered(time: number, vehicle: number, place: number): void;
  began(time: number, vehicle: number, place: number, server: number): void;
  held(time: number, vehicle: number, place: number, waiting: number): void;
  blocked(time: number, vehicle: number, place: number): void;
  left(time: number, vehicle: number, place: number, server: number): void;
  departed(time: number, vehicle: number): void;
  turnedAway(time: number, vehicle: number, place: number): void;
  gaveUp(time: number, vehicle: number, place: number): void;
};
