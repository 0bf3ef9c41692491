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

/** The name that a file was to have, and the process that made it; null: it is no such file. */
export function partNamed(file: string): { readonly name: string; readonly process: number } | null {
  const [, name, process] = /^(.+)\.(\d+)-[\da-f]{8}\.part$/.exec(file) ?? [];
  return name === undefined ? null : { name, process: Number(process) };
}

/**
 * New, for appending: what is written after something was taken back follows what stays. It is made at once: one still
 * being made when the process ends would come to be after all that is unfinished has been dropped.
 */
export async function openPart(part: string): Promise<FileHandle> {
  closeSync(openSync(part, "wx"));
  try {
    return await open(part, constants.O_RDWR | constants.O_APPEND);
  } catch (error) {
    dropNow(part);
    throw error;
  }
}

/** Gives the file its name. False: there is something of that name by now, and the file stays where it is. */
export const takeName = (file: PartFile): boolean => takeNames([file]) === null;

/**
 * Gives each its name in this order, or none of them. The first name that is taken by now; null: all have theirs.
 * Nothing else of the process comes between, neither a signal. A kill may: until the last has its name the others
 * have two, by which whoever comes next knows what was left (`leftovers.ts`).
 */
export function takeNames(files: readonly PartFile[]): string | null {
  const named: string[] = [];
  try {
    for (const file of files) {
      if (!addName(file)) break;
      named.push(file.name);
    }
  } finally {
    if (named.length < files.length) named.forEach(dropNow);
  }
  if (named.length < files.length) return files[named.length]!.name;
  for (const { part } of files) dropNow(part);
  return null;
}

/** Beside the one it has, where the disk knows such a thing. False: there is something of that name by now. */
function addName({ part, name }: PartFile): boolean {
  try {
    // Unlike `rename` it never replaces what another command has put there in the meantime.
    linkSync(part, name);
  } catch {
    if (!isFree(name)) return false;
    renameSync(part, name);
  }
  return true;
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
