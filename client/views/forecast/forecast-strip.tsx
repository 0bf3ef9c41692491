/**
 * What may come from an instant on: the answer in a sentence, how many futures are in, and the figures.
 * The fan itself stands in the charts below. Those who watch see the same, and nothing to press.
 */
import { Headline } from "../parts/headline.tsx";
import type { ForecastData, Welcome } from "../../../shared/protocol.ts";
import { HOUR } from "../../../shared/units.ts";
import { clockText } from "../../language/numbers.ts";
import { askForecast, hoursOf } from "../../state/actions.ts";
import { Icon } from "../parts/icon.tsx";
import { Difference } from "../results/difference.tsx";
import { labelOf, useDesk, useWords } from "../words.ts";
import { ageOf, forecastHeadline, forecastRows } from "./said.ts";

const HOURS = [1, 2, 4, 8, 12];

export function ForecastStrip() {
  const desk = useDesk();
  const { t } = useWords();
  const welcome = desk.welcome.value;
  const forecast = desk.forecast.value;
  if (welcome === null || forecast === null) return null;
  const scenario = Math.min(desk.selected.value, welcome.scenarios.length - 1);
  const age = ageOf(forecast, welcome, desk.frame.value);
  return (
    <section class="panel forecast" aria-labelledby="forecast-title">
      <header class="panel-head">
        <h2 id="forecast-title">{t("forecast.title")}</h2>
        <span class="quiet subtitle">
          {t("forecast.from", {
            count: forecast.total,
            time: clockText(forecast.atMs),
            until: clockText(forecast.untilMs),
          })}
        </span>
        {desk.mayControl.value && <Steering hours={hoursOf(forecast)} />}
      </header>
      <div class={age === "fresh" ? "forecast-body" : "forecast-body stale"}>
        <div>
          <Answer forecast={forecast} scenario={scenario} />
          {forecast.done < forecast.total && <Progress forecast={forecast} />}
        </div>
        <Figures forecast={forecast} scenario={scenario} welcome={welcome} />
      </div>
      {age !== "fresh" && <p class="stale-note">{t(`forecast.${age}`)}</p>}
    </section>
  );
}

function Steering({ hours }: { readonly hours: number }) {
  const desk = useDesk();
  const { t, span } = useWords();
  const choices = HOURS.includes(hours) ? HOURS : [hours, ...HOURS];
  return (
    <div class="row forecast-steering">
      <select
        class="select small"
        aria-label={t("forecast.hours")}
        title={t("forecast.hours")}
        value={String(hours)}
        onChange={(event) => askForecast(desk, Number(event.currentTarget.value))}
      >
        {choices.map((choice) => (
          <option key={choice} value={String(choice)} selected={choice === hours}>
            {span(choice * HOUR)}
          </option>
        ))}
      </select>
      <button type="button" class="button small" onClick={() => askForecast(desk)}>
        {t("forecast.again")}
      </button>
      <button
        type="button"
        class="button bare small icon-only"
        aria-label={t("forecast.putAway")}
        title={t("forecast.putAway")}
        onClick={() => void desk.send({ do: "endForecast" })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

type Shown = { readonly forecast: ForecastData; readonly scenario: number };

function Answer({ forecast, scenario }: Shown) {
  const words = useWords();
  const text = forecastHeadline(words, forecast, scenario);
  const settled = forecast.done >= forecast.total;
  return <Headline scenario={scenario} text={text} waiting={words.t("forecast.waiting")} settled={settled} />;
}

function Progress({ forecast: { done, total } }: { readonly forecast: ForecastData }) {
  const { t } = useWords();
  const text = t("forecast.progress", { done, total });
  return (
    <div class="forecast-progress">
      <div
        class="bar-track"
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <span class="bar-done" style={{ width: `${(100 * done) / total}%` }} />
      </div>
      <span class="quiet" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

function Figures({ forecast, scenario, welcome }: Shown & { readonly welcome: Welcome }) {
  const words = useWords();
  const { t } = words;
  const shown = welcome.scenarios.length > 1 && scenario > 0 ? [0, scenario] : [scenario];
  return (
    <table class="results-table forecast-figures">
      <caption class="hidden-text">{t("forecast.caption", { count: forecast.done })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("forecast.figures")}</th>
          {shown.map((index) => (
            <th scope="col" key={index} class={`number series-${index}`}>
              {labelOf(index)}
            </th>
          ))}
          {shown.length > 1 && (
            <th scope="col" class="number">
              {t("results.difference", { label: labelOf(scenario), baseline: labelOf(0) })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {forecastRows(forecast, shown).map((row) => (
          <tr key={row.figure}>
            <th scope="row">{t(`forecast.figure.${row.figure}`)}</th>
            {row.estimates.map((estimate, index) => (
              <td key={index} class="number">
                {estimate === null
                  ? "–"
                  : row.unit === "min"
                    ? words.wait(estimate.value)
                    : words.decimal(estimate.value)}
              </td>
            ))}
            {shown.length > 1 && (
              <td class="number difference">
                <Difference
                  row={row}
                  difference={row.difference}
                  noInterval={t("forecast.noInterval")}
                  sameInEach={t("forecast.sameInEach")}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
