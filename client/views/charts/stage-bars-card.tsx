/** Where the time goes, stage by stage. */
import { useEffect, useRef } from "preact/hooks";
import { drawStageBars } from "../../charts/stage-bars.ts";
import type { StageBarsModel } from "../../charts/stage-bars.ts";
import { stageName } from "../../language/names.ts";
import { useSize } from "../parts/use-size.ts";
import { labelOf, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { isStale } from "../results/rows.ts";
import { ChartCard } from "./chart-card.tsx";
import { stageFinding, stageShades, stageTable, stageTimes, stagesOf } from "./models.ts";
import type { Told } from "./models.ts";
import { useTold } from "./time-chart-card.tsx";

/** What takes less shows as no bar and needs no name beside the picture; the table has it. */
const LEAST_MINUTES = 0.05;

export function StageBarsCard() {
  const words = useWords();
  const told = useTold();
  if (told === null) return null;
  const { t } = words;
  const { times, days } = stageTimes(told);
  const stages = stagesOf(times);
  const shadeOf = stageShades(told, stages);
  const passed = stages.filter((stage) =>
    times.some((own) => own.some(([name, minutes]) => name === stage && minutes >= LEAST_MINUTES)),
  );
  const stale = days !== null && told.results !== null && isStale(told.welcome, told.results);
  const note = days === null ? t("chart.soFar") : t("chart.overDays", { count: days });
  return (
    <ChartCard
      id="chart-stages"
      title={t("chart.stages.title")}
      subtitle={t("chart.stages.unit")}
      finding={stageFinding(told, words)}
      table={() => stageTable(told, words)}
    >
      {(svg) => (
        <div class={`stage-bars-box${stale ? " stale" : ""}`}>
          <Bars told={told} svg={svg} words={words} />
          <ul class="legend stages">
            {passed.map((stage) => (
              <li key={stage}>
                <i class={`swatch shade-${shadeOf(stage)}`} aria-hidden="true" />
                {stageName(t, stage)}
              </li>
            ))}
            <li>({note})</li>
          </ul>
        </div>
      )}
    </ChartCard>
  );
}

function Bars({
  told,
  svg,
  words,
}: {
  readonly told: Told;
  readonly svg: { current: SVGSVGElement | null };
  readonly words: Words;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const { times } = stageTimes(told);
  const model: StageBarsModel = {
    width,
    height,
    title: words.t("chart.stages.title"),
    shadeOf: stageShades(told, stagesOf(times)),
    rows: times.map((own, index) => ({
      label: labelOf(index),
      total: words.wait(own.reduce((sum, [, minutes]) => sum + minutes, 0)),
      parts: own.map(([stage, minutes]) => ({ stage, minutes, text: words.waitNumber(minutes) })),
    })),
  };
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) drawStageBars(svg.current, model);
  });
  return (
    <div ref={box} class="picture-box">
      <svg ref={svg} class="stage-bars" role="img" aria-label={model.title} width={width} height={height} />
    </div>
  );
}
