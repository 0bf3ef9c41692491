/** Promises as sentences to fill in: so many percent of whom wait under how long. */
import { RESULT_CLASSES } from "../../../shared/vocabulary.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words.ts";
import { Group, NumberField, SelectField, problemIdOf } from "./fields.tsx";
import type { AskedPromise } from "./optimize-question.ts";
import { whoText } from "./staffing-said.ts";

type Props = {
  readonly promises: readonly AskedPromise[];
  readonly most: number;
  readonly problemAt: (index: number) => string | null;
  readonly onChange: (promises: readonly AskedPromise[]) => void;
};

const NEXT: AskedPromise = { share: "100", of: "all", minutes: "90" };

export function PromiseFields({ promises, most, problemAt, onChange }: Props) {
  const { t } = useWords();
  return (
    <Group label={t("experiments.optimize.promises")} problem={null}>
      {promises.map((promise, index) => {
        const problem = problemAt(index);
        const problemId = problem === null ? null : problemIdOf(`promise-${index}`);
        return (
          <div key={index}>
            <OnePromise
              {...{ index, promise, problemId }}
              onChange={(one) => onChange(promises.with(index, one))}
              onDrop={promises.length < 2 ? null : () => onChange(promises.toSpliced(index, 1))}
            />
            {problemId !== null && (
              <p class="refused" role="alert" id={problemId}>
                {problem}
              </p>
            )}
          </div>
        );
      })}
      {promises.length < most && (
        <button type="button" class="button" onClick={() => onChange([...promises, NEXT])}>
          <Icon name="plus" /> {t("experiments.optimize.addPromise")}
        </button>
      )}
    </Group>
  );
}

type OneProps = {
  readonly index: number;
  readonly promise: AskedPromise;
  /** Of what says that its numbers are wrong. */
  readonly problemId: string | null;
  readonly onChange: (promise: AskedPromise) => void;
  readonly onDrop: (() => void) | null;
};

function OnePromise({ index, promise, problemId, onChange, onDrop }: OneProps) {
  const words = useWords();
  const { t } = words;
  const number = index + 1;
  return (
    <div class="promise" role="group" aria-label={t("experiments.optimize.promise", { number })}>
      <NumberField
        id={`promise-share-${index}`}
        label={t("experiments.optimize.promiseShare")}
        isLabelHidden
        value={promise.share}
        isWhole={false}
        problemId={problemId}
        onChange={(share) => onChange({ ...promise, share })}
      />
      <span aria-hidden="true">{t("experiments.optimize.of")}</span>
      <SelectField
        id={`promise-of-${index}`}
        label={t("experiments.optimize.promiseOf")}
        isLabelHidden
        value={promise.of}
        options={[
          ["all", whoText(words, null)],
          ...RESULT_CLASSES.map((one) => [one, whoText(words, one)] as const),
        ]}
        onChange={(of) => onChange({ ...promise, of: RESULT_CLASSES.find((one) => one === of) ?? "all" })}
      />
      <span aria-hidden="true">{t("experiments.optimize.under")}</span>
      <NumberField
        id={`promise-limit-${index}`}
        label={t("experiments.optimize.promiseLimit")}
        isLabelHidden
        value={promise.minutes}
        isWhole={false}
        problemId={problemId}
        onChange={(minutes) => onChange({ ...promise, minutes })}
      />
      <span aria-hidden="true">{t("experiments.optimize.minutes")}</span>
      {onDrop !== null && (
        <button
          type="button"
          class="button bare icon-only"
          aria-label={t("experiments.optimize.dropPromise", { number })}
          title={t("experiments.optimize.dropPromise", { number })}
          onClick={onDrop}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
