/** `cruce run`: each scenario on its own, side by side in one table. */
import type { LoadedScenario } from "../../../shared/scenario/loaded.ts";
import { distinctNames } from "../../run/compared.ts";
import { steadyWarmUps, warmUpCheckOf } from "../../run/warm-up-check-of.ts";
import { finish, runGroups } from "../experiment.ts";
import type { RequiringOptions } from "../experiment.ts";
import type { ExitCode } from "../exit.ts";
import { cautionsOf, sayAside } from "../output/cautions.ts";
import { badDaySentences, isOfDays } from "../output/days.ts";
import { gainsOfArrivals, gainsOfPairs, isHeadline } from "../output/gains.ts";
import { basis, estimatesTable, noteOfEstimates } from "../output/tables.ts";
import { tidyCsv, tidyJson } from "../output/tidy.ts";
import { keeping } from "../kept-results.ts";
import type { KeepOptions, KeptResults } from "../kept-results.ts";
import { block, judgeAll, refuseUnanswerable, sayJudged, worst } from "../requirements.ts";
import { saidOfWarmUp } from "../output/warm-up.ts";
import { scenarioFiles } from "../scenario-files.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";
import { endingsOf, refuseUnknownFigure } from "../until.ts";
import { wantedFor } from "../wanted.ts";

/** `warmUpCheck`: also how much of the beginning to leave out. */
export type RunOptions = RequiringOptions & { readonly warmUpCheck: boolean };

export async function run(
  files: readonly string[],
  options: RunOptions,
  keep: KeepOptions,
  session: Session,
): Promise<ExitCode> {
  const { until = null } = options;
  const scenarios = named(await loadFiles(scenarioFiles(files, session.texts), session));
  refuseUnanswerable(options.requirements, scenarios, false, session.texts);
  if (until !== null) refuseUnknownFigure(until, scenarios, session.texts);
  return keeping(keep, { isCompared: false }, session, (kept) =>
    runAndPrint(scenarios, options, kept, session),
  );
}

async function runAndPrint(
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  kept: KeptResults,
  session: Session,
): Promise<ExitCode> {
  const { until = null, warmUpCheck } = options;
  const outcome = await runGroups(
    scenarios.map((scenario) => [scenario]),
    options,
    session,
    {
      wanted: wantedFor(options, kept, until === null ? [] : [until.precision.figure]),
      visits: kept.visits,
    },
  );
  const { results } = outcome;
  const judged = judgeAll(options.requirements, results);
  if (results.length > 0) {
    const { texts } = session;
    const estimates = results.flatMap((result) => result.estimates);
    const cautions = cautionsOf(results, texts);
    const warmUps = warmUpCheck ? results.map((result) => warmUpCheckOf(result, 0)) : null;
    const judgments = sayJudged(judged, texts);
    const endings = endingsOf(outcome.readings, options, false, texts);
    const said = endings.map(({ text }) => text);
    if (options.format === "json")
      process.stdout.write(
        tidyJson(outcome, scenarios, options.seed, {
          warnings: cautions,
          warmUps,
          judged,
          ...(until !== null && { until: { ...until, endings } }),
        }),
      );
    else if (options.format === "csv") process.stdout.write(tidyCsv(outcome));
    else if (options.format === "table") {
      const names = results.flatMap((result) => result.scenarios);
      const asked = until?.precision.figure ?? null;
      const notes = [
        ...noteOfEstimates(estimates, asked, texts),
        ...(warmUps ?? []).flatMap((check) => saidOfWarmUp(check, texts)),
        ...(isOfDays(scenarios) ? badDaySentences(results, texts) : []),
        ...gainsOfArrivals(estimates, texts),
        ...gainsOfPairs(estimates.filter(isHeadline), texts),
        basis(results, scenarios, texts),
      ];
      const parts = [
        estimatesTable(names, estimates, asked, texts),
        ...cautions,
        ...said,
        ...block(judgments),
        notes.join("\n"),
      ];
      process.stdout.write(`${parts.join("\n\n")}\n`);
    }
    const asked = [...said, ...judgments];
    if (options.format !== "table") sayAside([...cautions, ...asked], session);
    await kept.write(outcome, scenarios, {
      warnings: cautions,
      judgments: asked,
      warmUps: warmUps ?? (kept.hasReport ? results.flatMap(steadyWarmUps) : []),
    });
  }
  return worst(finish(outcome, options, session), judged);
}

/** Each runs by itself, but rows of all go into one list by name. */
function named(scenarios: readonly LoadedScenario[]): readonly LoadedScenario[] {
  const names = distinctNames(scenarios);
  return scenarios.map((one, i) => ({ ...one, scenario: { ...one.scenario, name: names[i]! } }));
}
