/**
 * The texts that the page needs, by language and section: its own, what is said of files and of
 * their differences, and the names of what is measured. The command line's stay out of the bundle.
 */
import { diff as enDiff } from "../../shared/messages/en/diff.ts";
import { metrics as enMetrics } from "../../shared/messages/en/metrics.ts";
import { page as enPage } from "../../shared/messages/en/page.ts";
import { problems as enProblems } from "../../shared/messages/en/problems.ts";
import { words as enWords } from "../../shared/messages/en/words.ts";
import { diff as esDiff } from "../../shared/messages/es/diff.ts";
import { metrics as esMetrics } from "../../shared/messages/es/metrics.ts";
import { page as esPage } from "../../shared/messages/es/page.ts";
import { problems as esProblems } from "../../shared/messages/es/problems.ts";
import { words as esWords } from "../../shared/messages/es/words.ts";
import { diff as frDiff } from "../../shared/messages/fr/diff.ts";
import { metrics as frMetrics } from "../../shared/messages/fr/metrics.ts";
import { page as frPage } from "../../shared/messages/fr/page.ts";
import { problems as frProblems } from "../../shared/messages/fr/problems.ts";
import { words as frWords } from "../../shared/messages/fr/words.ts";

export const resources = {
  en: { diff: enDiff, metrics: enMetrics, page: enPage, problems: enProblems, words: enWords },
  es: { diff: esDiff, metrics: esMetrics, page: esPage, problems: esProblems, words: esWords },
  fr: { diff: frDiff, metrics: frMetrics, page: frPage, problems: frProblems, words: frWords },
} as const;
