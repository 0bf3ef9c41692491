/** One experiment: what it is, how far it is, what can be done with it, and what it says. */
import { useEffect, useRef } from "preact/hooks";
import type { ExperimentData, ExperimentFrame, ExperimentRequest } from "../../../shared/experiments.ts";
import { MOST_EXPERIMENT_DAYS, MOST_SWEPT_DAYS } from "../../../shared/experiment-check.ts";
import { fileSlug, saveText } from "../../state/save.ts";
import { csvOf } from "../charts/models.ts";
import type { Table } from "../charts/models.ts";
import { Icon } from "../parts/icon.tsx";
import { PopOver } from "../parts/pop-over.tsx";
import { runawayText, useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { CompareView } from "./compare-view.tsx";
import { OptimizeView } from "./optimize-view.tsx";
import { compareTable, leftText, problemTexts, statusText, titleOf } from "./said.ts";
import { shiftsTable } from "./staffing-tables.ts";
import { sweepTable } from "./sweep-said.ts";
import { SweepView } from "./sweep-view.tsx";

type Props = { readonly frame: ExperimentFrame };

export function ExperimentView({ frame }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const { status, request, data, answersFor } = frame;
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever has just started it has left a form that is no longer there.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus();
  }, []);
  const problems = problemTexts(words, frame.problems ?? []);
  const isOld = desk.welcome.value !== null && desk.welcome.value.answersFor !== answersFor;
  return (
    <>
      <section class="panel experiment-head" aria-labelledby="experiment-title">
        <header class="panel-head">
          <h2 id="experiment-title" ref={title} tabIndex={-1}>
            {t("experiments.entry", { number: frame.id, title: titleOf(words, request) })}
          </h2>
          <span class={`status ${status}`}>{statusText(words, frame)}</span>
          <Tools frame={frame} />
        </header>
        {(status === "running" || status === "cancelled") && request.kind !== "optimize" && (
          <Progress frame={frame} />
        )}
        {(status === "waiting" || status === "cancelled" || status === "failed") && (
          <p class="quiet">
            {t(`experiments.statusNote.${status}`)} {runawayText(frame.runaway, t)}
          </p>
        )}
        {problems !== null && <p class="refused">{problems}</p>}
        {isOld && <p class="stale-note">{t("experiments.old")}</p>}
        <p class="quiet foot">
          {t("experiments.foot", { days: frame.done, seed: frame.seed, version: frame.version })}
        </p>
      </section>
      {data === null && status === "running" && (
        <p class="panel waiting">{t(`experiments.${request.kind}.waiting`)}</p>
      )}
      {data?.kind === "compare" && request.kind === "compare" && (
        <CompareView frame={frame} request={request} data={data} />
      )}
      {data?.kind === "sweep" && request.kind === "sweep" && (
        <SweepView frame={frame} request={request} result={data.result} />
      )}
      {data?.kind === "optimize" && request.kind === "optimize" && (
        <OptimizeView frame={frame} request={request} result={data.result} />
      )}
    </>
  );
}

function Progress({ frame }: Props) {
  const words = useWords();
  const { done, total, status } = frame;
  const text = words.t("experiments.progress", { done, total });
  return (
    <div class="experiment-progress">
      <div
        class="bar-track"
        role="progressbar"
        aria-label={words.t("experiments.title")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <span class="bar-done" style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <span class="quiet">
        {text}
        {status === "running" && ` · ${leftText(words, frame)}`}
      </span>
    </div>
  );
}

function Tools({ frame }: Props) {
  const desk = useDesk();
  const { t } = useWords();
  const { id, status } = frame;
  const isUnder = status === "running" || status === "waiting";
  return (
    <div class="row experiment-tools">
      {frame.data !== null && <Download frame={frame} />}
      {desk.mayControl.value && !isUnder && <Again frame={frame} />}
      {desk.mayControl.value && isUnder && (
        <button type="button" class="button small" onClick={() => void desk.ask({ do: "cancel", id })}>
          {t("experiments.cancel")}
        </button>
      )}
      {desk.mayControl.value && !isUnder && (
        <button
          type="button"
          class="button bare small icon-only"
          aria-label={t("experiments.removeOf", { number: id })}
          title={t("experiments.remove")}
          onClick={() => {
            desk.read.value = null;
            void desk.ask({ do: "remove", id });
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** Over twice the days: those that are known are the first of them. */
function Again({ frame }: Props) {
  const desk = useDesk();
  const { t } = useWords();
  const again = withMoreDays(frame);
  if (again === null) return null;
  const start = async (): Promise<void> => {
    const reply = await desk.ask({ do: "start", request: again.request });
    if (reply.ok) desk.read.value = reply.id;
  };
  return (
    <button type="button" class="button small" onClick={() => void start()}>
      {t("experiments.again", { count: again.days })}
    </button>
  );
}

/** Null where more days would tell no more: of what has them all, and of a search that found no plan to try on them. */
function withMoreDays({
  request,
  done,
  data,
}: ExperimentFrame): { readonly request: ExperimentRequest; readonly days: number } | null {
  if (data?.kind === "optimize" && data.result.noPlan !== null) return null;
  const most = request.kind === "sweep" ? MOST_SWEPT_DAYS : MOST_EXPERIMENT_DAYS;
  const before = request.kind === "compare" ? Math.max(10, done) : request.days;
  const days = Math.min(most, 2 * before);
  if (days <= before) return null;
  return request.kind === "compare"
    ? { days, request: { ...request, stop: { by: "days", days } } }
    : { days, request: { ...request, days } };
}

function tableOf(words: Words, data: ExperimentData, request: ExperimentRequest): Table {
  switch (data.kind) {
    case "compare":
      return compareTable(words, data, request.scenarios);
    case "sweep":
      return sweepTable(words, data.result);
    case "optimize":
      return shiftsTable(words, data.result);
    default:
      return data satisfies never;
  }
}

function Download({ frame }: Props) {
  const words = useWords();
  const { t } = words;
  const { data, request } = frame;
  if (data === null) return null;
  const table = tableOf(words, data, request);
  const name = fileSlug(titleOf(words, request));
  return (
    <PopOver
      align="end"
      buttonClass="button bare small"
      name={t("experiments.download")}
      label={<Icon name="download" />}
    >
      {(close) => (
        <div class="menu">
          <button
            type="button"
            class="button bare"
            onClick={() => {
              saveText(`${name}.csv`, "text/csv", csvOf(table));
              close();
            }}
          >
            {t("experiments.csv")}
          </button>
          <button
            type="button"
            class="button bare"
            onClick={() => {
              saveText(`${name}.json`, "application/json", `${JSON.stringify(frame, null, 2)}\n`);
              close();
            }}
          >
            {t("experiments.json")}
          </button>
        </div>
      )}
    </PopOver>
  );
}
