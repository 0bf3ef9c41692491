/** The beginning of a steady scenario's days in words and numbers. Pure; the words come in. */
import { withoutMarks } from "../../../shared/fill.ts";
import { heldTogether } from "../../../shared/held-together.ts";
import { warmUpCells, warmUpColumns, warmUpRows, warmUpSentences } from "../../../shared/warm-up.ts";
import type { WarmUpShown } from "../../../shared/warm-up.ts";
import { resources } from "../../language/resources.ts";
import type { Table } from "../charts/models.ts";
import { rowValue } from "../results/rows.ts";
import { hoursText } from "./staffing-said.ts";
import type { Words } from "../words.ts";

const textsOf = ({ language }: Words) => resources[language].page.experiments.warmUp;

const queueText = (words: Words, queue: number): string => rowValue(words, { unit: "" }, queue);

export function warmUpFinding(words: Words, label: string, shown: WarmUpShown): string {
  const queue = (value: number | null): string => queueText(words, value ?? 0);
  const said = warmUpSentences({ ...shown, scenario: label }, textsOf(words), {
    hours: (hours) => hoursText(words, hours),
    // A small one is what makes batches good: it is no 0.0.
    correlation: (value) => words.decimal(value, 2),
    estimate: ({ value, low, high }) =>
      `${queue(value)} (${words.t("results.interval", { low: queue(low), high: queue(high) })})`,
  });
  return heldTogether(said.map(withoutMarks).join(" "));
}

export function warmUpTable(words: Words, shown: WarmUpShown): Table {
  const rows = warmUpRows(shown);
  const number = (queue: number): string => queueText(words, queue);
  return {
    columns: warmUpColumns(shown, textsOf(words)),
    rows,
    texts: rows.map((row) => warmUpCells(row, { ...words, number })),
  };
}
