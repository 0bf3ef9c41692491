/** Bytes that wait on disk, in a file without a name: when the program ends, however it does, they are gone. */
import { randomUUID } from "node:crypto";
import { open, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";

const READ_BYTES = 65_536;

export class Spill {
  readonly #file: FileHandle;
  #bytes = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(folder: string): Promise<Spill> {
    const path = join(folder, `.cruce-${randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    await unlink(path);
    return new Spill(file);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** After what was written before; the bytes belong to the file until then. */
  async write(bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const step = await this.#file.write(bytes, written, bytes.length - written, this.#bytes + written);
      written += step.bytesWritten;
    }
    this.#bytes += bytes.length;
  }

  /** From the beginning; what was read is overwritten by the next. */
  async *read(): AsyncGenerator<Uint8Array> {
    const buffer = new Uint8Array(READ_BYTES);
    for (let at = 0; at < this.#bytes;) {
      const { bytesRead } = await this.#file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw new Error(`a file of ${this.#bytes} bytes ended after ${at}`);
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
