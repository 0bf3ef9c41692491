/** `cruce run`: each scenario on its own, side by side in one table. */
import { finish, runGroups } from "../experiment.ts";
import type { ExperimentOptions } from "../experiment.ts";
import type { ExitCode } from "../exit.ts";
import { basis, estimatesTable } from "../output/tables.ts";
import { tidyCsv, tidyJson } from "../output/tidy.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";

export async function run(
  files: readonly string[],
  options: ExperimentOptions,
  session: Session,
): Promise<ExitCode> {
  const scenarios = loadFiles(files, session);
  const outcome = await runGroups(
    scenarios.map((scenario) => [scenario]),
    options,
    session,
  );
  const { results } = outcome;
  if (results.length > 0) {
    if (options.format === "json") process.stdout.write(tidyJson(outcome, scenarios, options.seed));
    else if (options.format === "csv") process.stdout.write(tidyCsv(outcome));
    else {
      const estimates = results.flatMap((result) => result.estimates);
      const names = results.flatMap((result) => result.scenarios);
      process.stdout.write(
        `${estimatesTable(names, estimates, session.texts)}\n\n${basis(results, session.texts)}\n`,
      );
    }
  }
  return finish(outcome, options, session);
}
