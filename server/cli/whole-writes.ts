/**
 * Standard output that is a file, written to its end or with an error. The stream of Node writes once and takes for
 * written what the disk had no room for, so that results would be cut off with the exit code of success.
 */
import { fstatSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";

/** Pipes and terminals are left as they are. */
export function writeWholly(stream: Writable & { readonly fd: number }): void {
  const { fd } = stream;
  if (!isFile(fd)) return;
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      for (let at = 0; at < chunk.length;) at += writeSync(fd, chunk, at);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    // A command may be started with its output closed.
    return false;
  }
}
