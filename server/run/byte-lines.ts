/** Text put together as bytes, without a string for each line: for tables of millions of lines. */

const ZERO = 48;
const MINUS = 45;
/** And a sign. */
const MOST_DIGITS = 17;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export class ByteLines {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  add(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    const to = this.#bytes;
    const at = this.#length;
    for (let i = 0; i < bytes.length; i++) to[at + i] = bytes[i];
    this.#length = at + bytes.length;
  }

  /** A whole number below 10¹⁵ in size. */
  addNumber(value: number): void {
    this.#makeRoom(MOST_DIGITS);
    const to = this.#bytes;
    let at = this.#length;
    if (value < 0) to[at++] = MINUS;
    const size = Math.abs(value);
    let end = at + 1;
    for (let next = 10; next <= size; next *= 10) end++;
    this.#length = end;
    for (let rest = size; end > at;) {
      const tens = Math.floor(rest / 10);
      to[--end] = ZERO + rest - 10 * tens;
      rest = tens;
    }
  }

  /** What was put together, and an empty start. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(2 * (this.#length + more));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}
