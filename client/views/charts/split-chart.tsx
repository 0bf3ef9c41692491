/** Where the time goes, by stage or by cause. */
import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { drawSplitBars } from "../../charts/split-bars.ts";
import type { SplitBarsModel } from "../../charts/split-bars.ts";
import type { SplitBy } from "../../state/address.ts";
import { PopOver } from "../parts/pop-over.tsx";
import { useSize } from "../parts/use-size.ts";
import { useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { isStale } from "../results/rows.ts";
import type { ChartProps } from "./chart-card.tsx";
import type { Told } from "./models.ts";
import { splitFinding, splitLegend, splitOf, splitRows, splitTable } from "./splits.ts";
import type { Part, Split } from "./splits.ts";

export function splitChart(view: SplitBy, told: Told, words: Words): ChartProps {
  const { t } = words;
  const split = splitOf(view, told, words);
  const { by, days, parts } = split;
  const stale = days !== null && told.results !== null && isStale(told.welcome, told.results);
  const note = days === null ? t("chart.soFar") : t("chart.overDays", { count: days });
  return {
    title: t("chart.stages.title"),
    longTitle: t(`chart.${by}.title`),
    finding: splitFinding(split, words),
    tools: by === "causes" && <Meanings parts={parts} />,
    table: () => splitTable(split, words),
    children: (svg) => (
      <div class={`split-bars-box${stale ? " stale" : ""}`}>
        <Bars split={split} svg={svg} />
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

function Bars({ split, svg }: { readonly split: Split; readonly svg: RefObject<SVGSVGElement | null> }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const title = words.t(`chart.${split.by}.title`);
  const model: SplitBarsModel = { width, height, title, rows: splitRows(split, words) };
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) drawSplitBars(svg.current, model);
  });
  return (
    <div ref={box} class="picture-box">
      <svg ref={svg} class="split-bars" role="img" aria-label={title} width={width} height={height} />
    </div>
  );
}
