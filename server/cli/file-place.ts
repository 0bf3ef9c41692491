/** Where a file is, whatever it is called: `a.yaml`, `./a.yaml` and a link to it are one. */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Of a file that is not there, where it would be. */
export function placeOf(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return resolve(name);
  }
}
