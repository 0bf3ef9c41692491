/** One number that can be changed while the run goes on: a slider that shows old → new. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChangeMessage } from "../../../shared/protocol.ts";
import { change } from "../../state/actions.ts";
import type { EffectMessage } from "../../state/actions.ts";
import { RefusalNote } from "../parts/refusal-note.tsx";
import { useDesk, useWords } from "../words.ts";

export type SettingSpec = {
  readonly name: string;
  readonly kind: EffectMessage["kind"];
  /** In steps of the slider. */
  readonly file: number;
  readonly now: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly text: (value: number) => string;
  readonly effect: (value: number) => EffectMessage;
  readonly hint: string | null;
};

const SETTLE_MS = 400;

export function Setting({ spec, scenario }: { readonly spec: SettingSpec; readonly scenario: number }) {
  const desk = useDesk();
  const { t } = useWords();
  const { name, kind, file, least, most, step, text } = spec;
  const [draft, setDraft] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The run has caught up with what was asked for.
  useEffect(() => setDraft(null), [spec.now, scenario]);
  const value = draft ?? spec.now;
  const share = (of: number): string =>
    `${(100 * (Math.min(most, Math.max(least, of)) - least)) / Math.max(1e-9, most - least)}%`;
  const ask = (wanted: number): void => {
    setDraft(wanted);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void change(desk, [{ scenario, effect: spec.effect(wanted) }]).then((reply) => {
        if (!reply.ok) setDraft(null);
      });
    }, SETTLE_MS);
  };
  const changed = Math.abs(value - file) > step / 2;
  return (
    <div class={changed ? "setting changed" : "setting"}>
      <label class="setting-label" for={`setting-${kind}`}>
        {name}
      </label>
      <output class="setting-value" for={`setting-${kind}`}>
        {changed && (
          <>
            <span class="hidden-text">{t("whatIf.old")} </span>
            <s>{text(file)}</s>{" "}
          </>
        )}
        <b>{text(value)}</b>
      </output>
      <div class="slider" style={{ "--old": share(file), "--new": share(value) }}>
        <input
          id={`setting-${kind}`}
          type="range"
          min={least}
          max={most}
          step={step}
          value={value}
          aria-valuetext={
            changed ? t("whatIf.changed", { name, before: text(file), now: text(value) }) : text(value)
          }
          onInput={(event) => ask(event.currentTarget.valueAsNumber)}
        />
      </div>
      {spec.hint !== null && <p class="quiet setting-hint">{spec.hint}</p>}
      <RefusalNote
        concerns={(asked: ChangeMessage) => asked.scenario === scenario && asked.effect.kind === kind}
      />
    </div>
  );
}
