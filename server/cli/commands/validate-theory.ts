/** `cruce validate --theory`: the simulator against models with known answers. */
import { readFileSync } from "node:fs";
import type { Case, TheorySet } from "../../theory/case.ts";
import { CASES } from "../../theory/cases.ts";
import { writeInPlace } from "../../report/part-file.ts";
import { runCases } from "../../theory/run-cases.ts";
import type { CaseReport } from "../../theory/run-cases.ts";
import type { GeneratorName } from "../../theory/units.ts";
import { CommandError, EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { interruptible } from "../interruptible.ts";
import { theoryJson, theoryMarkdown, theoryTable } from "../output/theory.ts";
import type { Session } from "../session.ts";
import type { Texts } from "../texts.ts";
import { inWords } from "../write-failure.ts";

const BEGIN = "<!-- theory: begin -->";
const END = "<!-- theory: end -->";

export type TheoryOptions = {
  readonly set: TheorySet;
  readonly generator: GeneratorName;
  /** So many seeds, 1 the first. */
  readonly seeds: number;
  /** What the names of the cases begin with; null: all. */
  readonly only: string | null;
  /** Null: as many as there are cores. */
  readonly workers: number | null;
  readonly asJson: boolean;
  /** A Markdown file to put the table into, or null. */
  readonly write: string | null;
};

export async function validateTheory(options: TheoryOptions, session: Session): Promise<ExitCode> {
  const { set, generator, only, workers, write } = options;
  const { texts } = session;
  const cases = casesNamed(only, texts);
  const document = write === null ? null : documentAround(write, texts);
  const seeds = Array.from({ length: options.seeds }, (_, index) => index + 1);
  const asked: Asked = { set, generator, seeds };
  const { result: reports, interrupted } = await interruptible(
    session,
    "theory.running",
    (signal, onProgress) =>
      runCases({ cases, set, seeds, generator, signal, onProgress, ...(workers !== null && { workers }) }),
  );
  if (options.asJson) process.stdout.write(theoryJson(reports, { ...asked, interrupted }));
  else printTables(reports, asked, texts);
  const total = cases.length * seeds.length;
  if (interrupted) sayInterrupted(reports.length, total, write, texts);
  else if (document !== null) {
    const first = ofSeed(reports, 1);
    await document.put(`${theoryMarkdown(first, texts)}\n\n${summaryOf(first, asked, 1, texts)}`);
  }
  return exitOf(reports, interrupted);
}

/** An interrupted command says 130 even where what is done does not agree: the rest is not known. */
export function exitOf(reports: readonly CaseReport[], interrupted: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  return reports.every(({ figures }) => figures.every(({ verdict }) => verdict === "agrees"))
    ? EXIT.fine
    : EXIT.disagrees;
}

const ofSeed = (reports: readonly CaseReport[], seed: number): readonly CaseReport[] =>
  reports.filter((report) => report.seed === seed);

function casesNamed(only: string | null, { t }: Texts): readonly Case[] {
  if (only === null) return CASES;
  const cases = CASES.filter(({ id }) => id.toLowerCase().startsWith(only.toLowerCase()));
  if (cases.length > 0) return cases;
  throw new CommandError(
    EXIT.usage,
    t("usage.unknownCase", { found: only, cases: CASES.map(({ id }) => id).join(", ") }),
  );
}

type Asked = {
  readonly set: TheorySet;
  readonly generator: GeneratorName;
  readonly seeds: readonly number[];
};

function printTables(reports: readonly CaseReport[], asked: Asked, texts: Texts): void {
  for (const seed of asked.seeds) {
    const some = ofSeed(reports, seed);
    if (some.length === 0) continue;
    process.stdout.write(`${theoryTable(some, texts)}\n\n${summaryOf(some, asked, seed, texts)}\n`);
  }
}

function summaryOf(
  reports: readonly CaseReport[],
  { set, generator }: Asked,
  seed: number,
  { t }: Texts,
): string {
  const figures = reports.flatMap((report) => report.figures);
  return t("theory.agreed", {
    agreeing: figures.filter(({ verdict }) => verdict === "agrees").length,
    figures: figures.length,
    cases: reports.length,
    set: t(`theory.sets.${set}`),
    seed,
    generator,
  });
}

function sayInterrupted(done: number, total: number, write: string | null, { t }: Texts): void {
  const text = done === 0 ? t("theory.nothingDone") : t("theory.interrupted", { count: done, done, total });
  process.stderr.write(`${text}\n`);
  if (write !== null) process.stderr.write(`${t("theory.notWritten", { file: write })}\n`);
}

/** The file, looked at before anything runs: a long run should not end in a missing mark. */
function documentAround(file: string, texts: Texts): { put(table: string): Promise<void> } {
  const text = textOf(file, texts);
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0)
    throw new CommandError(EXIT.usage, texts.t("usage.noMarks", { file, begin: BEGIN, end: END }));
  const around = (table: string): string =>
    `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`;
  return {
    put: (table) =>
      inWords("files.failed", file, texts, () => Promise.try(writeInPlace, file, around(table))),
  };
}

function textOf(file: string, { t }: Texts): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CommandError(EXIT.usage, t("usage.noDocument", { file, begin: BEGIN, end: END }));
  }
}
