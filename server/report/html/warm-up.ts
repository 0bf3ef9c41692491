/** The beginning of a long run: how much of it to leave out, in words, as a picture and as a table. */
import { fill } from "../../../shared/fill.ts";
import {
  warmUpCells,
  warmUpColumns,
  warmUpNote,
  warmUpPictureTexts,
  warmUpRows,
} from "../../../shared/warm-up.ts";
import type { Charts } from "./charts.ts";
import { letterOf, seriesOf } from "./input.ts";
import type { ReportInput } from "./input.ts";
import { markup, table } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** Lines of the table on paper. */
const MOST_LINES = 24;

/** Null where there is nothing to say of it. */
export function warmUpSection(input: ReportInput, charts: Charts): Markup | null {
  const { speech, warmUps, names } = input;
  if (warmUps.length === 0) return null;
  const { title, picture } = speech.report.warmUp;
  const figures = warmUps.map((one) => {
    const about = names.length > 1 ? `${letterOf(one.index)}: ${picture}` : picture;
    return warmUpFigure(input, one, about, charts);
  });
  return markup`<section><h2>${title}</h2>${figures}</section>`;
}

function warmUpFigure(
  { speech }: ReportInput,
  { index, shown, sentences }: ReportInput["warmUps"][number],
  title: string,
  charts: Charts,
): Markup {
  const { report, number } = speech;
  const id = `warm-up-${index}`;
  charts[id] = {
    kind: "warmUp",
    title,
    series: seriesOf(index),
    shown,
    texts: warmUpPictureTexts(shown, report.warmUp, number),
  };
  const all = warmUpRows(shown);
  const every = Math.ceil(all.length / MOST_LINES);
  const rows = all.filter((_, step) => step % every === 0).map((row) => warmUpCells(row, speech));
  return markup`${sentences.map((text) => markup`<p>${text}</p>`)}
<figure><div class="picture"><figcaption>${title}</figcaption>
<p class="note">${warmUpNote(shown, report.warmUp)}</p>
<svg id="${id}" class="warm-up" role="img" aria-label="${title}"></svg></div>
${table(fill(report.charts.tableOf, { title }), warmUpColumns(shown, report.warmUp), rows)}</figure>`;
}
