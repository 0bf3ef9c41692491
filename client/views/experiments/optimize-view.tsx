/** Finding staffing as far as it is: what is at work, the plan and how sure it is, and what the plan looks like. */
import type { ExperimentFrame, OptimizeRequest } from "../../../shared/experiments.ts";
import { MINUTE } from "../../../shared/units.ts";
import { STAFFING_PHASES } from "../../../shared/staffing/result.ts";
import type { StaffingPhase, StaffingResult } from "../../../shared/staffing/result.ts";
import { readPlanFile } from "../../state/http.ts";
import { fileSlug } from "../../state/save.ts";
import { DataTable } from "../charts/chart-card.tsx";
import { Headline } from "../parts/headline.tsx";
import { labelOf, useWords } from "../words.ts";
import { FileActions } from "./file-actions.tsx";
import { PlanBarsCard, PlanWorthCard } from "./plan-charts.tsx";
import { bestText, costText, coverText, gainTexts, noPlanTexts, planText } from "./staffing-said.ts";
import { shiftsNote, shiftsTable, staffingsTable } from "./staffing-tables.ts";

type Props = {
  readonly frame: ExperimentFrame;
  readonly request: OptimizeRequest;
  readonly result: StaffingResult;
};

export function OptimizeView({ frame, request, result }: Props) {
  const { t } = useWords();
  const place = request.scenarios[0] ?? 0;
  const source = [
    `${labelOf(place)}: ${frame.names[0]}`,
    t("experiments.foot", { days: frame.done, seed: frame.seed, version: frame.version }),
  ].join(" · ");
  return (
    <>
      {frame.status === "running" && result.phase !== "over" && (
        <Phases result={result} phase={result.phase} />
      )}
      <NoPlan result={result} />
      {result.best === null && frame.status === "cancelled" && (
        <p class="panel">{t("experiments.optimize.noBest")}</p>
      )}
      {result.best !== null && (
        <>
          <Answer frame={frame} result={result} place={place} />
          <div class="experiment-parts plan-parts">
            <PlanBarsCard result={result} place={place} source={source} />
            <PlanWorthCard result={result} place={place} source={source} />
          </div>
          <div class="experiment-parts plan-parts plan-tables">
            <Shifts result={result} />
            <Staffings result={result} place={place} />
          </div>
        </>
      )}
    </>
  );
}

type PhasesProps = { readonly result: StaffingResult; readonly phase: StaffingPhase };

/** What has been done, is done now and is to come, with how far the present part is. */
function Phases({ result, phase: present }: PhasesProps) {
  const { t } = useWords();
  const now = STAFFING_PHASES.indexOf(present);
  return (
    <section class="panel" aria-labelledby="staffing-phases">
      <header class="panel-head">
        <h2 id="staffing-phases">{t("experiments.optimize.phases")}</h2>
      </header>
      <ol class="phases">
        {STAFFING_PHASES.map((phase, index) => {
          const standing = index < now ? "past" : index === now ? "now" : "to-come";
          return (
            <li key={phase} class={standing} aria-current={index === now ? "step" : undefined}>
              <span>{t(`experiments.optimize.phase.${phase}`)}</span>
              {index === now && <PhaseNow result={result} phase={phase} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function PhaseNow({ result, phase }: PhasesProps) {
  const { t, span } = useWords();
  const { judged, ranking, fresh, searchMs, budgetMs } = result;
  const isAnew = phase === "anew" || phase === "worth";
  const share = isAnew && fresh !== null ? fresh.done / fresh.total : searchMs / budgetMs;
  const said = isAnew
    ? [fresh === null ? "" : t("experiments.optimize.freshDays", fresh)]
    : [
        ranking === null ? "" : t("experiments.optimize.ranking", { left: ranking.left, count: ranking.of }),
        judged === 0 ? "" : t("experiments.optimize.judged", { count: judged }),
        t("experiments.optimize.searched", {
          passed: passedText(searchMs),
          most: span(budgetMs),
        }),
      ];
  const text = said.filter((part) => part !== "").join(" · ");
  return (
    <span class="phase-now">
      <span class="quiet">{text}</span>
      <span
        class="bar-track"
        role="progressbar"
        aria-label={t(`experiments.optimize.phase.${phase}`)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(100 * Math.min(1, share))}
        aria-valuetext={text}
      >
        <span class="bar-done" style={{ width: `${100 * Math.min(1, share)}%` }} />
      </span>
    </span>
  );
}

/** "1:05": of a search that takes minutes. */
const passedText = (ms: number): string =>
  `${Math.floor(ms / MINUTE)}:${String(Math.floor((ms % MINUTE) / 1000)).padStart(2, "0")}`;

/** The status is there before there is something to say: one that comes with its text is not read out. */
function NoPlan({ result }: { readonly result: StaffingResult }) {
  const words = useWords();
  const [first, ...others] = result.noPlan === null ? [] : noPlanTexts(words, result.noPlan, result);
  return (
    <>
      <p class="hidden-text" role="status">
        {first ?? ""}
      </p>
      {first !== undefined && (
        <section class="panel experiment-answer" aria-label={words.t("experiments.optimize.answer")}>
          <p class="headline">{first}</p>
          {others.length > 0 && (
            <ul class="plain-list">
              {others.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

type AnswerProps = {
  readonly frame: ExperimentFrame;
  readonly result: StaffingResult;
  readonly place: number;
};

/** By new days where there are some; else by those of the search, said to look better than it is. */
function Answer({ frame, result, place }: AnswerProps) {
  const words = useWords();
  const { t } = words;
  const { answer, isCut } = result;
  const label = labelOf(place);
  const isOver = frame.status !== "running";
  const lasting = planText(words, result);
  return (
    <section class="panel experiment-answer" aria-label={t("experiments.optimize.answer")}>
      {lasting !== null && answer !== null && !isOver && (
        <p class="quiet">{t("experiments.optimize.days", { count: answer.plan.kept.days })}</p>
      )}
      <Headline
        scenario={place}
        text={lasting ?? bestText(words, result)}
        waiting={t("experiments.optimize.waiting")}
        settled={isOver}
      />
      {lasting === null && <p class="stale-note">{t("experiments.optimize.notAnew")}</p>}
      {isCut && <p class="quiet">{t("experiments.optimize.cut")}</p>}
      {answer !== null && (
        <>
          <h3>{t("experiments.optimize.against", { label })}</h3>
          <ul class="plain-list">
            {[costText(words, answer), ...gainTexts(words, answer, label)].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {lasting !== null && <p class="quiet">{coverText(words, result)}</p>}
      {isOver && (
        <FileActions
          name={`${fileSlug(frame.names[0] ?? "")}-plan-${frame.id}.yaml`}
          read={(session, secret) => readPlanFile(session, secret, frame.id)}
        />
      )}
    </section>
  );
}

function Shifts({ result }: { readonly result: StaffingResult }) {
  const words = useWords();
  const title = words.t("experiments.optimize.shifts.title");
  return (
    <section class="panel" aria-labelledby="plan-shifts">
      <header class="panel-head">
        <h2 id="plan-shifts">{title}</h2>
        <span class="quiet subtitle">{shiftsNote(words, result)}</span>
      </header>
      <DataTable title={title} table={shiftsTable(words, result)} />
    </section>
  );
}

function Staffings({ result, place }: { readonly result: StaffingResult; readonly place: number }) {
  const words = useWords();
  const { answer } = result;
  if (answer === null) return null;
  const title = words.t("experiments.optimize.staffings.title");
  return (
    <section class="panel stacking" aria-labelledby="plan-staffings">
      <header class="panel-head">
        <h2 id="plan-staffings">{title}</h2>
      </header>
      <p class="quiet">
        {words.t("experiments.optimize.staffings.note", {
          count: answer.plan.kept.days,
          seed: answer.freshSeed,
        })}
      </p>
      <DataTable title={title} table={staffingsTable(words, result, labelOf(place))} />
    </section>
  );
}
