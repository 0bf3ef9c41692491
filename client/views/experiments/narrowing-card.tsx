/** The picture of an interval that becomes narrower while days arrive. */
import type { CompareData, CompareRequest, ExperimentFrame } from "../../../shared/experiments.ts";
import { drawNarrowing } from "../../charts/narrowing.ts";
import type { NarrowingModel } from "../../charts/narrowing.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { Picture } from "../charts/picture.tsx";
import { labelOf, useWords } from "../words.ts";
import { figureTitle, namedRow, narrowingFinding, narrowingTable, pointsOf } from "./said.ts";

type Props = {
  readonly frame: ExperimentFrame;
  readonly request: CompareRequest;
  readonly data: CompareData;
  /** Position of the scenario that is read. */
  readonly scenario: number;
};

export function NarrowingCard({ frame, request, data, scenario }: Props) {
  const words = useWords();
  const { t } = words;
  const row = namedRow(data);
  if (row === undefined) return null;
  const place = request.scenarios[scenario];
  const points = pointsOf(data, scenario);
  const label = labelOf(place);
  const about = {
    label,
    baseline: labelOf(request.scenarios[0]),
    figure: figureTitle(words, request.answer),
  };
  const title = t("experiments.narrowing.title");
  const model: Omit<NarrowingModel, "width" | "height"> = {
    title,
    series: place,
    label,
    points,
    untilDays: frame.total,
    asked: data.reading?.asked ?? (data.within?.kind === "absolute" ? data.within.half : null),
    zeroText: t("experiments.narrowing.zero"),
    daysText: t("experiments.narrowing.days"),
    tickText: words.decimal,
  };
  const noteAsked = model.asked === null ? "" : ` · ${t("experiments.narrowing.noteAsked")}`;
  return (
    <ChartCard
      id="chart-narrowing"
      title={title}
      longTitle={`${title}: ${t("experiments.narrowing.subtitle", about)}`}
      subtitle={t("experiments.narrowing.subtitle", about)}
      finding={narrowingFinding(
        words,
        request.answer,
        row,
        points,
        row.differences[scenario]?.vehiclesNeeded,
      )}
      note={t("experiments.narrowing.note") + noteAsked}
      source={[
        frame.names.map((name, index) => `${labelOf(request.scenarios[index])}: ${name}`).join(", "),
        t("experiments.foot", { days: frame.done, seed: frame.seed, version: frame.version }),
      ].join(" · ")}
      table={() => narrowingTable(words, request.answer, points)}
    >
      {(svg) => (
        <Picture
          name="narrowing"
          title={title}
          svg={svg}
          draw={(host, size) => drawNarrowing(host, { ...model, ...size })}
        />
      )}
    </ChartCard>
  );
}
