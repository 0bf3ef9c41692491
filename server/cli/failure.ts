/** What ends a command before its time, in one line for people: a mistake of ours, too, is no stack trace. */
import { runawayParams } from "../../shared/runaway.ts";
import { runawayOf } from "../run/unit.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { ExitCode } from "./exit.ts";
import type { Texts } from "./texts.ts";

/** Says it on stderr; the code is what the process is to exit with. */
export function tellFailure(error: unknown, texts: Texts): ExitCode {
  process.stderr.write(`${sentenceOf(error, texts)}\n`);
  return error instanceof CommandError ? error.code : EXIT.failed;
}

function sentenceOf(error: unknown, { t }: Texts): string {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ");
  if (error instanceof CommandError) return reason;
  const runaway = runawayOf(error);
  return runaway === null ? t("failed", { reason }) : t(`runaway.${runaway.limit}`, runawayParams(runaway));
}
