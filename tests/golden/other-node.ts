/** Other Nodes on this machine, and the model run in one of them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { HourlyRun } from "./hourly.ts";

export type OtherNode = { readonly path: string; readonly version: string };

const USUAL_FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
/** The first that has all that the bundle is written in. */
const OLDEST_MAJOR = 20;

/** One for each major version other than that of this process, on the search path and in the usual folders. */
export function otherNodes(): readonly OtherNode[] {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...USUAL_FOLDERS];
  const paths = folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
  const found = new Map([[majorOf(process.version), null as OtherNode | null]]);
  for (const path of new Set(paths.map((path) => realpathSync(path)))) {
    const version = execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
    const major = majorOf(version);
    if (major >= OLDEST_MAJOR && !found.has(major)) found.set(major, { path, version });
  }
  return [...found.values()].filter((node) => node !== null);
}

const majorOf = (version: string): number => Number(version.replace(/^v/, "").split(".")[0]);

/** The hourly hashes of runs, worked out by another Node, which cannot read the sources as they are. */
export async function hashesByOtherNode(
  { path }: OtherNode,
  runs: readonly HourlyRun[],
): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), "cruce-other-node-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL("./hourly.ts", import.meta.url)),
        outDir: folder,
        target: "es2022",
        rolldownOptions: { output: { entryFileNames: "hourly.mjs" } },
      },
    });
    writeFileSync(
      join(folder, "main.mjs"),
      `import { readFileSync } from "node:fs";
import { hourlyHashes } from "./hourly.mjs";
const runs = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(runs.map(hourlyHashes)));`,
    );
    const output = execFileSync(path, [join(folder, "main.mjs")], {
      input: JSON.stringify(runs),
      encoding: "utf8",
      // What this process was started with need not exist there.
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    return JSON.parse(output) as readonly (readonly string[])[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
