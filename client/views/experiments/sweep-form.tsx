/** What a sweep is to vary, and what it is to tell. What is wrong is said at its field. */
import { useState } from "preact/hooks";
import {
  LEAST_SWEPT_DAYS,
  LEAST_SWEPT_POINTS,
  MOST_SWEPT_DAYS,
  MOST_SWEPT_POINTS,
  mostVaried,
} from "../../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { SweepRequest } from "../../../shared/experiments.ts";
import { DESIGNS, isCountedInPoints } from "../../../shared/sweep/designs.ts";
import type { DesignKind } from "../../../shared/sweep/designs.ts";
import { Icon } from "../parts/icon.tsx";
import { useDesk, useWords } from "../words.ts";
import { AskForm } from "./ask-form.tsx";
import { Group, NumberField, SelectField, scenarioName } from "./fields.tsx";
import { figureTitle, problemTexts } from "./said.ts";
import {
  partField,
  placedFields,
  pointsOf,
  problemsOfSweepForm,
  sizeOf,
  sweepRequestOf,
  toldProblems,
  varied,
  withDesign,
  withNoneNew,
  withOneMore,
} from "./sweep-question.ts";
import type { SweepQuestion } from "./sweep-question.ts";
import { sizeText } from "./sweep-said.ts";
import { presetsOf } from "./sweep-settings.ts";
import { VariedSetting } from "./varied-setting.tsx";

const FIGURES = ["waitP95", "wait", "waitP95 of fast", "crossingTime", "queueMax", "officerHours"];
const ASKED_FIRST = ["waitP95", "wait", "officerHours"];

type Props = { readonly onStart: (request: SweepRequest) => Promise<readonly ExperimentProblem[]> };

export function SweepForm({ onStart }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const scenarios = desk.welcome.value?.scenarios ?? [];
  const presetsAt = (scenario: number) => presetsOf(scenarios[scenario] ?? scenarios[0], t);
  const [asked, setAsked] = useState<SweepQuestion>(() => ({
    scenario: 0,
    design: "grid",
    points: null,
    varied: [varied(presetsAt(0), 0, "grid")],
    respond: ASKED_FIRST,
    days: "20",
  }));
  const [found, setFound] = useState<readonly ExperimentProblem[]>([]);
  const presets = presetsAt(asked.scenario);
  const request = sweepRequestOf(asked, presets);
  const change = (also: Partial<SweepQuestion>): void => {
    setFound([]);
    setAsked({ ...asked, ...also });
  };
  const problems = problemsOfSweepForm(asked, presets, scenarios.length, found);
  const told = toldProblems(asked, problems);
  const at = (...fields: readonly string[]): string | null =>
    problemTexts(
      words,
      told.filter(({ field }) => fields.includes(field)),
    );
  const placed = placedFields(asked);
  const others = problems.filter(({ field }) => !placed.includes(field));
  const size = problems.length === 0 ? sizeOf(asked) : null;
  return (
    <AskForm
      about={t("experiments.sweep.about")}
      problem={problemTexts(words, others)}
      onStart={() => {
        setAsked(withNoneNew);
        void onStart(request).then(setFound);
      }}
    >
      <SelectField
        id="sweep-scenario"
        label={t("experiments.sweep.scenario")}
        value={String(asked.scenario)}
        options={scenarios.map((_, index) => [String(index), scenarioName(desk, index)])}
        problem={at("scenarios")}
        onChange={(value) => {
          const scenario = Number(value);
          change({ scenario, varied: [varied(presetsAt(scenario), 0, asked.design)] });
        }}
      />
      <DesignField design={asked.design} onChange={(design) => change(withDesign(asked, design))} />
      {asked.varied.map((one, index) => (
        <VariedSetting
          key={index}
          {...{ index, one, presets }}
          design={asked.design}
          problemAt={(part) => at(partField(index, part))}
          onChange={(next) => change({ varied: asked.varied.with(index, next) })}
          isNoted={index === asked.varied.findIndex(({ given }) => given === one.given)}
          onLeave={() => setAsked(withNoneNew)}
          onDrop={asked.varied.length < 2 ? null : () => change({ varied: asked.varied.toSpliced(index, 1) })}
        />
      ))}
      {asked.varied.length < mostVaried(asked.design) && (
        <button type="button" class="button" onClick={() => change(withOneMore(asked, presets))}>
          <Icon name="plus" /> {t("experiments.sweep.addSetting")}
        </button>
      )}
      <FigureFields
        chosen={asked.respond}
        problem={at("respond")}
        onChange={(respond) => change({ respond })}
      />
      <div class="ask-row">
        {isCountedInPoints(asked.design) && (
          <NumberField
            id="sweep-points"
            label={t("experiments.sweep.points")}
            value={pointsOf(asked)}
            least={LEAST_SWEPT_POINTS}
            most={MOST_SWEPT_POINTS}
            problem={at("points")}
            onChange={(points) => change({ points })}
          />
        )}
        <NumberField
          id="sweep-days"
          label={t("experiments.sweep.days")}
          value={asked.days}
          least={LEAST_SWEPT_DAYS}
          most={MOST_SWEPT_DAYS}
          problem={at("days")}
          onChange={(days) => change({ days })}
        />
      </div>
      {size !== null && <p class="quiet">{sizeText(words, size, desk.sweptDayMs.value)}</p>}
    </AskForm>
  );
}

type DesignProps = { readonly design: DesignKind; readonly onChange: (design: DesignKind) => void };

function DesignField({ design, onChange }: DesignProps) {
  const { t } = useWords();
  return (
    <Group label={t("experiments.sweep.design")} problem={null}>
      {DESIGNS.map((one) => (
        <label key={one} class="check">
          <input type="radio" name="design" checked={design === one} onChange={() => onChange(one)} />
          <span>{t(`experiments.sweep.designs.${one}`)}</span>
        </label>
      ))}
    </Group>
  );
}

type FigureProps = {
  readonly chosen: readonly string[];
  readonly problem: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
};

function FigureFields({ chosen, problem, onChange }: FigureProps) {
  const words = useWords();
  // In the order in which they are offered.
  const toggled = (one: string): readonly string[] =>
    FIGURES.filter((figure) => chosen.includes(figure) !== (figure === one));
  return (
    <Group label={words.t("experiments.sweep.respond")} problem={problem}>
      <div class="ask-row">
        {FIGURES.map((figure) => (
          <label key={figure} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(figure)}
              onChange={() => onChange(toggled(figure))}
            />
            <span>{figureTitle(words, figure)}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}
