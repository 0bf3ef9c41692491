/**
 * The scenarios of the session: letter, name, and how each differs from the first, in words. Pressing a
 * tab makes it the one that results compare and "What if" changes.
 */
import { useState } from "preact/hooks";
import type { ScenarioView } from "../../../shared/protocol.ts";
import { MAX_SCENARIOS } from "../../../shared/picture.ts";
import { differenceTexts } from "../../language/differences.ts";
import { readScenarioFile } from "../../state/http.ts";
import { fileSlug, saveText } from "../../state/save.ts";
import { logText } from "../log-text.ts";
import { Icon } from "../parts/icon.tsx";
import { PopOver } from "../parts/pop-over.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { LABELS, labelOf, useDesk, useWords } from "../words.ts";
import { AddScenario } from "./add-scenario.tsx";

export function ScenarioTabs() {
  const desk = useDesk();
  const { t } = useWords();
  const [adding, setAdding] = useState<number | null>(null);
  const scenarios = desk.welcome.value?.scenarios ?? [];
  return (
    <nav class="tabs" aria-label={t("bar.scenarios")}>
      {scenarios.map((scenario, index) => (
        <Tab key={index} scenario={scenario} index={index} onReplace={() => setAdding(index)} />
      ))}
      {desk.mayControl.value && scenarios.length < MAX_SCENARIOS && (
        <button
          type="button"
          class="button tab-add"
          aria-label={t("bar.add")}
          title={t("bar.add")}
          onClick={() => setAdding(scenarios.length)}
        >
          <Icon name="plus" /> <span>{t("bar.add")}</span>
        </button>
      )}
      {adding !== null && (
        <AddScenario index={adding} replaces={adding < scenarios.length} onClose={() => setAdding(null)} />
      )}
    </nav>
  );
}

type TabProps = { readonly scenario: ScenarioView; readonly index: number; readonly onReplace: () => void };

function Tab({ scenario, index, onReplace }: TabProps) {
  const desk = useDesk();
  const { t } = useWords();
  const label = LABELS[index];
  const selected = desk.selected.value === index;
  const live = desk.welcome.value?.log.filter((entry) => entry.scenario === index).length ?? 0;
  const count = scenario.differences.length + live;
  const countText = index === 0 && live === 0 ? t("bar.baseline") : t("bar.changes", { count });
  const name = (
    <>
      <b class="letter">{label}</b>
      <span class="tab-name">{scenario.name}</span>
    </>
  );
  return (
    <div class={`tab series-${index}${selected ? " selected" : ""}`}>
      {index === 0 ? (
        <span class="tab-main" title={scenario.name}>
          {name}
        </span>
      ) : (
        <button
          type="button"
          class="tab-main"
          aria-pressed={selected}
          title={`${scenario.name}. ${t(selected ? "bar.selected" : "bar.select", { label })}`}
          onClick={() => {
            desk.selected.value = index;
          }}
        >
          {name}
        </button>
      )}
      <PopOver
        onHover
        buttonClass="button bare tab-more"
        name={`${countText}. ${t("bar.more", { label })}`}
        label={
          <>
            <span class="tab-count">{countText}</span>
            <Icon name="down" />
          </>
        }
      >
        {(close) => <TabDetails scenario={scenario} index={index} onReplace={onReplace} close={close} />}
      </PopOver>
    </div>
  );
}

function TabDetails({ scenario, index, onReplace, close }: TabProps & { readonly close: () => void }) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const label = labelOf(index);
  const live = desk.welcome.value?.log.filter((entry) => entry.scenario === index) ?? [];
  const differences = differenceTexts(scenario.differences, words.language);
  return (
    <div class="tab-details">
      <p class="tab-title">
        {label} · {scenario.name}
      </p>
      {scenario.about !== null && <p class="quiet about">{scenario.about}</p>}
      {index > 0 && (
        <>
          <h3>{t("bar.differences", { label })}</h3>
          {differences.length === 0 ? (
            <p>{t("bar.noDifferences")}</p>
          ) : (
            <ul>
              {differences.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {live.length > 0 && (
        <>
          <h3>{t("bar.liveChanges")}</h3>
          <ul>
            {live.map((entry) => (
              <li key={`${entry.sequence} ${entry.atMs}`}>{logText(words, entry, false)}</li>
            ))}
          </ul>
        </>
      )}
      {scenario.warnings.length > 0 && (
        <details>
          <summary>{t("bar.warnings", { count: scenario.warnings.length })}</summary>
          <ProblemList problems={scenario.warnings} />
        </details>
      )}
      {desk.mayControl.value && (
        <div class="row wrap">
          <button type="button" class="button" onClick={() => void saveFile(desk, index)}>
            <Icon name="download" /> {t("bar.save")}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              close();
              onReplace();
            }}
          >
            {t("bar.replace")}
          </button>
          {index > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => {
                close();
                if (desk.selected.value >= index) desk.selected.value = Math.max(1, desk.selected.value - 1);
                void desk.send({ do: "remove", scenario: index });
              }}
            >
              {t("bar.remove")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

async function saveFile(desk: ReturnType<typeof useDesk>, index: number): Promise<void> {
  const welcome = desk.welcome.peek();
  if (welcome === null || desk.secret === null) return;
  const answer = await readScenarioFile(welcome.session, desk.secret, index);
  if (!answer.ok) {
    desk.notice.value = { kind: "refusal", refusal: answer.refusal };
    return;
  }
  saveText(`${fileSlug(welcome.scenarios[index].name)}.yaml`, "application/yaml", answer.value);
}
