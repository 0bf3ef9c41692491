/** `cruce diff`: how one scenario differs from another, in words. */
import { diffScenarios } from "../../../shared/scenario/diff.ts";
import { sayDifference } from "../../../shared/scenario/difference.ts";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { loadFiles } from "../scenarios.ts";
import type { Session } from "../session.ts";

export async function diff(
  before: string,
  after: string,
  asJson: boolean,
  session: Session,
): Promise<ExitCode> {
  const { texts } = session;
  const [a, b] = await loadFiles([before, after], { ...session, quiet: true });
  const differences = diffScenarios(a!.scenario, b!.scenario);
  const sentences = differences.map((difference) => sayDifference(difference, texts.diff, texts.words));
  if (asJson) {
    const entries = differences.map(({ path, kind, before: from, after: to }, i) => ({
      path,
      kind,
      before: from,
      after: to,
      text: sentences[i],
    }));
    process.stdout.write(`${JSON.stringify({ before, after, differences: entries }, null, 2)}\n`);
  } else if (sentences.length === 0) {
    process.stderr.write(`${texts.t("same")}\n`);
  } else {
    process.stdout.write(`${sentences.join("\n")}\n`);
  }
  return EXIT.fine;
}
