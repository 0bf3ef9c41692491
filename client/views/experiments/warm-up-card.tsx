/** How much of the beginning of a steady scenario's days to leave out, drawn. */
import type { ExperimentFrame } from "../../../shared/experiments.ts";
import { warmUpNote, warmUpPictureTexts } from "../../../shared/warm-up.ts";
import type { WarmUpShown } from "../../../shared/warm-up.ts";
import { drawWarmUp } from "../../charts/warm-up.ts";
import { resources } from "../../language/resources.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { Picture } from "../charts/picture.tsx";
import { labelOf, useWords } from "../words.ts";
import { hoursText } from "./staffing-said.ts";
import { warmUpFinding, warmUpTable } from "./warm-up-said.ts";

type Props = {
  readonly frame: ExperimentFrame;
  /** Of the scenario in the session. */
  readonly place: number;
  readonly name: string;
  readonly shown: WarmUpShown;
};

export function WarmUpCard({ frame, place, name, shown }: Props) {
  const words = useWords();
  const texts = resources[words.language].page.experiments.warmUp;
  const label = labelOf(place);
  const title = `${label}: ${texts.title}`;
  const model = {
    title,
    series: place,
    shown,
    texts: warmUpPictureTexts(shown, texts, (hours) => hoursText(words, hours)),
    tickText: words.decimal,
  };
  const foot = { days: frame.done, seed: frame.seed, version: frame.version };
  return (
    <ChartCard
      id={`chart-warm-up-${place}`}
      title={title}
      finding={warmUpFinding(words, label, shown)}
      about={warmUpNote(shown, texts)}
      source={`${label}: ${name} · ${words.t("experiments.foot", foot)}`}
      table={() => warmUpTable(words, shown)}
    >
      {(svg) => (
        <Picture
          name="warm-up"
          title={title}
          svg={svg}
          draw={(host, size) => drawWarmUp(host, { ...model, ...size })}
        />
      )}
    </ChartCard>
  );
}
