/** The page: the workbench on a desk, the wall in a room, the phone in a hand; or why there is none. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Link } from "../state/desk.ts";
import { BigNumbers } from "./big-numbers.tsx";
import { Banner } from "./banner.tsx";
import { ClockBar, Clock } from "./bar/clock-bar.tsx";
import { ShortcutList, useShortcuts } from "./bar/shortcuts.tsx";
import { TopBar } from "./bar/top-bar.tsx";
import { TimeGoesCard } from "./charts/time-goes-card.tsx";
import { TimeChartCard } from "./charts/time-chart-card.tsx";
import { TIME_CHARTS } from "./charts/models.ts";
import { ExperimentsScreen } from "./experiments/screen.tsx";
import { ForecastStrip } from "./forecast/forecast-strip.tsx";
import { LogLine } from "./log-line.tsx";
import { ResultsPanel } from "./results/results-panel.tsx";
import { WorthCard } from "./worth/worth-chart.tsx";
import { WhatIfPanel } from "./what-if/what-if-panel.tsx";
import { WholePage } from "./whole-page.tsx";
import { runawayText, useDesk, useWords } from "./words.ts";
import { YardPanel } from "./yard/yard-panel.tsx";

export function App() {
  const desk = useDesk();
  const { t, language } = useWords();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t("title");
  }, [language, t]);
  const link = desk.link.value;
  if (link.state === "gone") return <Gone {...link} />;
  if (desk.welcome.value === null) {
    const refused =
      link.state === "refused" ? t("link.refused", { why: t(`refusal.${link.refusal}`) }) : null;
    return (
      <WholePage text={refused ?? t(link.state === "lost" ? "link.searching" : "link.connecting")} busy />
    );
  }
  return desk.wall.value ? <Wall /> : <Workbench />;
}

function Gone({ reason, runaway }: Extract<Link, { readonly state: "gone" }>) {
  const { t } = useWords();
  return (
    <WholePage text={`${t(`link.${reason}`)} ${runawayText(runaway, t)}`.trim()}>
      {reason === "outdated" ? (
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {t("link.reload")}
        </button>
      ) : (
        <a class="button primary" href="/">
          {t("link.startNew")}
        </a>
      )}
    </WholePage>
  );
}

function Workbench() {
  const desk = useDesk();
  const { t } = useWords();
  const [help, setHelp] = useState(false);
  const openHelp = useCallback(() => setHelp(true), []);
  useShortcuts(openHelp);
  const old = desk.link.value.state === "lost";
  const isLive = desk.screen.value === "live";
  return (
    <div class={`workbench${old ? " old" : ""}`}>
      <a class="skip" href={isLive ? "#results" : "#experiments"}>
        {t("skip")}
      </a>
      <TopBar onHelp={openHelp} />
      <Banner />
      {isLive ? <LiveDay /> : <ExperimentsScreen />}
      {help && <ShortcutList onClose={() => setHelp(false)} />}
    </div>
  );
}

function LiveDay() {
  const desk = useDesk();
  const { t } = useWords();
  return (
    <>
      <ClockBar />
      <main class="boards">
        <h1 class="hidden-text">{t("title")}</h1>
        <div class="board-main">
          <BigNumbers />
          <YardPanel />
          <ForecastStrip />
          <div class="charts">
            {TIME_CHARTS.map((chart) => (
              <TimeChartCard key={chart} chart={chart} />
            ))}
            <TimeGoesCard />
          </div>
          <LogLine />
        </div>
        <div class="board-side">
          <ResultsPanel />
          {desk.mayControl.value && <WhatIfPanel />}
        </div>
      </main>
    </>
  );
}

function Wall() {
  const desk = useDesk();
  const { t } = useWords();
  const old = desk.link.value.state === "lost";
  const count = desk.welcome.value?.scenarios.length ?? 0;
  const ignore = useCallback(() => {}, []);
  useShortcuts(ignore);
  return (
    <div class={`wall${old ? " old" : ""}${count > 2 ? " many" : ""}`}>
      <header class="wall-head">
        <span class="brand">
          cruce<i aria-hidden="true">·</i>
        </span>
        <Clock />
      </header>
      <Banner />
      <main class="wall-boards">
        <h1 class="hidden-text">{t("title")}</h1>
        <BigNumbers />
        <YardPanel />
        <ForecastStrip />
        <TimeChartCard chart="wait" />
        <ResultsPanel />
        <WorthCard />
      </main>
    </div>
  );
}
