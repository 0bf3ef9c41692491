/** The pages of the documentation tell of files that are there, as they are. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGES = ["README.md", ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })]
  .filter((name) => name.endsWith(".md"))
  .map((name) => (name === "README.md" ? name : join("docs", name)));

type Excerpt = { readonly file: string; readonly parts: readonly string[] };

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
/** Excerpts may stand further to the left than in their file. */
const dedented = (text: string): string => text.replace(/^ +/gm, "").trim();

const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^https?:/.test(target));

/** Code under a line with a link to its file and a colon; `…` stands for what is left out. */
function excerptsOf(page: string, text: string): readonly Excerpt[] {
  return [...text.matchAll(/\]\(([^)]+)\)[^\n]*:\n\n```ts\n(.*?)\n```/gs)].map(([, target, code]) => ({
    file: join(dirname(page), target!),
    parts: code!.split(/^ *…$/m).map(dedented),
  }));
}

/** Parts of an excerpt that its file does not have in this order. */
function missing({ file, parts }: Excerpt): readonly string[] {
  const text = dedented(read(file));
  let from = 0;
  return parts.filter((part) => {
    const at = text.indexOf(part, from);
    from = at < 0 ? from : at + part.length;
    return at < 0;
  });
}

test("an excerpt that its file does not have is noticed", () => {
  const page =
    "See [`vocabulary.ts`](../shared/vocabulary.ts), in part:\n\n```ts\nexport const NOTHING = 1;\n```\n";
  expect(excerptsOf("docs/page.md", page).flatMap(missing)).toEqual(["export const NOTHING = 1;"]);
});

describe.each(PAGES)("%s", (page) => {
  test("links to files that are there", () => {
    const broken = linksOf(read(page)).filter((target) => !existsSync(join(ROOT, dirname(page), target)));
    expect(broken).toEqual([]);
  });

  test("shows code as it is, and says where", () => {
    const excerpts = excerptsOf(page, read(page));
    expect(excerpts).toHaveLength(read(page).split("```ts\n").length - 1);
    expect(excerpts.flatMap(missing)).toEqual([]);
  });
});
