/**
 * What a command that was killed has left in a folder for results: files that have no name yet, and, where it was
 * killed while they took theirs, tables without metadata. Those are told from tables of anybody else by the part file,
 * which is the same file under its other name.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { dropNow, isFree, partNamed } from "../part-file.ts";

/** Removes it, of the files that results have; `metadata` is the one without which they are not whole. */
export function dropLeftovers(folder: string, names: readonly string[], metadata: string): readonly string[] {
  const parts = readdirSync(folder).filter((file) => isLeftover(file, names));
  const left = new Set(parts.map((part) => identityOf(join(folder, part))));
  const named = isFree(join(folder, metadata))
    ? names.filter((name) => left.has(identityOf(join(folder, name))))
    : [];
  // What proves that the others are leftovers goes last: this command may be killed as well.
  const all = [...named, ...parts];
  for (const file of all) dropNow(join(folder, file));
  return all;
}

function isLeftover(file: string, names: readonly string[]): boolean {
  const part = partNamed(file);
  return part !== null && names.includes(part.name) && !isRunning(part.process);
}

/** Another process than this one, whose number may come again in a container. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The same for all names of one file; null: there is none. */
const identityOf = (file: string): bigint | null =>
  statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
