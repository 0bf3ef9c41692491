/** The shape of the page's texts in every language: that of the English ones. */
import type { page } from "./en/page.ts";

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

export type PageTexts = Texts<typeof page>;
