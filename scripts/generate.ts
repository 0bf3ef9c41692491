/**
 * `npm run generate`: writes every file that derives from the sources. `-- --check` writes nothing and
 * fails where a committed file is not current.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { GENERATED } from "./generate/files.ts";

const ROOT = new URL("../", import.meta.url);
const isCheck = process.argv.includes("--check");

let stale = 0;
for (const { file, make } of GENERATED) {
  const path = fileURLToPath(new URL(file, ROOT));
  const text = make();
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale++;
  if (!isCheck) writeFileSync(path, text);
  process.stderr.write(`${isCheck ? "not current" : "written"}: ${file}\n`);
}
process.exitCode = isCheck && stale > 0 ? 1 : 0;
