/**
 * The answer: many days on the same trucks, the difference and how sure it is. While days are run again
 * after a change the old numbers stay, dimmed, with words that say so.
 */
import { useEffect, useRef } from "preact/hooks";
import type { Results, Welcome } from "../../../shared/protocol.ts";
import { drawInterval, intervalScale } from "../../charts/interval.ts";
import type { IntervalModel } from "../../charts/interval.ts";
import { labelOf, useDesk, useWords } from "../words.ts";
import { headline, relative, rowDifference, rowTitle, rowUnit, rowValue } from "./rows.ts";

const MORE_DAYS = 20;
const MOST_DAYS = 1_000;

/** Results are of the log up to `sequence`; a change after it makes them old. */
export function isStale({ log }: Pick<Welcome, "log">, results: Results): boolean {
  return results.sequence < (log.at(-1)?.sequence ?? 0);
}

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
        <h2 id="results-title">{t("results.title", { count: known?.done ?? results?.total ?? 0 })}</h2>
        <span class="quiet subtitle">{t("results.paired")}</span>
      </header>
      {known === null ? (
        <p class="waiting">{t("results.waiting")}</p>
      ) : (
        <div class={stale ? "stale" : ""}>
          <Headline results={known} scenario={scenario} />
          {scenario > 0 && <ShorterDays results={known} scenario={scenario} />}
        </div>
      )}
      {stale && <p class="stale-note">{t("results.stale")}</p>}
      {results !== null && <Progress results={results} />}
      {known !== null && (
        <div class={stale ? "stale" : ""}>
          <ResultTable results={known} scenario={scenario} count={welcome.scenarios.length} />
        </div>
      )}
    </section>
  );
}

function Headline({ results, scenario }: { readonly results: Results; readonly scenario: number }) {
  const words = useWords();
  const text = headline(words, results, scenario);
  // Told to screen readers once when all days are in, not with every day.
  const settled = results.done >= results.total;
  return (
    <>
      <p class={`headline series-${scenario}`}>{text ?? words.t("results.waiting")}</p>
      <p class="hidden-text" role="status">
        {settled && text !== null ? text : ""}
      </p>
    </>
  );
}

/** "In 37 of 40 days", with a dot a day: reads on a projector and needs no statistics. */
function ShorterDays({ results, scenario }: { readonly results: Results; readonly scenario: number }) {
  const { t } = useWords();
  const shorter = results.shorterDays[scenario] ?? 0;
  const label = labelOf(scenario);
  return (
    <div class={`days series-${scenario}`}>
      <span>{t("results.days", { shorter, count: results.done, label })}</span>
      {results.done <= 40 && (
        <span class="dots" role="img" aria-label={t("results.dots", { label })}>
          {Array.from({ length: results.done }, (_, day) => (
            <i key={day} class={day < shorter ? "dot full" : "dot"} />
          ))}
        </span>
      )}
    </div>
  );
}

function Progress({ results }: { readonly results: Results }) {
  const desk = useDesk();
  const { t } = useWords();
  const { done, total } = results;
  return (
    <div class="row progress-row">
      <progress max={total} value={done} aria-label={t("results.progress", { done, total })} />
      <span class="quiet">{t("results.progress", { done, total })}</span>
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
  );
}

type TableProps = { readonly results: Results; readonly scenario: number; readonly count: number };

function ResultTable({ results, scenario, count }: TableProps) {
  const words = useWords();
  const { t } = words;
  const others = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const shown = count > 1 ? [0, scenario] : [0];
  const marks = results.rows.flatMap((row) => others.flatMap((other) => relative(row, other) ?? []));
  const most = intervalScale(marks);
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
          {results.rows.map((row) => {
            const difference = row.differences[scenario] ?? null;
            return (
              <tr key={`${row.metric} ${row.statistic} ${row.class}`} class={row.named ? "named" : ""}>
                <th scope="row">
                  {rowTitle(words, row)}
                  {row.unit !== "min" && <span class="quiet"> {rowUnit(words, row)}</span>}
                </th>
                {shown.map((index) => (
                  <td key={index} class="number">
                    {row.estimates[index] === undefined ? "–" : rowValue(words, row, row.estimates[index].value)}
                  </td>
                ))}
                {count > 1 && (
                  <>
                    <td class="dots-cell" aria-hidden="true">
                      <Interval
                        model={{
                          width: 64,
                          height: 22,
                          most,
                          marks: others.flatMap((other) => {
                            const mark = relative(row, other);
                            return mark === null ? [] : [{ series: other, ...mark }];
                          }),
                        }}
                      />
                    </td>
                    <td class="number difference">
                      {difference === null ? (
                        "–"
                      ) : (
                        <>
                          <b>{rowDifference(words, row, difference.value)}</b>
                          <small>
                            {difference.low === null || difference.high === null
                              ? t("results.noInterval")
                              : t("results.interval", {
                                  low: rowDifference(words, row, difference.low),
                                  high: rowDifference(words, row, difference.high),
                                })}
                          </small>
                        </>
                      )}
                    </td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {count > 1 && (
        <p class="quiet note">
          {t("results.scale", { percent: words.percent(most) })} {t("results.others")} {count > 2 && t("results.joint")}
        </p>
      )}
    </>
  );
}

function Interval({ model }: { readonly model: IntervalModel }) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (svg.current !== null) drawInterval(svg.current, model);
  });
  return <svg ref={svg} class="interval" width={model.width} height={model.height} />;
}
