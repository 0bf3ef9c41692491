/**
 * What a unit yields beside its result, in parts, while it runs: from the thread that makes them to whoever
 * asked. So many may be on their way; then the thread waits, so that a slow disk holds up the run instead of
 * filling the memory.
 */

export type Part = {
  /** Bytes of the unit before it: a unit that is tried again sends the same parts again. */
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Parts of the thread that are on their way. */
  readonly onTheWay: Int32Array<SharedArrayBuffer>;
};

const MOST_ON_THE_WAY = 8;

/** The thread's end. */
export class PartSender {
  readonly #onTheWay = new Int32Array(new SharedArrayBuffer(4));

  /** For one unit; `post` hands over at once. */
  begin(post: (part: Part) => void): (bytes: Uint8Array) => void {
    const onTheWay = this.#onTheWay;
    let at = 0;
    return (bytes) => {
      Atomics.add(onTheWay, 0, 1);
      post({ at, bytes, onTheWay });
      at += bytes.length;
      for (let parts = Atomics.load(onTheWay, 0); parts >= MOST_ON_THE_WAY; parts = Atomics.load(onTheWay, 0))
        Atomics.wait(onTheWay, 0, parts);
    };
  }
}

/** The other end has done with a part, whatever became of it. */
export function letGo({ onTheWay }: Part): void {
  Atomics.sub(onTheWay, 0, 1);
  Atomics.notify(onTheWay, 0);
}
