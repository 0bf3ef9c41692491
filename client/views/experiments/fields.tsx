/** Fields of a form: a label above, a note under it, and what is wrong told where it is. */
import type { ComponentChildren, RefObject } from "preact";
import type { Desk } from "../../state/desk.ts";
import { labelOf } from "../words.ts";

type Told = {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** Of a note that stands elsewhere, of this field among others. */
  readonly noteId?: string;
  readonly problem?: string | null;
  /** Of what says elsewhere that this field, among others, is wrong. */
  readonly problemId?: string | null;
  /** Where what stands above says it already. */
  readonly isLabelHidden?: boolean;
};

type NumberProps = Told & {
  readonly value: string;
  readonly least?: number;
  readonly most?: number;
  readonly isWhole?: boolean;
  readonly onChange: (value: string) => void;
};

export function NumberField({ value, least, most, isWhole = true, onChange, ...told }: NumberProps) {
  return (
    <Field {...told}>
      {(said) => (
        <input
          {...said}
          class="input number"
          type="text"
          inputMode={isWhole ? "numeric" : "decimal"}
          value={value}
          title={least === undefined ? undefined : `${least}–${most}`}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextProps = Told & {
  readonly value: string;
  /** To give it the focus. */
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
};

export function TextField({ value, input, onChange, ...told }: TextProps) {
  return (
    <Field {...told}>
      {(said) => (
        <input
          {...said}
          {...(input !== undefined && { ref: input })}
          class="input text"
          type="text"
          spellcheck={false}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type SelectProps = Told & {
  readonly value: string;
  /** Value and what it says. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

export function SelectField({ value, options, onChange, ...told }: SelectProps) {
  return (
    <Field {...told}>
      {(said) => (
        <select
          {...said}
          class="select"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option} selected={option === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type Said = {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
};

function Field({
  id,
  label,
  note,
  noteId = note === undefined ? undefined : noteIdOf(id),
  problem = null,
  problemId = null,
  isLabelHidden = false,
  children,
}: Told & { readonly children: (said: Said) => ComponentChildren }) {
  const own = `experiment-${id}`;
  const described = [noteId, problem === null ? null : problemIdOf(id), problemId];
  return (
    <div class="ask-field">
      <label for={own} class={isLabelHidden ? "hidden-text" : ""}>
        {label}
      </label>
      {children({
        id: own,
        "aria-invalid": problem !== null || problemId !== null,
        "aria-describedby": described.filter((one) => one != null).join(" ") || undefined,
      })}
      {note !== undefined && (
        <p class="quiet hint" id={noteId}>
          {note}
        </p>
      )}
      {problem !== null && (
        <p class="refused" id={problemIdOf(id)}>
          {problem}
        </p>
      )}
    </div>
  );
}

type GroupProps = {
  readonly label: string;
  readonly problem: string | null;
  readonly onLeave?: (() => void) | undefined;
  readonly children: ComponentChildren;
};

export function Group({ label, problem, onLeave, children }: GroupProps) {
  return (
    <fieldset
      class="ask-field"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) onLeave?.();
      }}
    >
      <legend>{label}</legend>
      {children}
      {problem !== null && (
        <p class="refused" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

/** Where the note of a field stands, for others that share it. */
export const noteIdOf = (id: string): string => `experiment-${id}-note`;

/** Where the problem of a field stands, for others that share it. */
export const problemIdOf = (id: string): string => `experiment-${id}-problem`;

/** Thousands in one country, a fraction in another. */
const EITHER = /(?<!\d)[1-9]\d{0,2},\d{3}(?!\d)/;

/** As requests write a number: with a point, whatever the reader writes. A comma that can be either stays: no check takes it. */
export function plainNumber(text: string): string {
  const written = text.trim();
  return EITHER.test(written) ? written : written.replace(/(?<=\d),(?=\d)/, ".");
}

/** What is no whole number is none that a check would take. */
export const wholeOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : 0);

export const scenarioName = ({ welcome }: Desk, index: number): string =>
  `${labelOf(index)} · ${welcome.value?.scenarios[index]?.name ?? ""}`;
