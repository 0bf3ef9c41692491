/** On a page no line ends between a number and its sign or unit. */
import { expect, test } from "vitest";
import { translator } from "../../client/language/translate.ts";
import { resources } from "../../client/language/resources.ts";
import { heldTogether } from "../../shared/held-together.ts";
import { LANGUAGES } from "../../shared/vocabulary.ts";

const marked = (text: string): string => heldTogether(text).replaceAll("\u00a0", "_");

test.each([
  ["saves 2 min (95 %: 1 to 3)", "saves 2_min (95_%: 1 to 3)"],
  ["{{value}} {{unit}} from {{from}} to {{to}}", "{{value}}_{{unit}} from {{from}} to {{to}}"],
  ["{{span}} h, 5 s and 1.5 km", "{{span}}_h, 5_s and 1.5_km"],
  ["24 h’s 8 hours, 3 minutes, 2 m.yaml 1 h.yaml", "24 h’s 8 hours, 3 minutes, 2 m.yaml 1 h.yaml"],
])("%s", (text, held) => {
  expect(marked(text)).toBe(held);
});

type Tree = { readonly [key: string]: string | Tree };
const textsIn = (tree: Tree, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, text]) =>
    typeof text === "string" ? [[`${path}${key}`, text] as const] : textsIn(text, `${path}${key}.`),
  );

test.each(LANGUAGES)(
  "no text of the page in %s is said with a space that breaks before a percent sign",
  (language) => {
    const t = translator(language) as unknown as (key: string) => string;
    const spaced = textsIn(resources[language].page).filter(([, text]) => /[\d}] %/.test(text));
    expect(spaced.length).toBeGreaterThan(5);
    for (const [key] of spaced.filter(([, text]) => !/\{\{count\}\}/.test(text)))
      expect(t(key), key).not.toMatch(/[\d}] %/);
  },
);
