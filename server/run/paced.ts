/** Telling what is new at a bounded rate: soon, so that what comes meanwhile is told with it, or at once. */
export class Paced {
  readonly #everyMs: number;
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(everyMs: number, tell: () => void) {
    this.#everyMs = everyMs;
    this.#tell = tell;
  }

  soon(): void {
    this.#timer ??= this.#after(this.#everyMs);
  }

  /** For what must not wait, such as the first and the last. */
  now(): void {
    this.stop();
    this.#timer = this.#after(0);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #after(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = null;
      this.#tell();
    }, ms);
  }
}
