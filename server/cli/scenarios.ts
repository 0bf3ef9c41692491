/** Scenario files as commands take them: read, and every problem printed, before anything runs. */
import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { renderProblem } from "../../shared/problem.ts";
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { loadScenario } from "../scenario/load.ts";
import { diskLibrary } from "../scenario/library.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Session } from "./session.ts";

const STDIN = "-";

export type CheckedFile = {
  readonly name: string;
  readonly loaded: LoadedScenario | null;
  readonly problems: readonly Problem[];
};

/** Reads each file; problems are in what comes back, nothing is printed. */
export function checkFiles(files: readonly string[], { texts }: Session): readonly CheckedFile[] {
  if (files.filter((file) => file === STDIN).length > 1)
    throw new CommandError(EXIT.usage, texts.t("usage.stdinTwice"));
  const library = diskLibrary(process.cwd());
  return files.map((name) => {
    const source = name === STDIN ? { file: "stdin", text: readFileSync(0, "utf8") } : { name };
    const result = loadScenario(source, library);
    return result.ok
      ? { name, loaded: result, problems: result.warnings }
      : { name, loaded: null, problems: result.problems };
  });
}

/** All files, or the problems on stderr and the exit code of an invalid scenario. */
export function loadFiles(files: readonly string[], session: Session): readonly LoadedScenario[] {
  const repeated = files.find((file, i) => files.indexOf(file) !== i);
  if (repeated !== undefined)
    throw new CommandError(EXIT.usage, session.texts.t("usage.twice", { file: repeated }));
  const checked = checkFiles(files, session);
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

/** Errors always, warnings unless the command is to be quiet. */
export function printProblems(problems: readonly Problem[], { texts, quiet }: Session): void {
  for (const problem of problems) {
    if (quiet && problem.severity === "warning") continue;
    const [place, ...rest] = renderProblem(problem, texts.problems).split("\n");
    const color = problem.severity === "error" ? "red" : "yellow";
    process.stderr.write(`${[styleText(color, place!, { stream: process.stderr }), ...rest].join("\n")}\n`);
  }
}
