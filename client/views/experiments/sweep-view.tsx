/** A sweep as far as it is: what points cost and bring, what counts most, and all points in a table. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { ExperimentFrame, SweepRequest } from "../../../shared/experiments.ts";
import { hasOpenEnds } from "../../../shared/sweep/pictures.ts";
import type { SweepResult } from "../../../shared/sweep/result.ts";
import { drawFrontier, markPlaces } from "../../charts/frontier.ts";
import type { FrontierModel } from "../../charts/frontier.ts";
import { drawTornado } from "../../charts/tornado.ts";
import { readPointFile } from "../../state/http.ts";
import { fileSlug } from "../../state/save.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { Picture } from "../charts/picture.tsx";
import { useSize } from "../parts/use-size.ts";
import { labelOf, useWords } from "../words.ts";
import { FileActions } from "./file-actions.tsx";
import { SweepPointsTable } from "./sweep-points-table.tsx";
import type { FrontierMark } from "./sweep-said.ts";
import {
  axisText,
  frontierFinding,
  frontierMarks,
  pointText,
  sweepTable,
  sweptTitle,
  tornadoBarsOf,
  tornadoFinding,
  tornadoNote,
  tornadoTable,
} from "./sweep-said.ts";

type Props = {
  readonly frame: ExperimentFrame;
  readonly request: SweepRequest;
  readonly result: SweepResult;
};

export function SweepView({ frame, request, result }: Props) {
  const words = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const best = result.frontier?.points.find(({ standing }) => standing === "on")?.point;
  const current = result.points.find(({ point }) => point === (chosen ?? best)) ?? result.points[0];
  if (current === undefined) return null;
  const source = [
    `${labelOf(request.scenarios[0])}: ${frame.names[0]}`,
    words.t("experiments.foot", { days: frame.done, seed: frame.seed, version: frame.version }),
  ].join(" · ");
  return (
    <>
      <div class="experiment-parts sweep-parts">
        {result.frontier !== null && (
          <FrontierCard result={result} source={source} current={current.point} onChoose={setChosen} />
        )}
        <TornadoCard result={result} source={source} />
      </div>
      <section class="panel experiment-answer" aria-label={words.t("experiments.sweep.point")}>
        <p role="status">{pointText(words, result, current)}</p>
        <FileActions
          name={`${fileSlug(frame.names[0] ?? "")}-${frame.id}-${current.point}.yaml`}
          read={(session, secret) => readPointFile(session, secret, frame.id, current.point)}
        />
      </section>
      <SweepPointsTable request={request} result={result} current={current.point} onChoose={setChosen} />
    </>
  );
}

type FrontierProps = {
  readonly result: SweepResult;
  readonly source: string;
  readonly current: number;
  readonly onChoose: (point: number) => void;
};

function FrontierCard({ result, source, current, onChoose }: FrontierProps) {
  const words = useWords();
  const { t } = words;
  const { frontier } = result;
  if (frontier === null) return null;
  const title = t("experiments.sweep.frontier.title");
  const model = {
    title,
    xText: axisText(words, frontier.x),
    yText: axisText(words, frontier.y),
    marks: frontierMarks(words, result),
    current,
    isNumbered: false,
    tickText: words.decimal,
  };
  return (
    <ChartCard
      id="chart-frontier"
      title={title}
      finding={frontierFinding(words, frontier)}
      note={[
        t("experiments.sweep.frontier.note"),
        ...(hasOpenEnds(frontier) ? [t("experiments.sweep.frontier.dashedNote")] : []),
      ].join(" · ")}
      source={source}
      table={() => sweepTable(words, result)}
    >
      {(svg) => <FrontierPicture svg={svg} model={model} onChoose={onChoose} />}
    </ChartCard>
  );
}

type PictureProps = {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly model: Omit<FrontierModel, "width" | "height"> & { readonly marks: readonly FrontierMark[] };
  readonly onChoose: (point: number) => void;
};

/** The picture, and over it a button for each point, so that each is reached and read by keyboard. */
function FrontierPicture({ svg, model, onChoose }: PictureProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0)
      drawFrontier(svg.current, { ...model, width, height });
  });
  const go = (by: number): void => {
    const index = model.marks.findIndex(({ point }) => point === model.current) + by;
    const next = model.marks[Math.min(model.marks.length - 1, Math.max(0, index))];
    if (next === undefined) return;
    onChoose(next.point);
    box.current?.querySelector<HTMLElement>(`[data-point="${next.point}"]`)?.focus();
  };
  return (
    <div ref={box} class="picture-box frontier-box">
      <svg ref={svg} class="frontier" role="img" aria-label={model.title} width={width} height={height} />
      <div role="group" data-keys aria-label={t("experiments.sweep.frontier.points")}>
        {markPlaces({ ...model, width, height }).map(({ point, left, top }, index) => (
          <button
            type="button"
            key={point}
            data-point={point}
            class="frontier-point"
            style={{ left: `${left - 12}px`, top: `${top - 12}px` }}
            tabIndex={point === model.current ? 0 : -1}
            aria-label={model.marks[index].text}
            aria-pressed={point === model.current}
            onClick={() => onChoose(point)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
              event.preventDefault();
              go(event.key === "ArrowRight" ? 1 : -1);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function TornadoCard({ result, source }: { readonly result: SweepResult; readonly source: string }) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState(0);
  const effects = result.effects[chosen] ?? result.effects[0];
  if (effects === undefined) return null;
  const title = t("experiments.sweep.tornado.title");
  const figure = sweptTitle(words, effects.figure);
  const model = {
    title: `${title}: ${figure}`,
    bars: tornadoBarsOf(words, effects),
    tickText: words.signed,
  };
  return (
    <ChartCard
      id="chart-tornado"
      title={title}
      longTitle={model.title}
      finding={tornadoFinding(words, effects)}
      about={tornadoNote(words, effects)}
      source={source}
      tools={
        <select
          class="select small"
          aria-label={t("experiments.sweep.tornado.figure")}
          value={String(chosen)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {result.figures.map((one, index) => (
            <option key={index} value={String(index)} selected={index === chosen}>
              {sweptTitle(words, one)}
            </option>
          ))}
        </select>
      }
      table={() => tornadoTable(words, effects)}
    >
      {(svg) => (
        <Picture
          name="tornado"
          title={model.title}
          svg={svg}
          draw={(host, size) => drawTornado(host, { ...model, ...size })}
        />
      )}
    </ChartCard>
  );
}
