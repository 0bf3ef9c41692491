/**
 * A file that a command makes without ever overwriting another: it stands beside its name, under one that no other
 * command has, until it is fit to have its own.
 */
import { randomBytes } from "node:crypto";
import { link, lstat, realpath, rename, stat, unlink } from "node:fs/promises";

/** The file that a name means: behind links, which stay. Throws where one leads nowhere. */
export async function placeOf(name: string): Promise<string> {
  const there = await lstat(name).catch(() => null);
  return there === null ? name : realpath(name);
}

/** Where it stands until then. The number of a process alone comes again, in containers soon, with what a killed one has left. */
export const partOf = (name: string): string =>
  `${name}.${process.pid}-${randomBytes(4).toString("hex")}.part`;

/** Gives the file its name. False: there is something of that name by now, and the file stays where it is. */
export async function takeName(part: string, name: string): Promise<boolean> {
  try {
    // Unlike `rename` it never replaces what another command has put there in the meantime.
    await link(part, name);
  } catch {
    if (!(await isFree(name))) return false;
    await rename(part, name);
    return true;
  }
  await unlink(part);
  return true;
}

/** A file with nothing in it counts for none. */
async function isFree(name: string): Promise<boolean> {
  const there = await stat(name).catch(() => null);
  return there === null || (there.isFile() && there.size === 0);
}

export const dropPart = (part: string): Promise<void> => unlink(part).catch(() => undefined);
