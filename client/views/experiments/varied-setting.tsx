/** A setting of a sweep: which one, and its values, one by one or from one to another. */
import type { SweptDesign } from "../../../shared/experiment-check.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words.ts";
import { Group, NumberField, SelectField, TextField, problemIdOf } from "./fields.tsx";
import { COUNTS, GIVEN, varied } from "./sweep-question.ts";
import type { SweptRange, Varied } from "./sweep-question.ts";
import type { Preset } from "./sweep-settings.ts";

type Props = {
  readonly index: number;
  readonly one: Varied;
  readonly presets: readonly Preset[];
  readonly design: SweptDesign;
  readonly problem: string | null;
  readonly countProblem: string | null;
  readonly onChange: (one: Varied) => void;
  readonly onDrop: (() => void) | null;
};

export function VariedSetting({
  index,
  one,
  presets,
  design,
  problem,
  countProblem,
  onChange,
  onDrop,
}: Props) {
  const { t } = useWords();
  const number = index + 1;
  const problemId = problem === null ? null : problemIdOf(`setting-${index}`);
  return (
    <Group label={t("experiments.sweep.setting", { number })} problem={null}>
      <div class="ask-row">
        <SelectField
          id={`setting-${index}`}
          label={t("experiments.sweep.setting", { number })}
          isLabelHidden
          value={String(one.preset)}
          options={presets.map(({ text }, at) => [String(at), text])}
          onChange={(value) =>
            onChange({ ...varied(presets, Number(value), design), path: one.path, given: one.given })
          }
        />
        <SelectField
          id={`given-${index}`}
          label={t("experiments.sweep.given")}
          isLabelHidden
          value={one.given}
          options={GIVEN.map((given) => [given, t(`experiments.sweep.givenAs.${given}`)])}
          onChange={(value) => onChange({ ...one, given: GIVEN.find((given) => given === value) ?? "list" })}
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
      {presets[one.preset]?.setting === "" && (
        <TextField
          id={`path-${index}`}
          label={t("experiments.sweep.path")}
          value={one.path}
          problemId={problemId}
          onChange={(path) => onChange({ ...one, path })}
        />
      )}
      {one.given === "list" ? (
        <TextField
          id={`values-${index}`}
          label={t("experiments.sweep.values")}
          note={t("experiments.sweep.valuesNote")}
          value={one.values}
          problemId={problemId}
          onChange={(values) => onChange({ ...one, values })}
        />
      ) : (
        <RangeFields
          {...{ index, design, problemId, countProblem }}
          range={one.range}
          onChange={(range) => onChange({ ...one, range })}
        />
      )}
      {problemId !== null && (
        <p class="refused" role="alert" id={problemId}>
          {problem}
        </p>
      )}
    </Group>
  );
}

type RangeProps = Pick<Props, "index" | "design" | "countProblem"> & {
  /** Of what says that an end is wrong. */
  readonly problemId: string | null;
  readonly range: SweptRange;
  readonly onChange: (range: SweptRange) => void;
};

function RangeFields({ index, design, problemId, countProblem, range, onChange }: RangeProps) {
  const { t } = useWords();
  return (
    <>
      <div class="ask-row range">
        <TextField
          id={`from-${index}`}
          label={t("experiments.sweep.from")}
          value={range.from}
          problemId={problemId}
          onChange={(from) => onChange({ ...range, from })}
        />
        <TextField
          id={`to-${index}`}
          label={t("experiments.sweep.to")}
          value={range.to}
          problemId={problemId}
          onChange={(to) => onChange({ ...range, to })}
        />
        {design === "grid" && (
          <NumberField
            id={`count-${index}`}
            label={t("experiments.sweep.count")}
            value={range.count}
            {...COUNTS}
            problem={countProblem}
            onChange={(count) => onChange({ ...range, count })}
          />
        )}
      </div>
      <p class="quiet hint">{t("experiments.sweep.rangeNote")}</p>
    </>
  );
}
