/** Spanish and French are whole: no word of the page's own stays English when another language is chosen. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { resources } from "../../client/language/resources.ts";
import { openHouse } from "./visit.ts";
import type { House, Visit } from "./visit.ts";

let house: House;
let visit: Visit;
beforeAll(async () => {
  house = await openHouse();
  visit = await house.open();
  await visit.standAt("10:00");
  await visit.page.keyboard.press("f");
  await visit.page.getByRole("table", { name: /^Means over 200 futures/ }).waitFor();
});
afterAll(() => house.close());

const leaves = (texts: unknown): string[] =>
  typeof texts === "string" ? [texts] : Object.values(texts as Record<string, unknown>).flatMap(leaves);

/** What the page may say in a language, whole sentences and single words alike. */
const sayable = (language: keyof typeof resources): Set<string> => {
  const { page, metrics, words } = resources[language];
  return new Set([page, metrics, words].flatMap(leaves));
};

/** Everything that is read or heard on the page: texts, names and titles. */
const readAll = (): Promise<string[]> =>
  visit.page.evaluate(() => {
    const said = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) said.add(walker.currentNode.textContent?.trim() ?? "");
    for (const element of document.querySelectorAll("[aria-label], [title]")) {
      for (const name of ["aria-label", "title", "aria-valuetext"])
        said.add(element.getAttribute(name)?.trim() ?? "");
    }
    said.delete("");
    return [...said];
  });

const CHOICES = [
  { language: "es", name: "ES Español", pause: "Iniciar", pageTitle: /camiones en la frontera/ },
  { language: "fr", name: "FR Français", pause: "Lecture", pageTitle: /camions à la frontière/ },
] as const;

test.each(CHOICES)("$name leaves nothing English behind", async ({ language, name, pause, pageTitle }) => {
  const { page } = visit;
  await visit.button(name).click();
  await visit.button(pause).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  expect(await page.title()).toMatch(pageTitle);
  expect(page.url()).toContain(`lang=${language}`);
  const own = sayable(language);
  const english = new Set([...sayable("en")].filter((text) => !own.has(text) && /[a-z]{3}/i.test(text)));
  const said = await readAll();
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => english.has(text))).toEqual(
    ["EN English"].filter((text) => english.has(text)),
  );
});

test("no name of the program's own stands where a reader expects a word", async () => {
  const key = /\b[a-z]+([A-Z][a-z]+)?\.[a-z]+([A-Z][a-z]+)?\b|\{\{|\[object|undefined|NaN/;
  expect((await readAll()).filter((text) => key.test(text))).toEqual([]);
});

test("the language stays when the address is opened again", async () => {
  await visit.page.reload();
  await visit.button("Lecture").waitFor();
  expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe("fr");
});
