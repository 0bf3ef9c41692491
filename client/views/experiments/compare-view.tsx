/** A comparison as it stands: the changes in words, the answer, how sure it is, and all other figures. */
import { useState } from "preact/hooks";
import type { CompareData, CompareRequest, ExperimentFrame } from "../../../shared/experiments.ts";
import { differenceTexts } from "../../language/differences.ts";
import { logText } from "../log-text.ts";
import { Headline } from "../parts/headline.tsx";
import { ResultTable } from "../results/result-table.tsx";
import { labelOf, useWords } from "../words.ts";
import { NarrowingCard } from "./narrowing-card.tsx";
import { compareHeadline, precisionText } from "./said.ts";
import { WarmUpCard } from "./warm-up-card.tsx";

type Props = {
  readonly frame: ExperimentFrame;
  readonly request: CompareRequest;
  readonly data: CompareData;
};

export function CompareView({ frame, request, data }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(1);
  const { scenarios: places } = request;
  const scenario = Math.min(chosen, places.length - 1);
  return (
    <>
      <section class="panel experiment-answer" aria-label={t("experiments.compare.answer")}>
        {places.length > 2 && <Chooser places={places} scenario={scenario} onChoose={setChosen} />}
        <Changes frame={frame} data={data} places={places} scenario={scenario} />
        <Answer frame={frame} request={request} data={data} scenario={scenario} />
      </section>
      <div class="experiment-parts">
        <NarrowingCard frame={frame} request={request} data={data} scenario={scenario} />
        <section class="panel" aria-labelledby="experiment-figures">
          <header class="panel-head">
            <h2 id="experiment-figures">{t("results.title", { count: frame.done })}</h2>
            <span class="quiet subtitle">{t("results.paired")}</span>
          </header>
          <ResultTable rows={data.rows} days={frame.done} scenario={scenario} places={places} />
        </section>
      </div>
      {data.warmUps !== undefined && (
        <div class="warm-up-parts">
          {data.warmUps.map(({ scenario: index, shown }) => (
            <WarmUpCard
              key={index}
              frame={frame}
              place={places[index]}
              name={frame.names[index]}
              shown={shown}
            />
          ))}
        </div>
      )}
    </>
  );
}

type ChooserProps = {
  readonly places: readonly number[];
  readonly scenario: number;
  readonly onChoose: (scenario: number) => void;
};

function Chooser({ places, scenario, onChoose }: ChooserProps) {
  const { t } = useWords();
  return (
    <div class="segments" role="group" aria-label={t("experiments.compare.chosen")}>
      {places.slice(1).map((place, index) => (
        <button
          type="button"
          key={place}
          class={`button small series-${place}`}
          aria-pressed={scenario === index + 1}
          onClick={() => onChoose(index + 1)}
        >
          {labelOf(place)}
        </button>
      ))}
    </div>
  );
}

type ChangesProps = {
  readonly frame: ExperimentFrame;
  readonly data: CompareData;
  readonly places: readonly number[];
  readonly scenario: number;
};

/** How the scenario differs from the baseline: by its file, and by what was changed while it ran. */
function Changes({ frame, data, places, scenario }: ChangesProps) {
  const words = useWords();
  const { t, language } = words;
  const label = labelOf(places[scenario]);
  const said = [
    ...differenceTexts(data.differences[scenario] ?? [], language),
    ...data.changes
      .filter((entry) => entry.scenario === 0 || entry.scenario === scenario)
      .map((entry) => logText(words, { ...entry, scenario: places[entry.scenario] }, true)),
  ];
  return (
    <div class="experiment-changes">
      <b class={`series-${places[scenario]}`}>
        <span class="letter">{label}</span> {frame.names[scenario]}
      </b>
      <span class="quiet">{t("experiments.changed", { label })}</span>
      <ul>
        {said.length === 0 && <li>{t("experiments.nothingChanged", { baseline: labelOf(places[0]) })}</li>}
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Answer({ frame, request, data, scenario }: Props & { readonly scenario: number }) {
  const words = useWords();
  const { t } = words;
  const { scenarios: places } = request;
  const precision = precisionText(words, request, data);
  const shorter = data.shorterDays[scenario] ?? 0;
  return (
    <>
      <Headline
        scenario={places[scenario]}
        text={compareHeadline(words, data, places, scenario)}
        waiting={t("experiments.compare.waiting")}
        settled={frame.status === "done" || frame.status === "cancelled"}
      />
      <p class="quiet">
        {t("experiments.compare.shorterDays", {
          shorter,
          count: frame.done,
          label: labelOf(places[scenario]),
        })}
      </p>
      {precision !== null && <p>{precision}</p>}
    </>
  );
}
