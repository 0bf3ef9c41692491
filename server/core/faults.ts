/** Tells of a mistake of ours, with the values; it does not return. */
export declare function fault(code: i32, a: f64, b: f64, c: f64, d: f64): void;
