// The rules of the house that no linter knows, each a function from a source to what is wrong with it, in words.
import { STAGE_KINDS } from "../../shared/vocabulary.ts";
import type { Source } from "./source.ts";

const PURE = [
  "shared/",
  "server/core/",
  "server/engine/",
  "server/port/",
  "server/check/",
  "server/measure/",
  "server/analysis/",
];
/** These give the same bytes on every machine. */
const EXACT = ["server/core/", "server/engine/", "server/port/", "server/measure/"];

const IMPURE_NAMES = new Set(
  (
    "Date Temporal Intl performance console process Buffer fetch crypto setTimeout setInterval setImmediate " +
    "queueMicrotask requestAnimationFrame document navigator globalThis eval require"
  ).split(" "),
);

/** What the language fixes to the last bit; the engine makes the rest of these itself. */
const EXACT_MATH = new Set("floor ceil trunc round abs min max sqrt imul sign fround clz32".split(" "));

const TEST_WORDS = /^(describe|it|suite|test)\.(only|skip|skipIf|runIf|todo)$/;

const isIn = (source: Source, folders: readonly string[]): boolean =>
  folders.some((folder) => source.path.startsWith(folder));

/** A clock, chance, input or output in a folder that is a pure function of its arguments. */
export function impurities(source: Source): readonly string[] {
  if (!isIn(source, PURE)) return [];
  const names = source.names.filter((name) => IMPURE_NAMES.has(name));
  const chance = source.members.filter((member) => member === "Math.random");
  return [...names, ...chance].map((word) => `${source.path}: ${word} in a pure folder`);
}

/** Arithmetic that two machines may round differently. */
export function inexactMath(source: Source): readonly string[] {
  if (!isIn(source, EXACT)) return [];
  const uses = source.names.filter((name) => name === "Math").length;
  const members = source.members.filter((member) => member.startsWith("Math."));
  const wrong = members.filter((member) => !EXACT_MATH.has(member.slice("Math.".length)));
  const powers = source.operators.filter((operator) => operator === "**" || operator === "**=");
  return [
    ...[...wrong, ...powers].map((word) => `${source.path}: ${word} is not the same on every machine`),
    // `const { log } = Math` and `Math[name]` would slip through.
    ...(uses > members.length ? [`${source.path}: Math is used other than as Math.name`] : []),
  ];
}

/** Tests that run alone, not at all, or only sometimes. */
export function unevenTests(source: Source): readonly string[] {
  return source.members
    .filter((member) => TEST_WORDS.test(member))
    .map((member) => `${source.path}: ${member}; every test runs every time`);
}

/** What the server knows of a kind of stage stands in the kind's own file; changes and their settings are about some. */
const OWN_FILES = ["server/port/stages/", "server/check/check-changes.ts", "server/measure/settings.ts"];
/** Words that the server also says of roles and of places. */
const COMMON_WORDS = new Set(["primary", "approach", "station"]);
const KINDS = new Set<string>(STAGE_KINDS.filter((kind) => !COMMON_WORDS.has(kind)));

/** A kind of stage that another file of the server treats by name. */
export function strayKinds(source: Source): readonly string[] {
  if (!source.path.startsWith("server/") || isIn(source, OWN_FILES)) return [];
  return source.strings
    .filter((text) => KINDS.has(text))
    .map((kind) => `${source.path}: "${kind}" outside its file in server/port/stages`);
}

/** A straight apostrophe between letters, or a semicolon right after a word: neither is French. */
const NOT_FRENCH = /\p{L}'[\p{L}\d{«`]|\S; /u;

/** What French readers see is set as they set it. */
export function wrongFrench(source: Source): readonly string[] {
  if (!isIn(source, ["shared/messages/fr/"])) return [];
  return source.strings
    .filter((text) => NOT_FRENCH.test(text))
    .map((text) => `${source.path}: "${text}" wants ’ for an apostrophe and a space before a semicolon`);
}

type TextRule = { readonly pattern: RegExp; readonly wrong: string };

const TEXT_RULES: readonly TextRule[] = [
  { pattern: /\b(TO[D]O|FIX[M]E|XX[X])\b/, wrong: "a note of work left undone" },
  { pattern: /(?<![\w.~-])\/(work|root|home\/\w+|Users\/\w+)\//, wrong: "a path of one machine" },
  { pattern: /[A-Z]:\\Users\\/, wrong: "a path of one machine" },
  { pattern: /^\s*(@[\w-]+:)?registry\s*=/m, wrong: "the name of a package registry" },
  {
    pattern: /https?:\/\/[\w.-]*(registry|artifactory|mirror|proxy)[\w.-]*/i,
    wrong: "the name of a package registry",
  },
  {
    pattern: /registry\.(npmjs|yarnpkg|npmmirror)|"resolved":\s*"http/,
    wrong: "the name of a package registry",
  },
];

/** What no text of the project may hold, whatever its language. */
export function wrongText(path: string, text: string): readonly string[] {
  return TEXT_RULES.flatMap(({ pattern, wrong }) => {
    const match = pattern.exec(text);
    if (match === null) return [];
    const line = text.slice(0, match.index).split("\n").length;
    return [`${path}:${line}: ${wrong}: ${match[0].trim()}`];
  });
}
