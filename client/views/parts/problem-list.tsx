/** What the server found wrong in a file: all at once, each with its line, what was expected and what to do. */
import { problemTexts } from "../../../shared/problem.ts";
import { resources } from "../../language/resources.ts";
import type { Problem } from "../../../shared/problem.ts";
import { useWords } from "../words.ts";

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, language } = useWords();
  return (
    <ul class="problems">
      {problems.map((problem, index) => {
        const { expected, found, advice } = problemTexts(problem, resources[language].problems);
        return (
          <li key={index} class={problem.severity}>
            <code>
              {problem.line === 0 ? problem.file : `${problem.file}:${problem.line}:${problem.column}`}
              {problem.path !== "" && ` ${problem.path}`}
            </code>
            <span>{t("add.expected", { expected, found })}</span>
            <span>
              → {advice} <small>{problem.code}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
