/** Every code has a mistake that yields it, at its place, with a text in each language. */
import { expect, test } from "vitest";
import { problemTexts } from "../../shared/problem.ts";
import type { ProblemCode } from "../../shared/problem.ts";
import { problems as en } from "../../shared/messages/en/problems.ts";
import { problems as es } from "../../shared/messages/es/problems.ts";
import { problems as fr } from "../../shared/messages/fr/problems.ts";
import { MISTAKES } from "./mistakes.ts";
import { codesOf, pointedAt } from "./reading.ts";

const cases = Object.entries(MISTAKES).map(([code, mistake]) => [code as ProblemCode, mistake] as const);

test.each(cases)("%s is told where it was written, in three languages", async (code, { problems, at }) => {
  const all = await problems();
  const mine = all.filter((one) => one.code === code);
  expect(codesOf(all)).toContain(code);
  if (at !== null) expect(mine.map((one) => pointedAt(one, at.text).startsWith(at.starts))).toContain(true);
  for (const texts of [en, es, fr]) {
    const { expected, found, advice } = problemTexts(mine[0]!, texts);
    expect(
      [expected, found, advice].filter((text) => text === "" || /\{\{|\$t\(|undefined/.test(text)),
    ).toEqual([]);
  }
});

test("the three languages tell the same codes", () => {
  expect(Object.keys(es.codes)).toEqual(Object.keys(en.codes));
  expect(Object.keys(fr.codes)).toEqual(Object.keys(en.codes));
});

test("the three languages fill in the same things", () => {
  const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
  const odd = Object.entries(en.codes).flatMap(([code, parts]) =>
    Object.entries(parts).flatMap(([part, text]) =>
      [es, fr].flatMap((texts) => {
        const other = (texts.codes[code as ProblemCode] as Readonly<Record<string, string>>)[part]!;
        const isSame = part === "advice_about" || holes(other).join() === holes(text).join();
        return isSame ? [] : [`${code} ${part}: ${other}`];
      }),
    ),
  );
  expect(odd).toEqual([]);
});
