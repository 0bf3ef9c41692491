/** What can be done with a scenario that an experiment has made: taken over into the session, or kept as a file. */
import { useEffect, useState } from "preact/hooks";
import { MAX_SCENARIOS } from "../../../shared/picture.ts";
import { putScenario } from "../../state/http.ts";
import type { Answer } from "../../state/http.ts";
import { saveText } from "../../state/save.ts";
import { labelOf, useDesk, useWords } from "../words.ts";

type Props = {
  /** Of the file. */
  readonly name: string;
  readonly read: (session: string, secret: string) => Promise<Answer<string>>;
};

export function FileActions({ name, read }: Props) {
  const desk = useDesk();
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setSaid(null), [name]);
  const { welcome, secret } = desk;
  if (welcome.value === null || secret === null) return null;
  const { session, scenarios } = welcome.value;
  const place = scenarios.length;
  const isFull = place >= MAX_SCENARIOS;
  const withFile = async (use: (text: string) => Promise<Answer<unknown> | null>): Promise<void> => {
    const file = await read(session, secret);
    const answer = file.ok ? await use(file.value) : file;
    if (answer !== null && !answer.ok)
      setSaid(t("experiments.sweep.frontier.refused", { why: t(`refusal.${answer.refusal}`) }));
  };
  const open = (text: string): Promise<Answer<unknown>> =>
    putScenario(session, secret, place, { name, text }).then((answer) => {
      if (answer.ok) {
        desk.selected.value = place;
        setSaid(t("experiments.sweep.frontier.opened", { label: labelOf(place) }));
      }
      return answer;
    });
  return (
    <div class="row wrap">
      <button
        type="button"
        class="button"
        disabled={isFull}
        title={t(isFull ? "experiments.sweep.frontier.full" : "experiments.sweep.frontier.openNote")}
        onClick={() => void withFile(open)}
      >
        {t("experiments.sweep.frontier.open", { label: labelOf(Math.min(place, MAX_SCENARIOS - 1)) })}
      </button>
      <button
        type="button"
        class="button"
        onClick={() =>
          void withFile((text) => {
            saveText(name, "application/yaml", text);
            return Promise.resolve(null);
          })
        }
      >
        {t("experiments.sweep.frontier.file")}
      </button>
      <span class="quiet" role="status">
        {said ?? (isFull ? t("experiments.sweep.frontier.full") : "")}
      </span>
    </div>
  );
}
