/**
 * A file that a command makes without ever overwriting another: it stands beside its name, under one that no other
 * command has, until it is fit to have its own.
 */
import { randomBytes } from "node:crypto";
import { linkSync, renameSync, rmSync, statSync, unlinkSync } from "node:fs";
import { lstat, realpath } from "node:fs/promises";

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
