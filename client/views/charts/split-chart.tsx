/** Where the time goes, by stage or by cause. */
import { drawSplitBars } from "../../charts/split-bars.ts";
import type { SplitBy } from "../../state/address.ts";
import { PopOver } from "../parts/pop-over.tsx";
import { useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { isStale } from "../results/rows.ts";
import type { ChartProps } from "./chart-card.tsx";
import { Picture } from "./picture.tsx";
import type { Told } from "./models.ts";
import { splitFinding, splitLegend, splitOf, splitRows, splitTable } from "./splits.ts";
import type { Part } from "./splits.ts";

export function splitChart(view: SplitBy, told: Told, words: Words): ChartProps {
  const { t } = words;
  const split = splitOf(view, told, words);
  const { by, days, parts } = split;
  const stale = days !== null && told.results !== null && isStale(told.welcome, told.results);
  const title = t(`chart.${by}.title`);
  const note = days === null ? t("chart.soFar") : t("chart.overDays", { count: days });
  return {
    title: t("chart.stages.title"),
    longTitle: title,
    finding: splitFinding(split, words),
    tools: by === "causes" && <Meanings parts={parts} />,
    table: () => splitTable(split, words),
    children: (svg) => (
      <div class={`split-bars-box${stale ? " stale" : ""}`}>
        <Picture
          name="split-bars"
          title={title}
          svg={svg}
          draw={(host, size) => drawSplitBars(host, { ...size, title, rows: splitRows(split, words) })}
        />
        <ul class="legend parts">
          {splitLegend(split, words).map(({ key, shade, text, help }) => (
            <li key={key} title={help ?? undefined}>
              <i class={`swatch shade-${shade}`} aria-hidden="true" />
              {text}
            </li>
          ))}
          <li>
            ({t(`chart.${by}.unit`)}, {note})
          </li>
        </ul>
      </div>
    ),
  };
}

/** For those who cannot point at the legend: by keyboard and on a phone. */
function Meanings({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useWords();
  return (
    <PopOver align="end" buttonClass="button bare small" name={t("chart.meanings")} label="?">
      {() => (
        <dl class="meanings">
          {parts.map(({ key, name, shade, help }) => (
            <div key={key}>
              <dt>
                <i class={`swatch shade-${shade}`} aria-hidden="true" /> {name}
              </dt>
              <dd>{help}</dd>
            </div>
          ))}
        </dl>
      )}
    </PopOver>
  );
}
