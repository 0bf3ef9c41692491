/** What the forms of all experiments have: what it is about, what is wrong without a field of its own, and the start. */
import type { ComponentChildren } from "preact";
import { useWords } from "../words.ts";

type Props = {
  readonly about: string;
  /** Null: nothing is wrong beyond the fields. */
  readonly problem: string | null;
  readonly onStart: () => void;
  readonly children: ComponentChildren;
};

export function AskForm({ about, problem, onStart, children }: Props) {
  const { t } = useWords();
  return (
    <form
      class="experiment-form"
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <p class="quiet">{about}</p>
      {children}
      {problem !== null && (
        <p class="refused" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="button primary">
        {t("experiments.start")}
      </button>
    </form>
  );
}
