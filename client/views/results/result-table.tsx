/** The figures of many days: a row each, with the difference from the first scenario and how sure it is. */
import { useEffect, useRef, useState } from "preact/hooks";
import { areFewAlike } from "../../../shared/few-alike.ts";
import type { ResultRow } from "../../../shared/protocol.ts";
import { drawInterval, intervalScale } from "../../charts/interval.ts";
import type { IntervalModel } from "../../charts/interval.ts";
import { labelOf, useWords } from "../words.ts";
import { Difference } from "./difference.tsx";
import { firstRows, relative, rowTitle, rowUnit, rowValue } from "./rows.ts";

type TableProps = {
  readonly rows: readonly ResultRow[];
  /** Days that they are of. */
  readonly days: number;
  /** Position of the scenario that is compared with the first. */
  readonly scenario: number;
  /** Places of the scenarios in the session: their letters and colors. */
  readonly places: readonly number[];
};

export function ResultTable({ rows: allRows, days, scenario, places }: TableProps) {
  const words = useWords();
  const { t } = words;
  const [all, setAll] = useState(false);
  const rows = all ? allRows : firstRows(allRows);
  const count = places.length;
  const baseline = labelOf(places[0]);
  const others = Array.from({ length: count - 1 }, (_, index) => index + 1);
  const shown = count > 1 ? [0, scenario] : [0];
  const most = intervalScale(rows.flatMap((row) => others.flatMap((other) => relative(row, other) ?? [])));
  return (
    <>
      <table class="results-table">
        <caption class="hidden-text">{t("results.caption", { count: days, baseline })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("results.metric")}</th>
            {shown.map((index) => (
              <th scope="col" key={index} class={`number series-${places[index]}`}>
                {labelOf(places[index])}
              </th>
            ))}
            {count > 1 && (
              <th scope="col" colSpan={2} class="number">
                {t("results.difference", { label: labelOf(places[scenario]), baseline })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.metric} ${row.statistic} ${row.class}`}
              {...{ row, shown, scenario, others, most, places }}
            />
          ))}
        </tbody>
      </table>
      <div class="row table-foot">
        {count > 1 && (
          <details class="note">
            <summary>{t("results.howToRead")}</summary>
            <p class="quiet">
              {t("results.scale", { percent: words.percent(most), baseline })} {t("results.others")}{" "}
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
  readonly places: readonly number[];
};

function Row({ row, shown, scenario, others, most, places }: RowProps) {
  const words = useWords();
  const { t } = words;
  const difference = row.differences[scenario] ?? null;
  const isFew = difference !== null && areFewAlike({ ...difference, metric: row.metric });
  const marks = others.flatMap((other) => {
    const mark = relative(row, other);
    return mark === null ? [] : [{ series: places[other] ?? other, ...mark }];
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
              difference={difference}
              noInterval={t("results.noInterval")}
              sameInEach={isFew ? t("results.fewAlike", { days: difference.n }) : t("results.sameEachDay")}
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
