/**
 * A file that a command makes without ever overwriting another: it stands beside its name, under one that no other
 * command has, until it is fit to have its own.
 */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { lstat, open, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

/** Where it stands until then, and the name. */
export type PartFile = { readonly part: string; readonly name: string };

/** The file that a name means: behind links, which stay. Throws where one leads nowhere. */
export async function placeOf(name: string): Promise<string> {
  const there = await lstat(name).catch(() => null);
  return there === null ? name : realpath(name);
}

/** Where it stands until then. The number of a process alone comes again, in containers soon, with what a killed one has left. */
export const partOf = (name: string): string =>
  `${name}.${process.pid}-${randomBytes(4).toString("hex")}.part`;

/**
 * New, for appending: what is written after something was taken back follows what stays. It is made at once: one still
 * being made when the process ends would come to be after all that is unfinished has been dropped.
 */
export function openPart(part: string): Promise<FileHandle> {
  closeSync(openSync(part, "wx"));
  return open(part, constants.O_RDWR | constants.O_APPEND);
}

/** Gives the file its name. False: there is something of that name by now, and the file stays where it is. */
export function takeName({ part, name }: PartFile): boolean {
  try {
    // Unlike `rename` it never replaces what another command has put there in the meantime.
    linkSync(part, name);
  } catch {
    if (!isFree(name)) return false;
    renameSync(part, name);
    return true;
  }
  unlinkSync(part);
  return true;
}

/**
 * Gives each its name, or none of them. The first name that is taken by now; null: all have theirs. Nothing else of
 * the process comes between, neither a signal.
 */
export function takeNames(files: readonly PartFile[]): string | null {
  const named: string[] = [];
  try {
    for (const file of files) {
      if (!takeName(file)) break;
      named.push(file.name);
    }
  } finally {
    if (named.length < files.length) named.forEach(dropNow);
  }
  return files[named.length]?.name ?? null;
}

/** A file that is made at once. False: there is something of that name by now. */
export function writeNew(name: string, text: string): boolean {
  return inPart(name, text, (part) => takeName({ part, name }));
}

/** In place of the file that is there, with its rights; that one stays where the other cannot be written. */
export function writeInPlace(name: string, text: string): void {
  const place = realpathSync(name);
  inPart(place, text, (part) => {
    chmodSync(part, statSync(place).mode);
    renameSync(part, place);
  });
}

function inPart<T>(name: string, text: string, then: (part: string) => T): T {
  const part = partOf(name);
  try {
    writeFileSync(part, text, { flag: "wx", flush: true });
    return then(part);
  } finally {
    dropNow(part);
  }
}

/** A file with nothing in it counts for none. */
export function isFree(name: string): boolean {
  const there = statSync(name, { throwIfNoEntry: false });
  return there === undefined || (there.isFile() && there.size === 0);
}

/** At once, as far as it can be done. */
export function dropNow(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Whoever takes a file back has to go on, whatever becomes of it.
  }
}
