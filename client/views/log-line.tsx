/** The session's log: what was changed and when, the last in sight, and the seed that makes it replayable. */
import { useEffect, useRef } from "preact/hooks";
import { useDesk, useWords } from "./words.ts";
import { logText } from "./log-text.ts";

export function LogLine() {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const welcome = desk.welcome.value;
  const entries = useRef<HTMLOListElement>(null);
  const count = welcome?.log.length ?? 0;
  useEffect(() => entries.current?.scrollTo({ top: entries.current.scrollHeight }), [count]);
  if (welcome === null) return null;
  const { log, seed } = welcome;
  return (
    <section class="panel log" aria-labelledby="log-title">
      <h2 id="log-title">{t("log.title")}</h2>
      <ol class="log-entries" ref={entries} tabIndex={0} aria-labelledby="log-title">
        {log.length === 0 && <li class="quiet">{t("log.empty")}</li>}
        {log.map((entry) => (
          <li key={`${entry.sequence} ${entry.scenario} ${entry.atMs}`} class={`series-${entry.scenario}`}>
            {logText(words, entry, true)}
          </li>
        ))}
      </ol>
      <span class="quiet log-seed">
        {t("log.seed", { seed })} · {t("log.replay")}
      </span>
    </section>
  );
}
