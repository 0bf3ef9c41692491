/**
 * The version of the model: what decides how a run goes and what is measured, by its sources. Results of another
 * version are never taken for those of this one. Texts are left out, as nothing is computed from them.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { DRAW_SCHEME } from "../engine/draws.ts";

const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

/** Folders and files, from the checkout; the core also as it was compiled, since that is what runs. */
export const MODEL_SOURCES: readonly string[] = [
  "shared",
  "server/core",
  "server/engine",
  "server/port",
  "server/measure",
  "server/run/plan-scenario.ts",
  "server/run/replication.ts",
  "server/run/stored-run.ts",
  "server/run/tallied-runs.ts",
  "server/run/packed.ts",
  "server/scenario/civil-days.ts",
  "dist/core.js",
];
const TEXTS = "shared/messages";

let own: string | null = null;

/** That of this checkout; read once a process. */
export const modelVersion = (): string => (own ??= versionOf(CHECKOUT));

export function versionOf(checkout: string): string {
  const hash = createHash("sha256");
  for (const path of MODEL_SOURCES.flatMap((place) => filesOf(checkout, place))) {
    // Without carriage returns, so that a checkout on Windows has the same version.
    const text = readFileSync(join(checkout, path), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${path}\0${text}\0`);
  }
  return `${DRAW_SCHEME}-${hash.digest("hex")}`;
}

function filesOf(checkout: string, place: string): readonly string[] {
  if (place === TEXTS) return [];
  if (posix.extname(place) !== "") return [place];
  return readdirSync(join(checkout, place), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(place, entry.name);
      return entry.isDirectory() || path.endsWith(".ts") ? filesOf(checkout, path) : [];
    });
}
