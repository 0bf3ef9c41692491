/** Scenario files as commands take them: read, and every problem printed, before anything runs. */
import { styleText } from "node:util";
import { renderProblem } from "../../shared/problem.ts";
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { loadScenario } from "../scenario/load.ts";
import type { ScenarioSource } from "../scenario/load.ts";
import { diskLibrary } from "../scenario/library.ts";
import { YAML_BOUNDS } from "../scenario/yaml.ts";
import { CommandError, EXIT } from "./exit.ts";
import { placeOf } from "./file-place.ts";
import type { Session } from "./session.ts";
import type { Texts } from "./texts.ts";

export const STDIN = "-";

export type CheckedFile = {
  readonly name: string;
  readonly loaded: LoadedScenario | null;
  readonly problems: readonly Problem[];
};

/** Reads each file; problems are in what comes back, nothing is printed. */
export async function checkFiles(
  files: readonly string[],
  { texts }: Session,
): Promise<readonly CheckedFile[]> {
  const library = diskLibrary(process.cwd());
  const sources = await sourcesOf(files, texts);
  return files.map((name, i) => {
    const result = loadScenario(sources[i]!, library);
    return result.ok
      ? { name, loaded: result, problems: result.warnings }
      : { name, loaded: null, problems: result.problems };
  });
}

/** Where each of the files is read from; standard input is read to its end. */
export async function sourcesOf(files: readonly string[], { t }: Texts): Promise<readonly ScenarioSource[]> {
  if (files.filter((file) => file === STDIN).length > 1)
    throw new CommandError(EXIT.usage, t("usage.stdinTwice"));
  const piped = files.includes(STDIN) ? await readStandardInput() : "";
  return files.map((name) => (name === STDIN ? { file: "stdin", text: piped } : { name }));
}

/** Waits for whoever writes; what is too long for a scenario is not read to its end. */
async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes > YAML_BOUNDS.bytes) break;
  }
  return Buffer.concat(parts).toString("utf8");
}

/** All files, or the problems on stderr and the exit code of an invalid scenario. */
export async function loadFiles(
  files: readonly string[],
  session: Session,
): Promise<readonly LoadedScenario[]> {
  refuseRepeated(files, session);
  const checked = await checkFiles(files, session);
  for (const { problems } of checked) printProblems(problems, session);
  const loaded = checked.flatMap((file) => (file.loaded === null ? [] : [file.loaded]));
  if (loaded.length < files.length) {
    const count = checked
      .flatMap((file) => file.problems)
      .filter((problem) => problem.severity === "error").length;
    throw new CommandError(EXIT.invalid, session.texts.t("invalid", { count }));
  }
  return loaded;
}

/** Of files alone: standard input has a sentence of its own where it is read. */
export function refuseRepeated(given: readonly string[], { texts }: Session): void {
  const files = given.filter((file) => file !== STDIN);
  const places = files.map(placeOf);
  const at = places.findIndex((place, i) => places.indexOf(place) !== i);
  if (at === -1) return;
  const [file, first] = [files[at]!, files[places.indexOf(places[at]!)]!];
  const text = file === first ? texts.t("usage.twice", { file }) : texts.t("usage.oneFile", { file, first });
  throw new CommandError(EXIT.usage, text);
}

/** Errors always, warnings unless the command is to be quiet. */
export function printProblems(problems: readonly Problem[], { texts, quiet }: Session): void {
  for (const problem of problems) {
    if (quiet && problem.severity === "warning") continue;
    process.stderr.write(`${problemText(problem, texts)}\n`);
  }
}

/** As it is printed on stderr. */
export function problemText(problem: Problem, texts: Texts): string {
  const [place, ...rest] = renderProblem(problem, texts.problems).split("\n");
  const color = problem.severity === "error" ? "red" : "yellow";
  return [styleText(color, place!, { stream: process.stderr }), ...rest].join("\n");
}

/** Prints what is wrong with what a command asks; problems of its options alone are a wrong call. */
export function refusedAsked(problems: readonly Problem[], session: Session): CommandError {
  printProblems(problems, session);
  const errors = problems.filter(({ severity }) => severity === "error");
  const isCall = errors.every(({ file }) => file.startsWith("--"));
  const text = session.texts.t("invalid", { count: errors.length });
  return new CommandError(isCall ? EXIT.usage : EXIT.invalid, text);
}
