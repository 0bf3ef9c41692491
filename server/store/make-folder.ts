/**
 * A folder with those above it. Node's own `recursive` goes on for ever where nothing can be made and the system says
 * that there is no such folder, as in /proc.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

export function makeFolder(name: string): void {
  const folder = resolve(name);
  const above = dirname(folder);
  try {
    makeOne(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === folder) throw error;
    makeFolder(above);
    makeOne(folder);
  }
}

/** Another process may have made it by now. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
