/** All finished points: their values, and each figure with its interval. */
import type { SweepRequest } from "../../../shared/experiments.ts";
import type { SweepResult } from "../../../shared/sweep/result.ts";
import { useWords } from "../words.ts";
import { axisText, intervalText, sweptValue } from "./sweep-said.ts";

type Props = {
  readonly request: SweepRequest;
  readonly result: SweepResult;
  readonly current: number;
  readonly onChoose: (point: number) => void;
};

export function SweepPointsTable({ request, result, current, onChoose }: Props) {
  const words = useWords();
  const { t } = words;
  const { points, settings, figures, total, frontier } = result;
  const { days, points: asked = total } = request;
  const standing = new Map(frontier?.points.map((one) => [one.point, one.standing]));
  return (
    <section class="panel" aria-labelledby="sweep-points">
      <header class="panel-head">
        <h2 id="sweep-points">{t("experiments.sweep.table")}</h2>
        <span class="quiet subtitle">
          {t("experiments.sweep.tableNote", { count: points.length, total, days })}
        </span>
      </header>
      {total < asked && <p class="quiet">{t("experiments.sweep.fewerDiffer", { asked, count: total })}</p>}
      <div class="table-scroll sweep-points" tabIndex={0} role="region" aria-labelledby="sweep-points">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t("experiments.sweep.point")}</th>
              {settings.map(({ name, label }) => (
                <th scope="col" key={name} title={name}>
                  {label}
                </th>
              ))}
              {figures.map((figure, index) => (
                <th scope="col" key={index}>
                  {axisText(words, figure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr
                key={point.point}
                class={`${standing.get(point.point) ?? ""}${point.point === current ? " current" : ""}`}
              >
                <th scope="row">
                  <button
                    type="button"
                    class="button bare small"
                    aria-pressed={point.point === current}
                    aria-label={t("experiments.sweep.read", { point: point.point })}
                    onClick={() => onChoose(point.point)}
                  >
                    {point.point}
                  </button>
                </th>
                {point.values.map((value, index) => (
                  <td key={index}>{value}</td>
                ))}
                {point.estimates.map((estimate, index) => (
                  <td key={index}>
                    {estimate === null ? (
                      "–"
                    ) : (
                      <>
                        <b>{sweptValue(words, figures[index], estimate.value)}</b>{" "}
                        <small class="quiet">{intervalText(words, figures[index], estimate)}</small>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
