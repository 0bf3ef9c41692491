/** Mistakes of ours, told to who loaded the core, who throws. */
declare function fault(code: i32, a: f64, b: f64, c: f64, d: f64): void;

export class Fault {
  /** It does not return, and saying so here spares every caller what it would do if it did. */
  @inline
  static tell(code: i32, a: f64, b: f64, c: f64, d: f64): void {
    fault(code, a, b, c, d);
    unreachable();
  }
}
