/** The port of each scenario, one above the other on one clock, and the legend that they share. */
import { useRef, useState } from "preact/hooks";
import { MARKS, markOf } from "../../yard/run-length.ts";
import type { Mark } from "../../yard/run-length.ts";
import type { Frame } from "../../../shared/protocol.ts";
import { useDesk, useWords } from "../words.ts";
import { Icon } from "../parts/icon.tsx";
import { YardRow } from "./yard-row.tsx";
import { YardTable } from "./yard-table.tsx";

export function YardPanel({ compact = false }: { readonly compact?: boolean }) {
  const desk = useDesk();
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  const scenarios = desk.welcome.value?.scenarios ?? [];
  const cargo = scenarios.some(({ places }) => places.some(({ stageKind }) => stageKind === "primary"));
  return (
    <section class="panel yard" aria-labelledby="yard-title">
      <header class="panel-head">
        <h2 id="yard-title">{t(cargo ? "yard.title" : "yard.plainTitle")}</h2>
        <span class="quiet subtitle">{t(cargo ? "yard.subtitle" : "yard.plainSubtitle")}</span>
        <Legend />
        <button
          type="button"
          class="button bare small"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon name={asTable ? "chart" : "table"} /> {t(asTable ? "chart.picture" : "chart.data")}
        </button>
      </header>
      {scenarios.map((scenario, index) =>
        asTable ? (
          <YardTable key={index} scenario={scenario} index={index} />
        ) : (
          <YardRow key={index} scenario={scenario} index={index} count={scenarios.length} compact={compact} />
        ),
      )}
    </section>
  );
}

/** Marks seen so far, so that the legend says no more than the picture shows. */
function Legend() {
  const desk = useDesk();
  const { t } = useWords();
  const seen = useRef(new Set<Mark>());
  const frame = desk.frame.value;
  if (frame !== null) collectMarks(frame, seen.current);
  return (
    <ul class="legend" aria-label={t("yard.legend")}>
      {MARKS.toReversed()
        .filter((mark) => seen.current.has(mark))
        .map((mark) => (
          <li key={mark}>
            <i class={`swatch mark-${mark}`} aria-hidden="true" />
            {t(`mark.${mark}`)}
          </li>
        ))}
    </ul>
  );
}

function collectMarks(frame: Frame, marks: Set<Mark>): void {
  const letters = new Set<string>();
  for (const { lines } of frame.scenarios) {
    for (const place of lines)
      for (const line of place) for (const letter of line.match(/[A-Za-z]/g) ?? []) letters.add(letter);
  }
  for (const letter of letters) marks.add(markOf(letter));
}
