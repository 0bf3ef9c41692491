/** What is promised of a day and how those work who keep it. What is wrong is said at its field. */
import { useEffect, useRef, useState } from "preact/hooks";
import {
  LEAST_ANEW_DAYS,
  MOST_ASKED_PROMISES,
  MOST_EXPERIMENT_DAYS,
  problemsOf,
} from "../../../shared/experiment-check.ts";
import { MOST_OFFICERS } from "../../../shared/limits.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { OptimizeRequest } from "../../../shared/experiments.ts";
import { HOUR, MINUTE } from "../../../shared/units.ts";
import { useDesk, useWords } from "../words.ts";
import type { Words } from "../words.ts";
import { AskForm } from "./ask-form.tsx";
import { Group, NumberField, SelectField, problemIdOf, scenarioName } from "./fields.tsx";
import { PromiseFields } from "./promise-fields.tsx";
import { beginningOf, movedTo, promisedPlaces, requestOf } from "./optimize-question.ts";
import type { Question } from "./optimize-question.ts";
import { asWritten, problemTexts } from "./said.ts";

const LENGTHS = [4, 6, 8, 10, 12];
const SURE = [80, 90, 95, 99];
/** As a request writes them, and how long they are. */
const STARTS: readonly (readonly [string, number])[] = [
  ["15 min", 15 * MINUTE],
  ["30 min", 30 * MINUTE],
  ["1 h", HOUR],
  ["2 h", 2 * HOUR],
];
const BREAKS = ["15", "30", "45", "60"];
const BUDGETS = [1, 3, 10];

type Props = { readonly onStart: (request: OptimizeRequest) => Promise<readonly ExperimentProblem[]> };

export function OptimizeForm({ onStart }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t, percent } = words;
  const welcome = desk.welcome.value;
  const count = welcome?.scenarios.length ?? 0;
  const [asked, setAsked] = useState<Question>(() =>
    beginningOf(welcome, desk.results.peek(), Math.min(desk.selected.peek(), Math.max(0, count - 1))),
  );
  const [found, setFound] = useState<readonly ExperimentProblem[]>([]);
  const request = requestOf(asked);
  const problems = asWritten([...problemsOf(request, count), ...found], {
    roster: asked.roster,
    days: asked.days,
  });
  const at = (...fields: readonly string[]): string | null => {
    const here = problems.filter(({ field }) => fields.includes(field));
    return saidOfForm(words, here) ?? problemTexts(words, here);
  };
  const placesOf = (scenario: number) => promisedPlaces(welcome?.scenarios[scenario]);
  const change = (also: Partial<Question>): void => {
    setFound([]);
    setAsked({ ...asked, ...also });
  };
  const promiseField = (index: number): string => `promise.${index}`;
  const known = [...FIELDS, ...asked.promises.map((_, index) => promiseField(index))];
  const others = problems.filter(({ field }) => !known.includes(field));
  return (
    <AskForm
      about={t("experiments.optimize.about")}
      problem={problemTexts(words, others)}
      onStart={() => void onStart(request).then(setFound)}
    >
      <SelectField
        id="optimize-scenario"
        label={t("experiments.optimize.scenario")}
        value={String(asked.scenario)}
        options={Array.from({ length: count }, (_, index) => [String(index), scenarioName(desk, index)])}
        problem={at("scenarios")}
        onChange={(value) => {
          const scenario = Number(value);
          change(movedTo(asked, desk.results.peek(), scenario, placesOf(scenario)));
        }}
      />
      <PromiseFields
        promises={asked.promises}
        places={placesOf(asked.scenario)}
        most={MOST_ASKED_PROMISES}
        problemAt={(index) => at(promiseField(index))}
        problem={at("promise")}
        onChange={(promises) => change({ promises })}
      />
      <div class="ask-row">
        <SelectField
          id="sure"
          label={t("experiments.optimize.sure")}
          value={String(asked.sure)}
          options={SURE.map((one) => [
            String(one),
            t("experiments.optimize.sureOption", { percent: percent(one / 100) }),
          ])}
          problem={at("sure")}
          onChange={(value) => change({ sure: Number(value) })}
        />
        <SelectField
          id="budget"
          label={t("experiments.optimize.budget")}
          note={t("experiments.optimize.budgetNote")}
          value={String(asked.budgetMin)}
          options={BUDGETS.map((one) => [String(one), words.span(one * MINUTE)])}
          problem={at("budget")}
          onChange={(value) => change({ budgetMin: Number(value) })}
        />
      </div>
      <Group
        label={t("experiments.optimize.lengths")}
        problem={asked.lengths.length === 0 ? t("experiments.optimize.noLengths") : at("shifts")}
      >
        <div class="ask-row">
          {LENGTHS.map((hours) => (
            <label key={hours} class="check">
              <input
                type="checkbox"
                checked={asked.lengths.includes(hours)}
                onChange={() => change({ lengths: toggled(asked.lengths, hours) })}
              />
              <span>{words.span(hours * HOUR)}</span>
            </label>
          ))}
        </div>
      </Group>
      <More asked={asked} at={at} onChange={change} />
    </AskForm>
  );
}

/** The form writes the sentences itself, so that only their numbers can be wrong. */
function saidOfForm({ t }: Words, problems: readonly ExperimentProblem[]): string | null {
  const codes = problems.map((one) => (one.code === "setting" ? one.problem.code : null));
  if (codes.includes("CR-701")) return t("experiments.optimize.promiseWrong");
  return codes.includes("CR-703") ? t("experiments.optimize.breakWrong") : null;
}

/** Fields of the request that have a place in the form. */
const FIELDS = ["scenarios", "promise", "sure", "shifts", "startsEvery", "break", "roster", "budget", "days"];

const toggled = (lengths: readonly number[], one: number): readonly number[] =>
  lengths.includes(one) ? lengths.filter((length) => length !== one) : [...lengths, one];

type MoreProps = {
  readonly asked: Question;
  readonly at: (...fields: readonly string[]) => string | null;
  readonly onChange: (also: Partial<Question>) => void;
};

/** What most leave as it is; opened where something in it is wrong, and closed by its reader alone. */
function More({ asked, at, onChange }: MoreProps) {
  const words = useWords();
  const { t, span } = words;
  const inside = at("startsEvery", "break", "roster", "days");
  const isWrong = inside !== null;
  const { rest } = asked;
  const restProblem = at("break");
  const restProblemId = restProblem === null ? null : problemIdOf("break");
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isWrong && box.current !== null) box.current.open = true;
  }, [isWrong]);
  return (
    <details class="ask-more" ref={box}>
      <summary>{t("experiments.optimize.more")}</summary>
      <SelectField
        id="starts"
        label={t("experiments.optimize.startsEvery")}
        value={asked.startsEvery}
        options={STARTS.map(([written, ms]) => [written, span(ms)])}
        problem={at("startsEvery")}
        onChange={(startsEvery) => onChange({ startsEvery })}
      />
      <div class="ask-row">
        <SelectField
          id="break"
          label={t("experiments.optimize.break")}
          value={rest.minutes}
          options={[
            ["", t("experiments.optimize.noBreak")],
            ...BREAKS.map((one) => [one, span(Number(one) * MINUTE)] as const),
          ]}
          problem={restProblem}
          onChange={(minutes) => onChange({ rest: { ...rest, minutes } })}
        />
        {rest.minutes !== "" && (
          <>
            <NumberField
              id="break-from"
              label={t("experiments.optimize.breakFrom")}
              value={rest.from}
              isWhole={false}
              problemId={restProblemId}
              onChange={(from) => onChange({ rest: { ...rest, from } })}
            />
            <NumberField
              id="break-to"
              label={t("experiments.optimize.breakTo")}
              value={rest.to}
              isWhole={false}
              problemId={restProblemId}
              onChange={(to) => onChange({ rest: { ...rest, to } })}
            />
          </>
        )}
      </div>
      <div class="ask-row">
        <NumberField
          id="roster"
          label={t("experiments.optimize.roster")}
          note={t("experiments.optimize.rosterNote")}
          value={asked.roster}
          least={1}
          most={MOST_OFFICERS}
          problem={at("roster")}
          onChange={(roster) => onChange({ roster })}
        />
        <NumberField
          id="anew"
          label={t("experiments.optimize.days")}
          value={asked.days}
          least={LEAST_ANEW_DAYS}
          most={MOST_EXPERIMENT_DAYS}
          problem={at("days")}
          onChange={(days) => onChange({ days })}
        />
      </div>
    </details>
  );
}
