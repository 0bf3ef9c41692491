/** `cruce validate`: all that is wrong with the files, and nothing else. */
import { scenarioFiles } from "../scenario-files.ts";
import { checkFiles, printProblems } from "../scenarios.ts";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import type { Session } from "../session.ts";

export async function validate(
  given: readonly string[],
  asJson: boolean,
  session: Session,
): Promise<ExitCode> {
  const { t } = session.texts;
  const files = scenarioFiles(given, session.texts);
  const checked = await checkFiles(files, session);
  const problems = checked.flatMap((file) => file.problems);
  if (asJson) {
    const report = checked.map(({ name, loaded, problems: found }) => ({
      file: name,
      valid: loaded !== null,
      problems: found,
    }));
    process.stdout.write(`${JSON.stringify({ files: report }, null, 2)}\n`);
  } else {
    printProblems(problems, session);
  }
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [t("invalid", { count: errors })] : [t("valid", { count: files.length })]),
    ...(warnings > 0 ? [t("warnings", { count: warnings })] : []),
  ];
  if (!session.quiet) process.stderr.write(`${parts.join(" ")}\n`);
  return errors > 0 ? EXIT.invalid : EXIT.fine;
}
