/** What can be done with a point of a sweep: taken over as a scenario of the session, or kept as a file. */
import { useEffect, useState } from "preact/hooks";
import type { ExperimentFrame } from "../../../shared/experiments.ts";
import { MAX_SCENARIOS } from "../../../shared/picture.ts";
import { putScenario, readPointFile } from "../../state/http.ts";
import type { Answer } from "../../state/http.ts";
import { fileSlug, saveText } from "../../state/save.ts";
import { labelOf, useDesk, useWords } from "../words.ts";

type Props = {
  readonly frame: ExperimentFrame;
  readonly point: number;
};

export function PointActions({ frame, point }: Props) {
  const desk = useDesk();
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => setSaid(null), [point]);
  const { welcome, secret } = desk;
  if (welcome.value === null || secret === null) return null;
  const { session, scenarios } = welcome.value;
  const place = scenarios.length;
  const isFull = place >= MAX_SCENARIOS;
  const name = `${fileSlug(frame.names[0] ?? "")}-${frame.id}-${point}.yaml`;
  const withFile = async (use: (text: string) => Promise<Answer<unknown> | null>): Promise<void> => {
    const file = await readPointFile(session, secret, frame.id, point);
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
