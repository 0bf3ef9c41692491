/** Where the time goes, by stage or by cause, and what one more officer would save of it, as the reader chooses. */
import { TIME_VIEWS } from "../../state/address.ts";
import { useDesk, useWords } from "../words.ts";
import { worthChart } from "../worth/worth-chart.tsx";
import { ChartCard } from "./chart-card.tsx";
import { splitChart } from "./split-chart.tsx";
import { useTold } from "./time-chart-card.tsx";

export function TimeGoesCard() {
  const words = useWords();
  const { timeView, worth } = useDesk();
  const told = useTold();
  if (told === null) return null;
  const view = timeView.value;
  const chart = view === "worth" ? worthChart(worth.value, words) : splitChart(view, told, words);
  return (
    <ChartCard
      {...chart}
      id="chart-split"
      tools={
        <>
          {chart.tools}
          <Views />
        </>
      }
    />
  );
}

function Views() {
  const { timeView } = useDesk();
  const { t } = useWords();
  return (
    <div class="segments" role="group" aria-label={t("chart.views")}>
      {TIME_VIEWS.map((view) => (
        <button
          type="button"
          key={view}
          class="button small"
          aria-pressed={timeView.value === view}
          title={view === "worth" ? t("worth.longTitle") : t(`chart.${view}.title`)}
          onClick={() => {
            timeView.value = view;
          }}
        >
          {view === "worth" ? t("worth.tab") : t(`chart.${view}.by`)}
        </button>
      ))}
    </div>
  );
}
