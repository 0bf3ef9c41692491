/** A level that changes by steps, integrated over stretches of time of equal length that follow each other. */
export class Level {
  now = 0;
  #since = 0;
  readonly #from: number;
  readonly #lengthMs: number;
  readonly #areas: Float64Array;
  /** The stretch of `#since`, and where it ends. */
  #stretch = -1;
  #ends: number;

  constructor(from: number, lengthMs: number, stretches: number) {
    this.#from = from;
    this.#lengthMs = lengthMs;
    this.#areas = new Float64Array(stretches);
    this.#ends = from;
  }

  change(time: number, by: number): void {
    while (time > this.#ends) this.#endStretch();
    if (this.#stretch >= 0 && this.#stretch < this.#areas.length)
      this.#areas[this.#stretch] += this.now * (time - this.#since);
    this.#since = time;
    this.now += by;
  }

  /** Mean over a stretch that is over, or from its beginning until a time within it that has come. */
  mean(stretch: number, until = this.#from + (stretch + 1) * this.#lengthMs): number {
    this.change(Math.max(until, this.#since), 0);
    return this.#areas[stretch] / (until - this.#from - stretch * this.#lengthMs);
  }

  #endStretch(): void {
    if (this.#stretch >= 0 && this.#stretch < this.#areas.length)
      this.#areas[this.#stretch] += this.now * (this.#ends - this.#since);
    this.#since = this.#ends;
    this.#stretch++;
    this.#ends =
      this.#stretch < this.#areas.length ? this.#from + (this.#stretch + 1) * this.#lengthMs : Infinity;
  }
}
