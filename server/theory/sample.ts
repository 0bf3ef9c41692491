/** Waits of those who came to a place: sums always, the values themselves where a quantile is wanted. */
export class Sample {
  count = 0;
  positive = 0;
  sum = 0;
  longest = 0;
  #values: Float64Array | null;

  constructor(keepsValues: boolean) {
    this.#values = keepsValues ? new Float64Array(1024) : null;
  }

  add(value: number): void {
    if (this.#values !== null) this.#keep(this.#values, value);
    this.count++;
    this.sum += value;
    if (value > 0) this.positive++;
    if (value > this.longest) this.longest = value;
  }

  mean(): number {
    return this.sum / this.count;
  }

  quantile(p: number): number {
    if (this.#values === null) throw new Error("the values of this sample were not kept");
    const sorted = this.#values.slice(0, this.count).sort();
    return sorted[Math.min(this.count - 1, Math.floor(p * this.count))]!;
  }

  #keep(values: Float64Array, value: number): void {
    if (this.count < values.length) {
      values[this.count] = value;
      return;
    }
    const wider = new Float64Array(2 * this.count);
    wider.set(values);
    wider[this.count] = value;
    this.#values = wider;
  }
}
