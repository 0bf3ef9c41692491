/** Runs the command as a user does: its own process, its own streams; or in this process, which is quicker. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { tellFailure } from "../../server/cli/failure.ts";
import { runProgram } from "../../server/cli/program.ts";
import { languageAsked, textsIn } from "../../server/cli/texts.ts";
import { shippedLibrary } from "../../server/scenario/library.ts";
import { loadScenario } from "../../server/scenario/load.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Language } from "../../shared/vocabulary.ts";

export const MAIN = fileURLToPath(new URL("../../server/cli/main.ts", import.meta.url));
const CHECKOUT = fileURLToPath(new URL("../../", import.meta.url));

export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type CruceOptions = { readonly stdin?: string; readonly env?: Readonly<Record<string, string>> };

/** With nothing stored, unless a folder is named by CRUCE_DATA. */
export function cruce(args: readonly string[], options: CruceOptions = {}): Promise<Finished> {
  const { promise, resolve } = Promise.withResolvers<Finished>();
  // The test runner forces colors; a user's terminal does not.
  const data = mkdtempSync(join(tmpdir(), "cruce-data-"));
  const { FORCE_COLOR: _, LC_ALL: __, LC_MESSAGES: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: CHECKOUT,
    env: { ...inherited, LANG: "C", CRUCE_DATA: data, ...options.env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.end(options.stdin ?? "");
  child.on("close", (code) => {
    rmSync(data, { recursive: true, force: true });
    resolve({ code, stdout, stderr });
  });
  return promise;
}

/** Commands that run days, which take less time here than the start of another thread would. */
const OF_DAYS = ["run", "compare", "forecast", "worth", "sweep", "optimize"];

function withOneWorker(args: readonly string[]): readonly string[] {
  const [command = "", ...rest] = args;
  const isAsked = rest.some((word) => word.startsWith("--workers"));
  return OF_DAYS.includes(command) && !isAsked ? [command, "--workers", "1", ...rest] : args;
}

/**
 * In this process, without the start of one: what a command says and its code. Also with nothing stored, unless a
 * folder is named, and on one thread, unless it says on how many. One at a time: it takes the streams of the process.
 */
export async function cruceHere(
  args: readonly string[],
  language: Language = "en",
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const data = mkdtempSync(join(tmpdir(), "cruce-data-"));
  const restore = setEnvironment({ FORCE_COLOR: undefined, CRUCE_DATA: data, ...env });
  const { argv } = process;
  // Results tell the command that makes them again.
  process.argv = [process.execPath, MAIN, ...args];
  const [stdout, stderr] = [listenTo("stdout"), listenTo("stderr")];
  const texts = textsIn(languageAsked(args) ?? language);
  try {
    const code = await runProgram(withOneWorker(args), texts).catch((error: unknown) =>
      tellFailure(error, texts),
    );
    return { code, stdout: stdout.heard(), stderr: stderr.heard() };
  } finally {
    stdout.leave();
    stderr.leave();
    process.argv = argv;
    restore();
    rmSync(data, { recursive: true, force: true });
  }
}

type Listener = { readonly heard: () => string; readonly leave: () => void };

/** What a stream is given is heard instead of written. */
function listenTo(stream: "stdout" | "stderr"): Listener {
  const parts: Uint8Array[] = [];
  const spy = vi.spyOn(process[stream], "write").mockImplementation((part, ...more: unknown[]) => {
    parts.push(typeof part === "string" ? Buffer.from(part) : part);
    for (const one of more) if (typeof one === "function") one();
    return true;
  });
  return { heard: () => Buffer.concat(parts).toString(), leave: () => spy.mockRestore() };
}

/** The function that comes back sets what was there before. */
function setEnvironment(variables: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return () => void setEnvironment(before);
}

/** A small port that runs in a blink; `booths` makes a variant. */
export const smallPort = (booths: number, name = `${booths} booths`): string => `
cruce: 1
name: ${name}
hours: "08:00-12:00"
northbound:
  demand: { rates: { "08:00": 60 /h, "12:00": 0 /h } }
  stages:
    primary:
      booths: { shared: ${booths} }
      line: pooled
      service: exponential 100 s
`;

export function loadSmallPort(): LoadedScenario {
  const loaded = loadScenario({ file: "small.yaml", text: smallPort(2) }, shippedLibrary(new Map()));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}
