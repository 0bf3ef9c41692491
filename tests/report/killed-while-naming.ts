/**
 * A program that writes results into a folder (its first argument) and is killed just before it does the nth thing
 * (its second) to the names of their files. One that does fewer ends as ever.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [folder = "", at = ""] = process.argv.slice(2);
let left = Number(at);

for (const verb of ["linkSync", "renameSync", "unlinkSync", "rmSync"] as const) {
  const does = fs[verb] as (...args: readonly unknown[]) => void;
  const counted = (...args: readonly unknown[]): void => {
    if (String(args[0]).endsWith(".part") && --left === 0) process.kill(process.pid, "SIGKILL");
    does(...args);
  };
  Object.assign(fs, { [verb]: counted });
}
syncBuiltinESMExports();

const { writeResults } = await import("./some-results.ts");
await writeResults(folder, "killed");
