/** Promises as sentences to fill in: so many percent of whom wait under how long. */
import { postName } from "../../language/names.ts";
import { RESULT_CLASSES } from "../../../shared/vocabulary.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { Group, NumberField, SelectField, problemIdOf } from "./fields.tsx";
import { unpromised, usualAt, whoAt } from "./optimize-question.ts";
import type { AskedPromise } from "./optimize-question.ts";
import { placedText, whoText } from "./staffing-said.ts";

type Props = {
  readonly promises: readonly AskedPromise[];
  /** Posts beside primary of which something is to be promised too. */
  readonly places: readonly string[];
  readonly most: number;
  readonly problemAt: (index: number) => string | null;
  /** What is wrong with all of them together. */
  readonly problem: string | null;
  readonly onChange: (promises: readonly AskedPromise[]) => void;
};

const NEXT: AskedPromise = { share: "100", who: "all", minutes: "90" };

export function PromiseFields({ promises, places, most, problemAt, problem: ofAll, onChange }: Props) {
  const words = useWords();
  const { t } = words;
  const [next] = unpromised(promises, places);
  const who = whoOptions(words, places);
  return (
    <Group label={t("experiments.optimize.promises")} problem={missingText(words, next) ?? ofAll}>
      {promises.map((promise, index) => {
        const problem = problemAt(index);
        const problemId = problem === null ? null : problemIdOf(`promise-${index}`);
        return (
          <div key={index}>
            <OnePromise
              {...{ index, promise, who, problemId }}
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
        <button
          type="button"
          class="button"
          onClick={() => onChange([...promises, next === undefined ? NEXT : usualAt(next)])}
        >
          <Icon name="plus" /> {t("experiments.optimize.addPromise")}
        </button>
      )}
    </Group>
  );
}

/** What a promise may be about: as it writes it, and as the reader reads it. */
const whoOptions = (words: Words, places: readonly string[]): readonly (readonly [string, string])[] => [
  ["all", whoText(words, null)],
  ...RESULT_CLASSES.map((one) => [one, whoText(words, one)] as const),
  ...places.map((place) => [whoAt(place), placedText(words, null, place)] as const),
];

/** Null is primary; undefined: something is promised of every place. */
function missingText({ t }: Words, place: string | null | undefined): string | null {
  if (place === undefined) return null;
  return place === null
    ? t("experiments.optimize.promisePrimary")
    : t("experiments.optimize.promisePlace", { place: postName(t, place) });
}

type OneProps = {
  readonly index: number;
  readonly promise: AskedPromise;
  readonly who: readonly (readonly [string, string])[];
  /** Of what says that its numbers are wrong. */
  readonly problemId: string | null;
  readonly onChange: (promise: AskedPromise) => void;
  readonly onDrop: (() => void) | null;
};

function OnePromise({ index, promise, who, problemId, onChange, onDrop }: OneProps) {
  const { t } = useWords();
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
        value={promise.who}
        options={who}
        onChange={(chosen) => onChange({ ...promise, who: chosen })}
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
