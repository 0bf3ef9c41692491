/**
 * The answer: many days on the same trucks, the difference and how sure it is. While days are run again
 * after a change the old numbers stay, dimmed, with words that say so.
 */
import { Headline } from "../parts/headline.tsx";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ResultRow, Results } from "../../../shared/protocol.ts";
import { drawInterval, intervalScale } from "../../charts/interval.ts";
import type { IntervalModel } from "../../charts/interval.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import { Difference } from "./difference.tsx";
import { firstRows, headline, isStale, relative, rowTitle, rowUnit, rowValue } from "./rows.ts";

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
          <ResultTable results={known} scenario={scenario} count={welcome.scenarios.length} />
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

type TableProps = { readonly results: Results; readonly scenario: number; readonly count: number };

function ResultTable({ results, scenario, count }: TableProps) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  const rows = all ? results.rows : firstRows(results.rows);
  const others = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const shown = count > 1 ? [0, scenario] : [0];
  const most = intervalScale(rows.flatMap((row) => others.flatMap((other) => relative(row, other) ?? [])));
  return (
    <>
      <table class="results-table">
        <caption class="hidden-text">{t("results.caption", { count: results.done })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("results.metric")}</th>
            {shown.map((index) => (
              <th scope="col" key={index} class={`number series-${index}`}>
                {labelOf(index)}
              </th>
            ))}
            {count > 1 && (
              <th scope="col" colSpan={2} class="number">
                {t("results.difference", { label: labelOf(scenario) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.metric} ${row.statistic} ${row.class}`}
              {...{ row, shown, scenario, others, most }}
            />
          ))}
        </tbody>
      </table>
      <div class="row table-foot">
        {count > 1 && (
          <details class="note">
            <summary>{t("results.howToRead")}</summary>
            <p class="quiet">
              {t("results.scale", { percent: words.percent(most) })} {t("results.others")}{" "}
              {count > 2 && t("results.joint")}
            </p>
          </details>
        )}
        <button type="button" class="button bare small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? "results.fewer" : "results.all")}
        </button>
      </div>
    </>
  );
}

type RowProps = {
  readonly row: ResultRow;
  readonly shown: readonly number[];
  readonly scenario: number;
  readonly others: readonly number[];
  readonly most: number;
};

function Row({ row, shown, scenario, others, most }: RowProps) {
  const words = useWords();
  const marks = others.flatMap((other) => {
    const mark = relative(row, other);
    return mark === null ? [] : [{ series: other, ...mark }];
  });
  return (
    <tr class={row.named ? "named" : ""}>
      <th scope="row">
        {rowTitle(words, row)}
        {row.unit !== "min" && row.unit !== "%" && <span class="quiet"> {rowUnit(words, row)}</span>}
      </th>
      {shown.map((index) => (
        <td key={index} class="number">
          {row.estimates[index] === undefined ? "–" : rowValue(words, row, row.estimates[index].value)}
        </td>
      ))}
      {others.length > 0 && (
        <>
          <td class="dots-cell" aria-hidden="true">
            <Interval model={{ width: 56, height: 22, most, marks }} />
          </td>
          <td class="number difference">
            <Difference
              row={row}
              difference={row.differences[scenario] ?? null}
              noInterval={words.t("results.noInterval")}
              sameInEach={words.t("results.sameEachDay")}
            />
          </td>
        </>
      )}
    </tr>
  );
}

function Interval({ model }: { readonly model: IntervalModel }) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (svg.current !== null) drawInterval(svg.current, model);
  });
  return <svg ref={svg} class="interval" width={model.width} height={model.height} />;
}
