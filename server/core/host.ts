/** What the core asks of server/port: the rare verbs, whatever stages decide, and who listens. */

/** The vehicles' columns stand elsewhere now. */
export declare function vehiclesMoved(): void;

/** Draws of another generator than the core's own; the key that `absorb` gives is left where `keyAt` says. */
export declare function absorb(a: i32, b: i32, word: i32): void;
export declare function uniform(a: i32, b: i32, word: i32): f64;

/** An event that is none of the core's own is due. */
export declare function happen(slot: i32): void;

/** Where the vehicle goes from a place of a stage. */
export declare function after(stage: i32, vehicle: i32, place: i32): i32;
/** Whether a station turns the vehicle away. */
export declare function refuses(vehicle: i32, place: i32): bool;

export declare function closeServer(server: i32): void;
export declare function startManning(server: i32): void;
export declare function retypeBooths(): void;
export declare function afterEmptied(place: i32): void;
export declare function afterClearing(): void;
export declare function dropFromReview(vehicle: i32): void;
export declare function reportGridlock(): void;

/** Observers outside, as server/port/observer.ts has them. */
export declare function arrived(time: f64, vehicle: i32): void;
export declare function joined(time: f64, vehicle: i32): void;
export declare function entered(time: f64, vehicle: i32, place: i32): void;
export declare function began(time: f64, vehicle: i32, place: i32, server: i32): void;
export declare function held(time: f64, vehicle: i32, place: i32, waiting: bool): void;
export declare function blocked(time: f64, vehicle: i32, place: i32): void;
export declare function left(time: f64, vehicle: i32, place: i32, server: i32): void;
export declare function departed(time: f64, vehicle: i32): void;
export declare function turnedAway(time: f64, vehicle: i32, place: i32): void;
export declare function gaveUp(time: f64, vehicle: i32, place: i32): void;
