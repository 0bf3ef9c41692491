/** The files of a sweep as the command takes them: read, with all their points checked, before anything runs. */
import { styleText } from "node:util";
import type { Problem } from "../../shared/problem.ts";
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import type { SweepPlan } from "../../shared/sweep/plan.ts";
import type { SweepPoints } from "../analysis/sweep/results.ts";
import { distinctNames } from "../run/compared.ts";
import { loadPoints, sweepPoints } from "../run/sweep-points.ts";
import type { InvalidPoints } from "../run/sweep-points.ts";
import { diskLibrary } from "../scenario/library.ts";
import { readSweep } from "../scenario/sweep-file.ts";
import { CommandError, EXIT } from "./exit.ts";
import { printProblems, problemText, refuseRepeated, sourcesOf } from "./scenarios.ts";
import type { Session } from "./session.ts";

export type SweptFile = {
  /** As results call it: the name of the scenario, and where two have the same one the file. */
  readonly name: string;
  readonly plan: SweepPlan;
  /** The scenario as it is without the sweep. */
  readonly scenario: LoadedScenario;
  readonly points: SweepPoints;
  /** One a point. */
  readonly scenarios: readonly LoadedScenario[];
};

/** What is wrong with a file, as it is printed. `ofOptions`: it does not name the file itself. */
type Fault = { readonly file: string; readonly text: string; readonly ofOptions: boolean };

/** `asked`: what options say of every one of them. Whatever is wrong with any of them is said at once. */
export async function sweptFiles(
  files: readonly string[],
  asked: readonly Setting[],
  session: Session,
): Promise<readonly SweptFile[]> {
  refuseRepeated(files, session);
  const library = diskLibrary(process.cwd());
  const sources = await sourcesOf(files, session.texts);
  const reads = sources.map((source) => readSweep(source, asked, library));
  const problems = reads.flatMap((read, i) =>
    read.ok ? [] : read.problems.map((problem) => ({ file: files[i]!, problem })),
  );
  if (problems.length > 0) throw refused(problems, files, session);
  const read = reads.flatMap((one) => (one.ok ? [one] : []));
  for (const { scenario } of read) printProblems(scenario.warnings, session);
  const points = read.map(({ plan }) => sweepPoints(plan));
  const loaded = read.map((one, i) => loadPoints(one, points[i]!.levels));
  const invalid = loaded.flatMap((one, i) =>
    one.ok ? [] : [{ file: files[i]!, plan: read[i]!.plan, invalid: one.invalid }],
  );
  if (invalid.length > 0) {
    const total = points.reduce((sum, { levels }) => sum + levels.length, 0);
    throw refusedPoints(invalid, total, files, session);
  }
  const names = distinctNames(read.map(({ scenario }, i) => ({ ...scenario, file: files[i]! })));
  return read.map(({ plan, scenario }, i) => {
    const one = loaded[i]!;
    return { name: names[i]!, plan, scenario, points: points[i]!, scenarios: one.ok ? one.scenarios : [] };
  });
}

/** Problems of the options alone are a wrong call. */
function refused(
  found: readonly { readonly file: string; readonly problem: Problem }[],
  files: readonly string[],
  session: Session,
): CommandError {
  const isOfOptions = ({ file }: Problem): boolean => file.startsWith("--");
  const shown = found.filter(({ problem }) => !session.quiet || problem.severity === "error");
  const told = shown.map(({ file, problem }): Fault => ({
    file,
    text: problemText(problem, session.texts),
    ofOptions: isOfOptions(problem),
  }));
  printFaults(told, files);
  const errors = found.filter(({ problem }) => problem.severity === "error");
  const count = new Set(errors.map(({ problem }) => problemText(problem, session.texts))).size;
  const isCall = errors.every(({ problem }) => isOfOptions(problem));
  return new CommandError(isCall ? EXIT.usage : EXIT.invalid, session.texts.t("invalid", { count }));
}

function refusedPoints(
  found: readonly { readonly file: string; readonly plan: SweepPlan; readonly invalid: InvalidPoints }[],
  total: number,
  files: readonly string[],
  { texts }: Session,
): CommandError {
  const { t } = texts;
  const faults = found.flatMap(({ file, plan, invalid }) =>
    invalid.first.map(({ point, levels, problems }): Fault => {
      const values = plan.factors.map(({ label }, i) => `${label} = ${levels[i]!.text}`).join(", ");
      const head = styleText("bold", t("sweep.invalidPoint", { point, values }), { stream: process.stderr });
      const errors = problems.filter(({ severity }) => severity === "error");
      const text = [head, ...errors.map((problem) => problemText(problem, texts))].join("\n");
      return { file, text, ofOptions: true };
    }),
  );
  printFaults(faults, files);
  const count = found.reduce((sum, { invalid }) => sum + invalid.count, 0);
  return new CommandError(EXIT.invalid, t("sweep.invalid", { count, total }));
}

/** Each once, however many files have it; where it does not name its file and not all have it, after those that do. */
function printFaults(faults: readonly Fault[], files: readonly string[]): void {
  const byText = Map.groupBy(faults, ({ text }) => text);
  for (const [text, same] of byText) {
    const having = new Set(same.map(({ file }) => file));
    if (same[0]!.ofOptions && having.size < files.length)
      process.stderr.write(`${styleText("bold", [...having].join(", "), { stream: process.stderr })}:\n`);
    process.stderr.write(`${text}\n`);
  }
}
