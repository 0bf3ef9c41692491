/** Two numbers a scenario, large, for phones and walls; on a phone the answer too, which is far down there. */
import { MINUTE } from "../../shared/units.ts";
import { headline, isStale } from "./results/rows.ts";
import { labelOf, useDesk, useWords } from "./words.ts";

export function BigNumbers() {
  const desk = useDesk();
  const words = useWords();
  const { t, wait, waitNumber, decimal } = words;
  const welcome = desk.welcome.value;
  const results = desk.results.value;
  const scenarios = welcome?.scenarios ?? [];
  const selected = Math.min(desk.selected.value, scenarios.length - 1);
  const answer =
    welcome === null || results === null || isStale(welcome, results)
      ? null
      : headline(words, results, selected);
  return (
    <section class="big-numbers" aria-label={t("yard.waitNow")}>
      {scenarios.map(({ name }, index) => {
        const frame = desk.frame.value?.scenarios[index];
        const minutes = frame === undefined || frame.waitMs === null ? null : frame.waitMs / MINUTE;
        return (
          <div key={index} class={`big series-${index}`}>
            <p class="big-name">
              <b class="letter">{labelOf(index)}</b> {name}
            </p>
            <p class="big-wait">
              <b>{minutes === null ? "–" : minutes >= 119.5 ? wait(minutes) : waitNumber(minutes)}</b>
              <span class="quiet">
                {minutes !== null && minutes < 119.5 ? "min " : ""}
                {t("yard.waitNow")}
              </span>
            </p>
            <p class="big-queue">
              <b>{frame === undefined ? "–" : decimal(frame.queue)}</b>{" "}
              <span class="quiet">{t("yard.inQueue")}</span>
            </p>
          </div>
        );
      })}
      {answer !== null && (
        <a class="big-answer" href="#results">
          {answer}
        </a>
      )}
    </section>
  );
}
