// The rules of the house, checked over all files; first, on made-up sources, that each rule can fail at all.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { wrongImports } from "./tidy/layers.ts";
import { impurities, inexactMath, strayKinds, unevenTests, wrongFrench, wrongText } from "./tidy/rules.ts";
import type { Source } from "./tidy/source.ts";
import { readSource } from "./tidy/source.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NOT_OURS = new Set(["node_modules", "dist", ".git", ".cruce"]);
const TEXTS = /\.(c?[jt]s|tsx|json|ya?ml|md|html|css|csv|txt|svg)$|^\.[\w.]+$|^(LICENSE|run)$/;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && !entry.name.startsWith(".bootstrap.lock"))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

const files = filesBelow("");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const sources: readonly Source[] = files
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readSource(path, read(path)));
const product = sources.filter(({ path }) => /^(shared|server|client)\//.test(path));

describe("each rule can fail", () => {
  test.each<[string, string, string]>([
    ["server/engine/heap.ts", 'import type { Lane } from "../port/lanes.ts";', "server/port"],
    ["server/port/lanes.ts", 'export * from "../measure/tally.ts";', "server/measure"],
    ["server/port/lanes.ts", 'type Tally = import("../measure/tally.ts").Tally;', "server/measure"],
    ["server/core/levels.ts", 'import { Lane } from "../port/lanes";', "server/port"],
    ["server/port/plan.ts", 'import { checkStages } from "../check/check-stages.ts";', "server/check"],
    ["server/check/check-size.ts", 'import { parse } from "yaml";', "yaml"],
    ["server/run/batch.ts", 'await import("../web/server.ts");', "server/web"],
    ["shared/units.ts", 'import { readFileSync } from "node:fs";', "node:fs"],
    ["client/charts/wait.ts", 'import { desk } from "../state/desk.ts";', "client/state"],
    ["client/views/desk.tsx", 'import { plan } from "../../server/port/plan.ts";', "server/port"],
    ["server/web/app.ts", 'import { run } from "../cli/program.ts";', "server/cli"],
    ["server/web/app.ts", 'import { render } from "preact";', "preact"],
    ["server/toys/yoyo.ts", "export const yoyo = 1;", "no place"],
  ])("%s may not say %s", (path, text, named) => {
    expect(wrongImports(readSource(path, text)).join()).toContain(named);
  });

  test("imports along the order are fine", () => {
    const text = 'import { heap } from "../engine/heap.ts"; import { lane } from "./lanes.ts";';
    expect(wrongImports(readSource("server/port/run.ts", text))).toEqual([]);
  });

  test.each([
    "Date.now()",
    "new Date()",
    "Math.random()",
    "setTimeout(f, 1)",
    "console.log(1)",
    "process.env",
  ])("%s makes a folder impure", (text) => {
    expect(impurities(readSource("server/analysis/x.ts", text))).toHaveLength(1);
    expect(impurities(readSource("server/web/x.ts", text))).toEqual([]);
  });

  test.each([
    "Math.log(2)",
    "Math.random()",
    "2 ** x",
    "x **= 2",
    "const { exp } = Math",
    'Math["pow"](2, 3)',
  ])("%s is not the same on every machine", (text) => {
    expect(inexactMath(readSource("server/engine/x.ts", text))).toHaveLength(1);
    expect(inexactMath(readSource("server/analysis/x.ts", text))).toEqual([]);
  });

  test("words in comments, in strings and as names of properties are fine", () => {
    const text =
      '// Math.log and Date.now()\nexport const a = "Math.log(1)"; a.console; f({ Date: Math.imul(1, 2) });';
    const source = readSource("server/engine/x.ts", text);
    expect([...impurities(source), ...inexactMath(source)]).toEqual([]);
  });

  test.each(["test.only('a', f)", "describe.skip('a', f)", "test.skipIf(slow)('a', f)", "it.todo('a')"])(
    "%s is an uneven test",
    (text) => {
      expect(unevenTests(readSource("tests/x.test.ts", text))).toHaveLength(1);
    },
  );

  test("a kind of stage has no place outside its file", () => {
    const text = 'if (stage.kind === "nii") f(); type A = "toll"; // secondary';
    expect(strayKinds(readSource("server/port/planner.ts", text))).toHaveLength(2);
    expect(strayKinds(readSource("server/port/stages/nii.ts", text))).toEqual([]);
  });

  test("French has apostrophes of its own, and a space before a semicolon", () => {
    const text = (said: string): Source =>
      readSource("shared/messages/fr/a.ts", `f(${JSON.stringify(said)})`);
    for (const wrong of ["rien n'est dit", "l'{{unit}}", "rien; tout"])
      expect(wrongFrench(text(wrong)), wrong).toHaveLength(1);
    expect(wrongFrench(text("rien n’est dit ; comme 'all under 60 min' ou '8 h, 6 h'"))).toEqual([]);
  });

  test.each([
    ["TO", "DO: later"],
    ["see /ho", "me/someone/notes"],
    ["registry", "=https://example.org"],
    ["https://regis", "try.example.org/x"],
    ['"resolved": "ht', 'tps://example.org/a.tgz"'],
  ])("a text may not say %s%s", (first, second) => {
    expect(wrongText("README.md", `One.\n${first}${second}`)).toEqual([
      expect.stringMatching(/^README\.md:2: /),
    ]);
  });

  test("the linter refuses a default export, any, console and an endless file where these rules apply", () => {
    const folder = mkdtempSync(join(tmpdir(), "cruce-tidy-"));
    try {
      const path = join(folder, "server/port/bad.ts");
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
      const bad = "export default function bad(x: any): void {\n  console.log(x);\n}\n";
      writeFileSync(path, bad + "// One more line.\n".repeat(450));
      const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
      const { stdout, status } = spawnSync(process.execPath, [oxlint, "--deny-warnings", "-f", "unix"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(status).toBe(1);
      for (const rule of ["no-default-export", "no-explicit-any", "no-console", "max-lines"]) {
        expect(stdout).toContain(rule);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the sources", () => {
  test("import one way, and only the packages that their folder may", () => {
    expect(product.flatMap((source) => wrongImports(source))).toEqual([]);
  });

  test("are pure where they must be", () => {
    expect(product.flatMap((source) => impurities(source))).toEqual([]);
  });

  test("compute the same bytes everywhere in engine, port and measure", () => {
    expect(product.flatMap((source) => inexactMath(source))).toEqual([]);
  });

  test("know a kind of stage by name only in its own file", () => {
    expect(product.flatMap((source) => strayKinds(source))).toEqual([]);
  });

  test("say what French readers see as French is set", () => {
    expect(product.flatMap((source) => wrongFrench(source))).toEqual([]);
  });

  test("import only files that are there, by their whole name", () => {
    const broken = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith("."))
        // The compiler of the core adds the ending itself.
        .map((name) => (path.startsWith("server/core/") ? `${name}.ts` : name))
        .filter((name) => !existsSync(join(ROOT, dirname(path), name)) || !/\.\w+$/.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(broken).toEqual([]);
  });

  test("hold no test that runs alone or only sometimes", () => {
    expect(sources.flatMap((source) => unevenTests(source))).toEqual([]);
  });
});

test("the page holds no inline script and no style, which its content-security policy forbids", () => {
  for (const path of files.filter((file) => file.startsWith("client/") && file.endsWith(".html"))) {
    expect(read(path)).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=/);
  }
});

test("no text names work left undone, one machine or a package registry", () => {
  const texts = files.filter((path) => TEXTS.test(posix.basename(path)));
  expect(texts.flatMap((path) => wrongText(path, read(path)))).toEqual([]);
});
