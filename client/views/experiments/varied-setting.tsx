/** A setting of a sweep: which one, and its values, one by one or from one to another. */
import { useEffect, useRef } from "preact/hooks";
import type { DesignKind } from "../../../shared/sweep/designs.ts";
import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words.ts";
import { Group, NumberField, SelectField, TextField, noteIdOf, problemIdOf } from "./fields.tsx";
import { COUNTS, GIVEN, varied } from "./sweep-question.ts";
import type { Part, SweptRange, Varied } from "./sweep-question.ts";
import type { Preset } from "./sweep-settings.ts";

type Props = {
  readonly index: number;
  readonly one: Varied;
  readonly presets: readonly Preset[];
  readonly design: DesignKind;
  readonly problemAt: (part: Part) => string | null;
  /** Whether what stands under its values is told here: it is the first of all with values given so. */
  readonly isNoted: boolean;
  readonly onChange: (one: Varied) => void;
  /** The reader has gone on to another part of the form. */
  readonly onLeave: () => void;
  readonly onDrop: (() => void) | null;
};

export function VariedSetting(props: Props) {
  const { index, one, presets, design, problemAt, isNoted, onChange, onLeave, onDrop } = props;
  const { t } = useWords();
  const number = index + 1;
  const path = useRef<HTMLInputElement>(null);
  // Of a setting that is added, not of one that is chosen so: there the reader is still at the list.
  useEffect(() => {
    if (one.isNew) path.current?.focus();
  }, []);
  const isOwnPath = presets[one.preset]?.setting === "";
  return (
    <Group
      label={t("experiments.sweep.setting", { number })}
      problem={null}
      onLeave={one.isNew ? onLeave : undefined}
    >
      <div class="ask-row">
        <SelectField
          id={`setting-${index}`}
          label={t("experiments.sweep.setting", { number })}
          isLabelHidden
          value={String(one.preset)}
          options={presets.map(({ text }, at) => [String(at), text])}
          problem={isOwnPath ? null : problemAt("setting")}
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
      {isOwnPath && (
        <TextField
          id={`path-${index}`}
          label={t("experiments.sweep.path")}
          value={one.path}
          input={path}
          problem={problemAt("setting")}
          onChange={(written) => onChange({ ...one, path: written })}
        />
      )}
      {one.given === "list" ? (
        <TextField
          id={`values-${index}`}
          label={t("experiments.sweep.values")}
          note={isNoted ? t("experiments.sweep.valuesNote") : undefined}
          noteId={noteIdOf("values")}
          value={one.values}
          problem={problemAt("values")}
          onChange={(values) => onChange({ ...one, values })}
        />
      ) : (
        <RangeFields
          {...{ index, design, problemAt, isNoted }}
          range={one.range}
          onChange={(range) => onChange({ ...one, range })}
        />
      )}
    </Group>
  );
}

type RangeProps = Pick<Props, "index" | "design" | "problemAt" | "isNoted"> & {
  readonly range: SweptRange;
  readonly onChange: (range: SweptRange) => void;
};

function RangeFields({ index, design, problemAt, isNoted, range, onChange }: RangeProps) {
  const { t } = useWords();
  const noteId = noteIdOf("range");
  const ofBoth = problemAt("values");
  const problemId = ofBoth === null ? null : problemIdOf(`range-${index}`);
  return (
    <>
      <div class="ask-row range">
        <TextField
          id={`from-${index}`}
          label={t("experiments.sweep.from")}
          value={range.from}
          noteId={noteId}
          problem={problemAt("from")}
          problemId={problemId}
          onChange={(from) => onChange({ ...range, from })}
        />
        <TextField
          id={`to-${index}`}
          label={t("experiments.sweep.to")}
          value={range.to}
          noteId={noteId}
          problem={problemAt("to")}
          problemId={problemId}
          onChange={(to) => onChange({ ...range, to })}
        />
        {design === "grid" && (
          <NumberField
            id={`count-${index}`}
            label={t("experiments.sweep.count")}
            value={range.count}
            {...COUNTS}
            problem={problemAt("count")}
            onChange={(count) => onChange({ ...range, count })}
          />
        )}
      </div>
      {isNoted && (
        <p class="quiet hint" id={noteId}>
          {t("experiments.sweep.rangeNote")}
        </p>
      )}
      {problemId !== null && (
        <p class="refused" role="alert" id={problemId}>
          {ofBoth}
        </p>
      )}
    </>
  );
}
