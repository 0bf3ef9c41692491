/** `cruce schema`: the committed JSON Schema, as editors use it. */
import { readFileSync } from "node:fs";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";

export function schema(): ExitCode {
  process.stdout.write(
    readFileSync(new URL("../../../scenarios/scenario.schema.json", import.meta.url), "utf8"),
  );
  return EXIT.fine;
}
