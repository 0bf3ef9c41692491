/** The experiments of a session: the list and the way to a new one, and beside it the one that is read. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { ExperimentEntry, ExperimentKind, ExperimentRequest } from "../../../shared/experiments.ts";
import { Icon } from "../parts/icon.tsx";
import { useDesk, useWords } from "../words.ts";
import { CompareForm } from "./compare-form.tsx";
import { ExperimentView } from "./experiment-view.tsx";
import { OptimizeForm } from "./optimize-form.tsx";
import { SweepForm } from "./sweep-form.tsx";
import { statusText, titleOf } from "./said.ts";

export function ExperimentsScreen() {
  const desk = useDesk();
  const { t } = useWords();
  const list = desk.experiments.value ?? [];
  const read = desk.read.value;
  const [asksNew, setAsksNew] = useState(false);
  const isNew = desk.mayControl.value && (asksNew || (read === null && list.length === 0));
  return (
    <main class="experiments" id="experiments">
      <h1 class="hidden-text">{t("experiments.title")}</h1>
      <section class="panel experiment-list" aria-labelledby="experiment-list-title">
        <header class="panel-head">
          <h2 id="experiment-list-title">{t("experiments.list")}</h2>
        </header>
        {desk.mayControl.value && (
          <button
            type="button"
            class="button"
            aria-pressed={isNew}
            onClick={() => setAsksNew(!asksNew || read === null)}
          >
            <Icon name="plus" /> {t("experiments.new")}
          </button>
        )}
        {list.length === 0 && <p class="quiet">{t("experiments.none")}</p>}
        <ul>
          {[...list].reverse().map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              isRead={!isNew && entry.id === read}
              onRead={() => {
                desk.read.value = entry.id;
                setAsksNew(false);
              }}
            />
          ))}
        </ul>
      </section>
      <div class="experiment-detail">
        {isNew ? <NewExperiment onStarted={() => setAsksNew(false)} /> : <Read />}
      </div>
    </main>
  );
}

type EntryProps = {
  readonly entry: ExperimentEntry;
  readonly isRead: boolean;
  readonly onRead: () => void;
};

function Entry({ entry, isRead, onRead }: EntryProps) {
  const words = useWords();
  const title = titleOf(words, entry.request);
  return (
    <li>
      <button
        type="button"
        class="button card experiment-entry"
        aria-current={isRead ? "true" : undefined}
        onClick={onRead}
      >
        <b>{words.t("experiments.entry", { number: entry.id, title })}</b>
        <span class={`status ${entry.status}`}>{statusText(words, entry)}</span>
      </button>
    </li>
  );
}

const KINDS: readonly ExperimentKind[] = ["compare", "sweep", "optimize"];

function NewExperiment({ onStarted }: { readonly onStarted: () => void }) {
  const desk = useDesk();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [kind, setKind] = useState<ExperimentKind>("compare");
  const [refusal, setRefusal] = useState<string | null>(null);
  const start = async (request: ExperimentRequest): Promise<readonly ExperimentProblem[]> => {
    const reply = await desk.ask({ do: "start", request });
    if (!reply.ok) {
      setRefusal(reply.problems.length > 0 ? null : t(`refusal.${reply.refusal}`));
      return reply.problems;
    }
    desk.read.value = reply.id;
    onStarted();
    return [];
  };
  return (
    <section class="panel" aria-labelledby="new-experiment">
      <header class="panel-head">
        <h2 id="new-experiment" ref={title} tabIndex={-1}>
          {t("experiments.new")}
        </h2>
      </header>
      <div class="segments" role="group" aria-label={t("experiments.kinds")}>
        {KINDS.map((one) => (
          <button
            type="button"
            key={one}
            class="button"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {t(`experiments.${one}.kind`)}
          </button>
        ))}
      </div>
      {kind === "compare" && <CompareForm onStart={start} />}
      {kind === "sweep" && <SweepForm onStart={start} />}
      {kind === "optimize" && <OptimizeForm onStart={start} />}
      {refusal !== null && (
        <p class="refused" role="alert">
          {t("experiments.refused", { why: refusal })}
        </p>
      )}
    </section>
  );
}

function Read() {
  const desk = useDesk();
  const { t } = useWords();
  const read = desk.read.value;
  const frame = desk.experiment.value;
  const list = desk.experiments.value;
  if (frame !== null && frame.id === read) return <ExperimentView key={frame.id} frame={frame} />;
  const isGone = read !== null && list !== null && list.every(({ id }) => id !== read);
  if (list?.length === 0 && !isGone) return null;
  return (
    <p class="panel quiet">
      {t(isGone ? "experiments.gone" : read === null ? "experiments.nothingChosen" : "link.connecting")}
    </p>
  );
}
