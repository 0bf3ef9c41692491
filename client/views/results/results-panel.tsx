/**
 * The answer: many days on the same trucks, the difference and how sure it is. While days are run again
 * after a change the old numbers stay, dimmed, with words that say so.
 */
import { Headline } from "../parts/headline.tsx";
import type { Results } from "../../../shared/protocol.ts";
import { LABELS, labelOf, useDesk, useWords } from "../words.ts";
import { ResultTable } from "./result-table.tsx";
import { headline, isStale } from "./rows.ts";

const MORE_DAYS = 20;
const MOST_DAYS = 1_000;

export function ResultsPanel() {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const welcome = desk.welcome.value;
  const results = desk.results.value;
  if (welcome === null) return null;
  const scenario = Math.min(desk.selected.value, welcome.scenarios.length - 1);
  const known = results !== null && results.done > 0 ? results : null;
  const stale = known !== null && isStale(welcome, known);
  return (
    <section class="panel results" aria-labelledby="results-title" id="results">
      <header class="panel-head">
        <h2 id="results-title">
          {known === null ? t("results.titleSoon") : t("results.title", { count: known.done })}
        </h2>
        <span class="quiet subtitle">{t("results.paired")}</span>
      </header>
      {known === null ? (
        <p class="waiting">{t("results.waiting")}</p>
      ) : (
        <div class={stale ? "stale" : ""}>
          <Answer results={known} scenario={scenario} />
        </div>
      )}
      {stale && <p class="stale-note">{t("results.stale")}</p>}
      {results !== null && <Progress results={results} scenario={scenario} />}
      {known !== null && (
        <div class={stale ? "stale" : ""}>
          <ResultTable
            rows={known.rows}
            days={known.done}
            scenario={scenario}
            places={LABELS.slice(0, welcome.scenarios.length).map((_, index) => index)}
          />
        </div>
      )}
    </section>
  );
}

function Answer({ results, scenario }: { readonly results: Results; readonly scenario: number }) {
  const words = useWords();
  const text = headline(words, results, scenario);
  const settled = results.done >= results.total;
  return <Headline scenario={scenario} text={text} waiting={words.t("results.waiting")} settled={settled} />;
}

const MOST_DOTS = 60;

/** How many days are in: a dot a day, filled where the wait was shorter, faint where it is still to come. */
function Progress({ results, scenario }: { readonly results: Results; readonly scenario: number }) {
  const desk = useDesk();
  const { t } = useWords();
  const { done, total } = results;
  const shorter = results.shorterDays[scenario] ?? 0;
  const text = t("results.progress", { done, total });
  const dotOf = (day: number): string =>
    day >= done ? "dot later" : day < shorter && scenario > 0 ? "dot full" : "dot";
  return (
    <div class={`progress series-${scenario}`}>
      <div class="row">
        {scenario > 0 && done > 1 ? (
          <span>{t("results.days", { shorter, count: done, label: labelOf(scenario) })}</span>
        ) : (
          <span class="quiet">{text}</span>
        )}
        {desk.mayControl.value && done >= total && total + MORE_DAYS <= MOST_DAYS && (
          <button
            type="button"
            class="button small"
            onClick={() => void desk.send({ do: "replications", count: total + MORE_DAYS })}
          >
            {t("results.moreDays", { count: MORE_DAYS })}
          </button>
        )}
      </div>
      <div
        class="dots"
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
        title={text}
      >
        {total <= MOST_DOTS ? (
          Array.from({ length: total }, (_, day) => <i key={day} class={dotOf(day)} />)
        ) : (
          <span class="bar-track">
            <span class="bar-done" style={{ width: `${(100 * done) / total}%` }} />
          </span>
        )}
      </div>
    </div>
  );
}
