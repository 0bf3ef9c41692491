/** The head of the page: scenarios, and what acts on the whole session. */
import { LANGUAGES } from "../../../shared/vocabulary.ts";
import { Icon } from "../parts/icon.tsx";
import { PopOver } from "../parts/pop-over.tsx";
import { useDesk, useWords } from "../words.ts";
import { DisruptForm } from "./disrupt.tsx";
import { ScenarioTabs } from "./scenario-tabs.tsx";
import { SharePanel } from "./share.tsx";

export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const desk = useDesk();
  const { t } = useWords();
  return (
    <header class="top-bar">
      <span class="brand">
        cruce<i aria-hidden="true">·</i>
      </span>
      <ScenarioTabs />
      <div class="row tools">
        <ScreenButton />
        {desk.mayControl.value && <SessionTools />}
        <Languages />
        <ThemeButton />
        <button
          type="button"
          class="button icon-only help"
          aria-label={t("bar.help")}
          title={`${t("bar.help")} (?)`}
          onClick={onHelp}
        >
          ?
        </button>
      </div>
    </header>
  );
}

/** To the experiments of the session, and back. */
function ScreenButton() {
  const { screen, experiments } = useDesk();
  const { t } = useWords();
  const isLive = screen.value === "live";
  const running = experiments.value?.some(({ status }) => status === "running") === true;
  return (
    <button
      type="button"
      class="button"
      title={t(isLive ? "experiments.openTitle" : "experiments.backTitle")}
      onClick={() => {
        screen.value = isLive ? "experiments" : "live";
      }}
    >
      <Icon name={isLive ? "narrow" : "back"} />{" "}
      <span class="label">{t(isLive ? "experiments.open" : "experiments.back")}</span>
      {isLive && running && (
        <span class="running-mark" role="img" aria-label={t("experiments.status.running")} />
      )}
    </button>
  );
}

function SessionTools() {
  const desk = useDesk();
  const { t } = useWords();
  const { log, redoable } = desk.welcome.value ?? { log: [], redoable: 0 };
  return (
    <>
      <div class="segments">
        <button
          type="button"
          class="button icon-only"
          aria-label={t("bar.undo")}
          title={`${t("bar.undo")} (Ctrl Z)`}
          disabled={log.length === 0}
          onClick={() => void desk.send({ do: "undo" })}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          class="button icon-only"
          aria-label={t("bar.redo")}
          title={`${t("bar.redo")} (Ctrl ⇧ Z)`}
          disabled={redoable === 0}
          onClick={() => void desk.send({ do: "redo" })}
        >
          <Icon name="redo" />
        </button>
      </div>
      <PopOver
        align="end"
        shortcut="disrupt"
        label={
          <>
            <Icon name="bolt" /> <span class="label">{t("disrupt.title")}</span>
          </>
        }
      >
        {(close) => <DisruptForm close={close} />}
      </PopOver>
      <PopOver
        align="end"
        label={
          <>
            <Icon name="share" /> <span class="label">{t("bar.share")}</span>
          </>
        }
      >
        {() => <SharePanel />}
      </PopOver>
    </>
  );
}

const LANGUAGE_NAMES = { en: "English", es: "Español", fr: "Français" } as const;

export function Languages() {
  const desk = useDesk();
  const { t } = useWords();
  return (
    <div class="segments languages" role="group" aria-label={t("bar.language")}>
      {LANGUAGES.map((language) => (
        <button
          type="button"
          key={language}
          lang={language}
          class="button"
          aria-pressed={desk.language.value === language}
          aria-label={`${language.toUpperCase()} ${LANGUAGE_NAMES[language]}`}
          title={LANGUAGE_NAMES[language]}
          onClick={() => {
            desk.language.value = language;
          }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

export function ThemeButton() {
  const desk = useDesk();
  const { t } = useWords();
  const dark = desk.theme.value === "dark";
  const name = t(dark ? "bar.theme.toLight" : "bar.theme.toDark");
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={name}
      title={name}
      onClick={() => {
        desk.theme.value = dark ? "light" : "dark";
      }}
    >
      <Icon name={dark ? "sun" : "moon"} />
    </button>
  );
}
