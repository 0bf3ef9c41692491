/** What a sweep is to vary, and what it is to tell. What is wrong is said at its field. */
import { useState } from "preact/hooks";
import {
  LEAST_SWEPT_DAYS,
  MOST_SWEPT_DAYS,
  MOST_VARIED,
  problemsOf,
} from "../../../shared/experiment-check.ts";
import type { ExperimentProblem } from "../../../shared/experiment-check.ts";
import type { SweepRequest } from "../../../shared/experiments.ts";
import { Icon } from "../parts/icon.tsx";
import { useDesk, useWords } from "../words.ts";
import { Group, NumberField, SelectField, TextField, scenarioName, wholeOf } from "./fields.tsx";
import { asWritten, figureTitle, problemTexts } from "./said.ts";
import { presetsOf } from "./sweep-settings.ts";
import type { Preset } from "./sweep-settings.ts";

const FIGURES = ["waitP95", "wait", "waitP95 of fast", "crossingTime", "queueMax", "officerHours"];
/** What is paid, and what is got. */
const FRONTIER = ["officerHours", "waitP95"];

/** `path` is what the reader writes where `preset` is the last one. */
type Varied = { readonly preset: number; readonly path: string; readonly values: string };

type Props = { readonly onStart: (request: SweepRequest) => Promise<readonly ExperimentProblem[]> };

export function SweepForm({ onStart }: Props) {
  const desk = useDesk();
  const words = useWords();
  const { t } = words;
  const scenarios = desk.welcome.value?.scenarios ?? [];
  const [scenario, setScenario] = useState(0);
  const presets = presetsOf(scenarios[scenario] ?? scenarios[0], t);
  const begun = (preset: number): Varied => ({ preset, path: "", values: presets[preset]?.values ?? "" });
  const [varied, setVaried] = useState<readonly Varied[]>([begun(0)]);
  const [left, setLeft] = useState<readonly string[]>(["waitP95 of fast", "crossingTime", "queueMax"]);
  const [days, setDays] = useState("20");
  const [found, setFound] = useState<readonly ExperimentProblem[]>([]);
  const request: SweepRequest = {
    kind: "sweep",
    scenarios: [scenario],
    vary: varied.map(({ preset, path, values }) => ({ setting: presets[preset]?.setting || path, values })),
    respond: FIGURES.filter((figure) => !left.includes(figure)),
    frontier: FRONTIER,
    days: wholeOf(days),
  };
  const problems = asWritten([...problemsOf(request, scenarios.length), ...found], { days });
  const at = (...fields: readonly string[]): string | null =>
    problemTexts(
      words,
      problems.filter(({ field }) => fields.includes(field)),
    );
  const change = (index: number, one: Varied): void => {
    setFound([]);
    setVaried(varied.with(index, one));
  };
  const known = new Set(["scenarios", "respond", "days", ...varied.flatMap((_, i) => fieldsOf(i))]);
  const others = problemTexts(
    words,
    problems.filter(({ field }) => !known.has(field)),
  );
  return (
    <form
      class="experiment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onStart(request).then(setFound);
      }}
    >
      <p class="quiet">{t("experiments.sweep.about")}</p>
      <SelectField
        id="sweep-scenario"
        label={t("experiments.sweep.scenario")}
        value={String(scenario)}
        options={scenarios.map((_, index) => [String(index), scenarioName(desk, index)])}
        problem={at("scenarios")}
        onChange={(value) => {
          setScenario(Number(value));
          setVaried([begun(0)]);
          setFound([]);
        }}
      />
      {varied.map((one, index) => (
        <Setting
          key={index}
          {...{ index, one, presets }}
          problem={at(...fieldsOf(index))}
          onChange={(next) => change(index, next)}
          onDrop={varied.length < 2 ? null : () => setVaried(varied.toSpliced(index, 1))}
        />
      ))}
      {varied.length < MOST_VARIED && (
        <button
          type="button"
          class="button"
          onClick={() => setVaried([...varied, begun(Math.min(varied.length, presets.length - 1))])}
        >
          <Icon name="plus" /> {t("experiments.sweep.addSetting")}
        </button>
      )}
      <Group label={t("experiments.sweep.respond")} problem={at("respond")}>
        <div class="ask-row">
          {FIGURES.map((figure) => (
            <label key={figure} class="check">
              <input
                type="checkbox"
                checked={!left.includes(figure)}
                onChange={() =>
                  setLeft(left.includes(figure) ? left.filter((name) => name !== figure) : [...left, figure])
                }
              />
              <span>{figureTitle(words, figure)}</span>
            </label>
          ))}
        </div>
      </Group>
      <NumberField
        id="sweep-days"
        label={t("experiments.sweep.days")}
        value={days}
        least={LEAST_SWEPT_DAYS}
        most={MOST_SWEPT_DAYS}
        problem={at("days")}
        onChange={setDays}
      />
      {others !== null && (
        <p class="refused" role="alert">
          {others}
        </p>
      )}
      <button type="submit" class="button primary">
        {t("experiments.start")}
      </button>
    </form>
  );
}

/** Of the request and of what the server says of it. */
const fieldsOf = (index: number): readonly string[] => [
  `vary.${index}`,
  `vary.${index}.setting`,
  `vary.${index}.values`,
];

type SettingProps = {
  readonly index: number;
  readonly one: Varied;
  readonly presets: readonly Preset[];
  readonly problem: string | null;
  readonly onChange: (one: Varied) => void;
  readonly onDrop: (() => void) | null;
};

function Setting({ index, one, presets, problem, onChange, onDrop }: SettingProps) {
  const { t } = useWords();
  const number = index + 1;
  const preset = presets[one.preset];
  return (
    <Group label={t("experiments.sweep.setting", { number })} problem={problem}>
      <div class="ask-row">
        <SelectField
          id={`setting-${index}`}
          label={t("experiments.sweep.setting", { number })}
          isLabelHidden
          value={String(one.preset)}
          options={presets.map(({ text }, at) => [String(at), text])}
          onChange={(value) =>
            onChange({ ...one, preset: Number(value), values: presets[Number(value)]?.values ?? "" })
          }
        />
        {onDrop !== null && (
          <button
            type="button"
            class="button bare icon-only"
            aria-label={t("experiments.sweep.dropSetting", { number })}
            title={t("experiments.sweep.dropSetting", { number })}
            onClick={onDrop}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {preset?.setting === "" && (
        <TextField
          id={`path-${index}`}
          label={t("experiments.sweep.path")}
          value={one.path}
          onChange={(path) => onChange({ ...one, path })}
        />
      )}
      <TextField
        id={`values-${index}`}
        label={t("experiments.sweep.values")}
        note={t("experiments.sweep.valuesNote")}
        value={one.values}
        onChange={(values) => onChange({ ...one, values })}
      />
    </Group>
  );
}
