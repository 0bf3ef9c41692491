/** What a comparison is to be of, and when it is enough. What is wrong is said at its field before it is sent. */
import { useState } from "preact/hooks";
import { LEAST_DAYS } from "../../../shared/condition.ts";
import { LEAST_COMPARED_DAYS, MOST_EXPERIMENT_DAYS, problemsOf } from "../../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { CompareRequest } from "../../../shared/experiments.ts";
import { useDesk, useWords } from "../words.ts";
import { AskForm } from "./ask-form.tsx";
import { Group, NumberField, SelectField, plainNumber, scenarioName, wholeOf } from "./fields.tsx";
import { answerUnit, asWritten, figureTitle, problemTexts } from "./said.ts";

/** Figures that every scenario has, written as a request writes them. */
const ANSWERS = [
  "wait",
  "waitP95",
  "waitShareOver60",
  "crossingTime",
  "crossingTimeP95",
  "queueMax",
  "departures",
];
/** Units that a precision is written in, by the unit of the answer. */
const WRITTEN_UNITS: Readonly<Record<string, string>> = {
  waitShareOver60: "points",
  queueMax: "vehicles",
  departures: "vehicles",
};

type Props = { readonly onStart: (request: CompareRequest) => Promise<readonly ExperimentProblem[]> };

export function CompareForm({ onStart }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const count = desk.welcome.value?.scenarios.length ?? 0;
  const [baseline, setBaseline] = useState(0);
  const [left, setLeft] = useState<readonly number[]>([]);
  const [answer, setAnswer] = useState("wait");
  const [by, setBy] = useState<"days" | "precision">("precision");
  const [days, setDays] = useState("200");
  const [half, setHalf] = useState("1");
  const [most, setMost] = useState("640");
  const [found, setFound] = useState<readonly ExperimentProblem[]>([]);
  if (count < 2) return <p class="quiet">{t("experiments.compare.needTwo")}</p>;
  const others = Array.from({ length: count }, (_, index) => index).filter((index) => index !== baseline);
  const own = WRITTEN_UNITS[answer] ?? "min";
  const request: CompareRequest = {
    kind: "compare",
    scenarios: [baseline, ...others.filter((index) => !left.includes(index))],
    answer,
    stop:
      by === "days"
        ? { by, days: wholeOf(days) }
        : { by, within: `${plainNumber(half)} ${own}`, most: wholeOf(most) },
  };
  const problems = asWritten([...problemsOf(request, count), ...found], {
    "stop.days": days,
    "stop.within": half,
    "stop.most": most,
  });
  const at = (field: string): string | null =>
    problemTexts(
      words,
      problems.filter((one) => one.field === field),
    );
  const start = async (): Promise<void> => setFound(await onStart(request));
  const touch =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setFound([]);
      set(value);
    };
  return (
    <AskForm about={t("experiments.compare.about")} problem={at("")} onStart={() => void start()}>
      <SelectField
        id="baseline"
        label={t("experiments.compare.baseline")}
        value={String(baseline)}
        options={Array.from({ length: count }, (_, index) => [String(index), scenarioName(desk, index)])}
        onChange={touch((value) => setBaseline(Number(value)))}
      />
      <Group label={t("experiments.compare.others")} problem={at("scenarios")}>
        {others.map((index) => (
          <label key={index} class={`check series-${index}`}>
            <input
              type="checkbox"
              checked={!left.includes(index)}
              onChange={() =>
                touch(setLeft)(left.includes(index) ? left.filter((one) => one !== index) : [...left, index])
              }
            />
            <span>{scenarioName(desk, index)}</span>
          </label>
        ))}
      </Group>
      <SelectField
        id="answer"
        label={t("experiments.compare.answer")}
        note={t("experiments.compare.answerNote")}
        value={answer}
        options={ANSWERS.map((one) => [one, figureTitle(words, one)])}
        problem={at("answer")}
        onChange={touch(setAnswer)}
      />
      <Group label={t("experiments.compare.stop")} problem={null}>
        {(["precision", "days"] as const).map((way) => (
          <label key={way} class="check">
            <input type="radio" name="stop" checked={by === way} onChange={() => touch(setBy)(way)} />
            <span>
              {t(way === "days" ? "experiments.compare.byDays" : "experiments.compare.byPrecision")}
            </span>
          </label>
        ))}
      </Group>
      {by === "days" ? (
        <NumberField
          id="days"
          label={t("experiments.compare.days")}
          value={days}
          least={LEAST_COMPARED_DAYS}
          most={MOST_EXPERIMENT_DAYS}
          problem={at("stop.days")}
          onChange={touch(setDays)}
        />
      ) : (
        <div class="ask-row">
          <NumberField
            id="within"
            label={t("experiments.compare.within", { unit: answerUnit(words, answer) })}
            value={half}
            isWhole={false}
            problem={at("stop.within")}
            onChange={touch(setHalf)}
          />
          <NumberField
            id="most"
            label={t("experiments.compare.most")}
            value={most}
            least={LEAST_DAYS}
            most={MOST_EXPERIMENT_DAYS}
            problem={at("stop.most")}
            onChange={touch(setMost)}
          />
        </div>
      )}
    </AskForm>
  );
}
