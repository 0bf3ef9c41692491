/** Help, and what is said of a wrong call: in the reader's language to the last word. */
import { expect, test } from "vitest";
import { calls as es } from "../../shared/messages/es/calls.ts";
import { calls as fr } from "../../shared/messages/fr/calls.ts";
import { cruce, cruceHere } from "./cruce.ts";

const COMMANDS =
  "run compare forecast worth sweep optimize validate diff schema store serve help version".split(" ");
const PLACEHOLDER = /(?<=[<[])\p{L}+(?=(?:\.\.\.)?[\]>])/gu;

test("every command is known to the tests of help", async () => {
  const { stderr } = await cruceHere(["xyzzy"]);
  expect(stderr).toBe(`"xyzzy" is no command; there are ${COMMANDS.join(", ")}.\n`);
});

test.each([
  ["es", es, "Ejemplos:"],
  ["fr", fr, "Exemples :"],
] as const)("no word of help is left in English: %s", async (language, { headings, words }, examples) => {
  const own = new Set<string>([...Object.values(headings), ...Object.values(words)]);
  for (const command of ["", ...COMMANDS]) {
    const { code, stdout } = await cruceHere([command, "--help"].filter(Boolean), language);
    expect(code).toBe(0);
    const found = stdout.match(/^\p{L}+(?: ?:)(?=$| cruce)/gmu)!;
    expect(found.length).toBeGreaterThan(1);
    expect(stdout).toContain(headings.usage);
    const terms = [...found, ...stdout.match(PLACEHOLDER)!];
    expect(terms.filter((term) => !own.has(term) && term !== examples)).toEqual([]);
    expect(stdout).not.toMatch(/default:|choices:|display help|output the version/);
  }
});

test.each([
  [["help"], ["--help"]],
  [
    ["help", "run"],
    ["run", "--help"],
  ],
  [["version"], ["--version"]],
])("%j is %j", async (words, options) => {
  const asked = await cruceHere(words, "es");
  expect(asked).toEqual(await cruceHere(options, "es"));
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringMatching(/./), stderr: "" });
});

test.each([
  [
    ["help", "rnu"],
    '"rnu" is no command. Did you mean run?',
    "«rnu» no es un comando. ¿Quiso decir run?",
    "« rnu » n’est pas une commande. Vouliez-vous dire run ?",
  ],
  [
    ["rnu"],
    '"rnu" is no command. Did you mean run?',
    "«rnu» no es un comando. ¿Quiso decir run?",
    "« rnu » n’est pas une commande. Vouliez-vous dire run ?",
  ],
  [
    ["diff", "a.yaml"],
    "cruce diff takes <after>, which is missing: the second scenario.",
    "cruce diff lleva <después>, que falta: el segundo escenario.",
    "cruce diff prend <après>, qui manque : le second scénario.",
  ],
  [
    ["forecast", "a.yaml"],
    "cruce forecast takes --at <time>, which is missing: time of day to forecast from, such as 14:30.",
    "cruce forecast lleva --at <hora>, que falta: hora del día desde la que se pronostica, como 14:30.",
    "cruce forecast prend --at <heure>, qui manque : heure à partir de laquelle prévoir, comme 14:30.",
  ],
  [
    ["run", "a.yaml", "--sed=4"],
    "cruce run has no option --sed=4. Did you mean --seed?",
    "cruce run no tiene la opción --sed=4. ¿Quiso decir --seed?",
    "cruce run n’a pas d’option --sed=4. Vouliez-vous dire --seed ?",
  ],
  [
    ["run", "a.yaml", "-x"],
    "cruce run has no option -x; see cruce run --help.",
    "cruce run no tiene la opción -x; vea cruce run --help.",
    "cruce run n’a pas d’option -x ; voyez cruce run --help.",
  ],
  [
    ["--frobnicate"],
    "cruce has no option --frobnicate; see cruce --help.",
    "cruce no tiene la opción --frobnicate; vea cruce --help.",
    "cruce n’a pas d’option --frobnicate ; voyez cruce --help.",
  ],
  [
    ["run", "a.yaml", "--seed"],
    "--seed <number> takes a value; found none.",
    "--seed <número> lleva un valor; no se encontró ninguno.",
    "--seed <nombre> prend une valeur ; aucune n’est donnée.",
  ],
  [
    ["run", "a.yaml", "--out", " "],
    "--out <folder> takes a value; found none.",
    "--out <carpeta> lleva un valor; no se encontró ninguno.",
    "--out <dossier> prend une valeur ; aucune n’est donnée.",
  ],
  [
    ["sweep", "a.yaml", "--vary", "x = 1, 2", "--vary", ""],
    "--vary <setting> takes a value; found none.",
    "--vary <ajuste> lleva un valor; no se encontró ninguno.",
    "--vary <réglage> prend une valeur ; aucune n’est donnée.",
  ],
  [
    ["diff", "a.yaml", "b.yaml", "c.yaml", "d.yaml"],
    "cruce diff takes <before> <after> and nothing after them; found c.yaml, d.yaml.",
    "cruce diff lleva <antes> <después> y nada más; se encontró c.yaml, d.yaml.",
    "cruce diff prend <avant> <après> et rien de plus ; trouvé : c.yaml, d.yaml.",
  ],
  [
    ["store", "a.yaml"],
    "cruce store takes no files; found a.yaml.",
    "cruce store no lleva archivos; se encontró a.yaml.",
    "cruce store ne prend pas de fichiers ; trouvé : a.yaml.",
  ],
  [
    ["compare", "a.yaml", "b.yaml", "--metric", "wiat"],
    "--metric takes no wiat. Did you mean wait?",
    "--metric no lleva wiat. ¿Quiso decir wait?",
    "--metric ne prend pas wiat. Vouliez-vous dire wait ?",
  ],
  [
    ["schema", "--language", "xx"],
    "--language takes one of en, es, fr; found xx.",
    "--language lleva uno de en, es, fr; se encontró xx.",
    "--language prend l’un de en, es, fr ; trouvé : xx.",
  ],
])("%j is refused in a sentence of the language, with nothing beside it", async (args, ...sentences) => {
  for (const [i, language] of (["en", "es", "fr"] as const).entries())
    expect(await cruceHere(args, language)).toEqual({ code: 2, stdout: "", stderr: `${sentences[i]!}\n` });
});

test.each([["--language=fr"], ["--language es --language fr"]])(
  "a wrong call is refused in the language that it asks for itself: %s",
  async (asked) => {
    const { code, stderr } = await cruce(["run", ...asked.split(" ")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cruce run prend <fichiers>, qui manque/);
  },
);

test.each([
  ["sweep", ["(default: grid)", "(default: waitP95)", "(default: 20)", "(default: 1)"]],
  ["optimize", ["(default: 90 %)", "(default: 8 h)", "(default: 1 h)", "(default: 2 min)", "(default: 200)"]],
])("help says what holds where neither an option nor a file says it: %s", async (command, usual) => {
  const { stdout } = await cruceHere([command, "--help"]);
  const text = stdout.replaceAll(/\s+/g, " ");
  expect(usual.filter((one) => !text.includes(one))).toEqual([]);
});

test("the help of a sweep does not speak of differences, which it has none of", async () => {
  const { stdout } = await cruceHere(["sweep", "--help"]);
  expect(stdout).toContain("--until");
  expect(stdout).not.toContain("difference");
});
