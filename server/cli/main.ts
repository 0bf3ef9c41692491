/**
 * The command `cruce`. Results go to stdout, everything else to stderr; the exit codes are in exit.ts.
 *
 * A closed pipe (`cruce … | head`) ends it quietly.
 */
import { assertRuntime, enableCache } from "../runtime.ts";
import { EXIT } from "./exit.ts";
import { tellFailure } from "./failure.ts";
import { runProgram } from "./program.ts";
import { languageAsked, languageOf, textsIn } from "./texts.ts";
import { isAnythingUnfinished } from "./unfinished.ts";
import { writeWholly } from "./whole-writes.ts";
import { reasonOf } from "./write-failure.ts";

assertRuntime();
enableCache();

const argv = process.argv.slice(2);
if (argv.includes("--no-color")) process.env["NO_COLOR"] = "1";
const texts = textsIn(languageAsked(argv) ?? languageOf(process.env));

writeWholly(process.stdout);
// Where nobody can be told what is wrong, the code still says it.
process.stderr.on("error", () => undefined);
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") {
    // Nobody reads the results any more; the files that were asked for are written all the same.
    if (!isAnythingUnfinished()) process.exit(EXIT.fine);
    return;
  }
  const reason = reasonOf(error, texts) ?? error.message;
  process.stderr.write(`${texts.t("files.failed", { file: "stdout", reason })}\n`);
  process.exit(EXIT.failed);
});

try {
  process.exitCode = await runProgram(argv, texts);
} catch (error) {
  process.exitCode = tellFailure(error, texts);
}
