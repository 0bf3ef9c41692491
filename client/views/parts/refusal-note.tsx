/** Why the last change was not made, told at the control that asked for it. */
import { problemTexts } from "../../../shared/problem.ts";
import { resources } from "../../language/resources.ts";
import type { ChangeMessage } from "../../../shared/protocol.ts";
import { useDesk, useWords } from "../words.ts";

export function RefusalNote({ concerns }: { readonly concerns: (asked: ChangeMessage) => boolean }) {
  const desk = useDesk();
  const { t, language } = useWords();
  const refused = desk.refused.value;
  if (refused?.command.do !== "change" || !refused.command.changes.some(concerns)) return null;
  const said = refused.problems.map((problem) => {
    const { expected, found, advice } = problemTexts(problem, resources[language].problems);
    return `${t("add.expected", { expected, found })} → ${advice}`;
  });
  return (
    <p class="refused" role="alert">
      {t("whatIf.refused", { why: said.length > 0 ? said.join(" ") : t(`refusal.${refused.refusal}`) })}
    </p>
  );
}
