/** The progress bar on terminals of any width. */
import { expect, test } from "vitest";
import { progressOn } from "../../server/cli/output/progress.ts";
import { textsIn } from "../../server/cli/texts.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";
import type { Language } from "../../shared/vocabulary.ts";

function drawnOn(columns: number, language: Language): string {
  let drawn = "";
  const terminal = { isTTY: true, columns, write: (text: string) => (drawn += text) };
  const progress = progressOn(terminal as unknown as NodeJS.WriteStream, false, textsIn(language), "running");
  progress.update(2_000, 2_000, 1_234);
  return drawn.replace("\r\u001b[K", "");
}

test.each(LANGUAGES)("in %s it takes one line, which is all that is taken back", (language) => {
  for (const columns of [20, 40, 80]) expect(drawnOn(columns, language).length).toBeLessThan(columns);
  expect(drawnOn(40, language)).toContain("2000");
  expect(drawnOn(200, language)).toMatch(/^█{24} .*1234/);
});
