/** The shape of what is said of a run's beginning, in every language: that of the English texts. */
import type { warmUp } from "./en/warm-up.ts";

export type WarmUpTexts = { readonly [K in keyof typeof warmUp]: string };
