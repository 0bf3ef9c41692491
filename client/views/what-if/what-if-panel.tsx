/** "What if": changes the chosen scenario while it runs; every change goes to the log at its time. */
import { useEffect, useState } from "preact/hooks";
import type { PostView, ScenarioView, Settings } from "../../../shared/protocol.ts";
import { postName } from "../../language/names.ts";
import { RefusalNote } from "../parts/refusal-note.tsx";
import { LABELS, labelOf, useDesk, useWords } from "../words.ts";
import { OfficersBars } from "./officers-bars.tsx";
import { Setting } from "./setting.tsx";
import { settingSpecs } from "./settings.ts";

export function WhatIfPanel() {
  const desk = useDesk();
  const { t } = useWords();
  const scenarios = desk.welcome.value?.scenarios ?? [];
  const selected = Math.min(desk.selected.value, scenarios.length - 1);
  const scenario = scenarios[selected];
  if (scenario === undefined) return null;
  const label = labelOf(selected);
  return (
    <section class={`panel what-if series-${selected}`} aria-labelledby="what-if-title">
      <header class="panel-head">
        <h2 id="what-if-title">{t("whatIf.title")}</h2>
        <span class="quiet subtitle">{t("whatIf.subtitle", { label })}</span>
        {scenarios.length > 2 && <Target selected={selected} count={scenarios.length} />}
      </header>
      {selected === 0 ? (
        <p class="quiet">{t("whatIf.nothing")}</p>
      ) : (
        <Controls key={`${selected} ${scenario.name}`} scenario={scenario} index={selected} />
      )}
    </section>
  );
}

function Target({ selected, count }: { readonly selected: number; readonly count: number }) {
  const desk = useDesk();
  const { t } = useWords();
  return (
    <div class="segments" role="group" aria-label={t("whatIf.target")}>
      {LABELS.slice(1, count).map((label, position) => (
        <button
          type="button"
          key={label}
          class={`button small series-${position + 1}`}
          aria-pressed={selected === position + 1}
          onClick={() => {
            desk.selected.value = position + 1;
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function Controls({ scenario, index }: { readonly scenario: ScenarioView; readonly index: number }) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const frame = desk.frame.value?.scenarios[index] ?? null;
  const posts = scenario.posts.filter((post) => post.byHour !== null);
  const [chosen, setChosen] = useState(
    posts.find(({ name }) => name === "primary.general")?.name ?? posts[0]?.name,
  );
  const wanted = desk.hourToTry.value;
  useEffect(() => {
    if (wanted?.scenario === index) setChosen(wanted.post);
  }, [wanted, index]);
  const post = posts.find(({ name }) => name === chosen);
  return (
    <>
      {post !== undefined && (
        <div class="officers-block">
          <div class="row officers-head">
            <b>{t("whatIf.officers")}</b>
            {posts.length > 1 && (
              <select
                class="select small"
                aria-label={t("whatIf.post")}
                value={post.name}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                {posts.map(({ name }) => (
                  <option key={name} value={name}>
                    {postName(t, name)}
                  </option>
                ))}
              </select>
            )}
          </div>
          <p class="quiet hint">{t("whatIf.officersHint")}</p>
          <OfficersBars
            scenario={index}
            post={post}
            most={mostOfficers(post, frame?.settings ?? scenario.settings)}
          />
          <RefusalNote concerns={({ scenario: of, effect }) => of === index && effect.kind === "staffing"} />
        </div>
      )}
      <div class="settings">
        {settingSpecs(scenario, frame, words).map((spec) => (
          <Setting key={spec.kind} spec={spec} scenario={index} />
        ))}
      </div>
    </>
  );
}

/** No post has more officers at work than booths of its kind; general booths shrink as FAST ones grow. */
export function mostOfficers(post: PostView, settings: Settings): number {
  const planned = Math.max(1, ...(post.byHour ?? []));
  if (post.name === "primary.general" && settings.fastBooths !== null)
    return Math.max(planned, settings.booths - settings.fastBooths);
  if (post.name === "primary.fast" && settings.fastBooths !== null)
    return Math.max(planned, settings.fastBooths);
  return Math.max(planned, post.capacity);
}
