/** The shape of a report's texts in every language: that of the English ones. */
import type { report } from "./en/report.ts";

type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

export type ReportTexts = Texts<typeof report>;
