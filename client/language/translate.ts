/**
 * Texts by key in the reader's language. Keys are checked by the compiler against the English messages.
 */
import { createInstance } from "i18next";
import type { TFunction } from "i18next";
import { heldTogether } from "../../shared/held-together.ts";
import { resources } from "./resources.ts";
import type { Language } from "../../shared/vocabulary.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "page";
    resources: Pick<(typeof resources)["en"], "page">;
  }
}

type Tree = { readonly [key: string]: string | Tree };

/** As they are shown: no line ends between a number and its unit. */
const shown = (texts: Tree): Tree =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === "string" ? heldTogether(text) : shown(text),
    ]),
  );

/** Spanish and French have a plural "many" from a million on; here it reads as "other". */
function withMany(texts: Tree): Tree {
  const entries = Object.entries(texts).flatMap(([key, text]): [string, string | Tree][] => {
    if (typeof text !== "string") return [[key, withMany(text)]];
    return key.endsWith("_other")
      ? [
          [key, text],
          [key.replace(/_other$/, "_many"), text],
        ]
      : [[key, text]];
  });
  return Object.fromEntries(entries);
}

export type Translate = TFunction<"page">;

const texts = createInstance();
void texts.init({
  resources: {
    en: { page: shown(resources.en.page) },
    es: { page: shown(withMany(resources.es.page)) },
    fr: { page: shown(withMany(resources.fr.page)) },
  },
  lng: "en",
  fallbackLng: "en",
  defaultNS: "page",
  initAsync: false,
  interpolation: { escapeValue: false },
});

const kept = new Map<Language, Translate>();

export function translator(language: Language): Translate {
  const known = kept.get(language);
  if (known !== undefined) return known;
  const made: Translate = texts.getFixedT(language, "page");
  kept.set(language, made);
  return made;
}
