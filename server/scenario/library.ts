/**
 * Where the files come from that a scenario names. The command line reads the disk; a scenario sent
 * through the page is answered from a fixed set held in memory, so that it can never make the server
 * read its own disk.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import type { ProblemCode, ProblemParams } from "../../shared/problem.ts";
import { shorten } from "../../shared/problem.ts";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { MAX_ARRIVALS_BYTES } from "./arrivals-csv.ts";
import { YAML_BOUNDS, sizes } from "./yaml.ts";

export type FoundFile = {
  readonly ok: true;
  /** Tells files apart, whatever they are called by; names in this file count from it. */
  readonly id: string;
  /** As problems name it. */
  readonly file: string;
  readonly text: string;
};
export type RefusedFile = { readonly ok: false; readonly code: ProblemCode; readonly params: ProblemParams };

export interface ScenarioLibrary {
  /** The scenario that `name` means in the file `from`, or at the top where that is null. */
  scenario(name: string, from: string | null): FoundFile | RefusedFile;
  /** The list of arrivals that `name` means in the file `from`. */
  arrivals(name: string, from: string | null): FoundFile | RefusedFile;
}

const refused = (code: ProblemCode, params: ProblemParams): RefusedFile => ({ ok: false, code, params });

/** The files of this machine, names counted from `folder` or from the file that names them. */
export function diskLibrary(folder: string): ScenarioLibrary {
  const read = (name: string, from: string | null, bytes: number): FoundFile | RefusedFile => {
    const id = resolve(from === null ? folder : dirname(from), name);
    const inside = relative(folder, id);
    const file = from === null ? name : inside.startsWith("..") ? id : inside;
    const found = readDisk(id, file, bytes);
    return found.ok || from !== null || found.code !== "CR-101"
      ? found
      : refused("CR-101", { ...found.params, context: "here" });
  };
  return {
    scenario: (name, from) => read(name, from, YAML_BOUNDS.bytes),
    arrivals: (name, from) => read(name, from, MAX_ARRIVALS_BYTES),
  };
}

function readDisk(id: string, file: string, bytes: number): FoundFile | RefusedFile {
  const name = shorten(file === "" ? "." : file);
  if (id.includes("\0")) return refused("CR-101", { name: name.replaceAll("\0", "") });
  try {
    const stat = statSync(id);
    // A pipe or a device would never end.
    if (stat.isDirectory()) return refused("CR-102", { name, context: "folder" });
    if (!stat.isFile()) return refused("CR-102", { name, context: "notPlain" });
    if (stat.size > bytes) return refused("CR-103", { ...sizes(stat.size), most: bytes / 1024 });
    return { ok: true, id, file, text: readFileSync(id, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG"
      ? refused("CR-101", { name })
      : refused("CR-102", { name, reason: code });
  }
}

/** Files in these ask something of scenarios and are none themselves. */
const ASKING = ["sweeps", "questions"];

/** Every scenario and list of arrivals below a folder, read once, named by its path from there. */
export function readShipped(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    names
      .filter((name) => [".yaml", ".csv"].includes(extname(name)) && !ASKING.includes(name.split(sep)[0]!))
      .map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "utf8")]),
  );
}

/** A fixed set of files; reads nothing. */
export function shippedLibrary(files: ReadonlyMap<string, string>): ScenarioLibrary {
  const scenarios = [...files.keys()].filter((name) => name.endsWith(".yaml"));
  const find = (name: string, from: string | null): FoundFile | null => {
    const id = posix.join(from === null ? "." : posix.dirname(from), name);
    const text = files.get(id);
    return text === undefined ? null : { ok: true, id, file: id, text };
  };
  return {
    scenario: (name, from) =>
      find(name, from) ?? refused("CR-121", { name: shorten(name), ...guessParams(name, scenarios) }),
    arrivals: (name, from) =>
      (from === null ? null : find(name, from)) ?? refused("CR-124", { name: shorten(name) }),
  };
}
