/** How a scenario differs from the first, in sentences. */
import { sayDifference } from "../../shared/scenario/difference.ts";
import type { Difference } from "../../shared/scenario/difference.ts";
import type { Language } from "../../shared/vocabulary.ts";
import { resources } from "./resources.ts";

export function differenceTexts(differences: readonly Difference[], language: Language): string[] {
  const { diff, words } = resources[language];
  return differences.map((difference) => sayDifference(difference, diff, words));
}
