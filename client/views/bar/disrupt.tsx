/**
 * Something goes wrong: what, how much, for how long, and in which scenarios. Only what the chosen
 * scenarios have is offered.
 */
import { useState } from "preact/hooks";
import { MINUTE } from "../../../shared/units.ts";
import type { ScenarioView } from "../../../shared/protocol.ts";
import { postName } from "../../language/names.ts";
import { change, shareText } from "../../state/actions.ts";
import type { EffectMessage } from "../../state/actions.ts";
import { LABELS, useDesk, useWords } from "../words.ts";
import { RefusalNote } from "../parts/refusal-note.tsx";

export const DISRUPTIONS = [
  "boothsClosed",
  "scannersDown",
  "slowService",
  "staffAway",
  "extraInspection",
  "demand",
] as const;
export type Disruption = (typeof DISRUPTIONS)[number];

type Amount = {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly usual: number;
  readonly isShare: boolean;
};

const MINUTES = [15, 30, 60, 120, 240, null] as const;

/** What this scenario can suffer. */
export function possibleDisruptions({ settings, posts }: ScenarioView): Disruption[] {
  return DISRUPTIONS.filter((kind) => {
    if (kind === "boothsClosed" || kind === "slowService") return settings.booths > 0;
    if (kind === "scannersDown") return settings.scannerStage !== null;
    if (kind === "extraInspection") return settings.stateStage !== null;
    if (kind === "staffAway") return posts.some((post) => post.byHour !== null);
    return true;
  });
}

export function amountOf(kind: Disruption, { settings }: ScenarioView): Amount {
  switch (kind) {
    case "boothsClosed":
      return {
        least: 1,
        most: Math.max(1, settings.booths),
        step: 1,
        usual: Math.min(3, settings.booths),
        isShare: false,
      };
    case "scannersDown":
      return { least: 1, most: Math.max(1, settings.scanners ?? 1), step: 1, usual: 1, isShare: false };
    case "staffAway":
      return { least: 1, most: 50, step: 1, usual: 2, isShare: false };
    case "slowService":
      return { least: 110, most: 400, step: 10, usual: 150, isShare: true };
    case "extraInspection":
      return { least: 5, most: 100, step: 5, usual: 50, isShare: true };
    case "demand":
      return { least: 110, most: 300, step: 10, usual: 130, isShare: true };
    default:
      return kind satisfies never;
  }
}

export function disruption(
  kind: Disruption,
  amount: number,
  post: string,
  { settings }: ScenarioView,
): EffectMessage {
  switch (kind) {
    case "boothsClosed":
      return { kind, booths: amount };
    case "scannersDown":
      return { kind, scanners: amount, stage: settings.scannerStage ?? "nii" };
    case "slowService":
      return { kind, factor: shareText(amount / 100), stage: "primary" };
    case "staffAway":
      return { kind, officers: amount, from: post };
    case "extraInspection":
      return { kind, share: shareText(amount / 100), stage: settings.stateStage ?? "stateSafety" };
    case "demand":
      return { kind, factor: shareText(amount / 100) };
    default:
      return kind satisfies never;
  }
}

export function DisruptForm({ close }: { readonly close: () => void }) {
  const desk = useDesk();
  const { t, span } = useWords();
  const scenarios = desk.welcome.value?.scenarios ?? [];
  const [where, setWhere] = useState<number | "all">("all");
  const first = scenarios[where === "all" ? 0 : where] ?? scenarios[0];
  const kinds = possibleDisruptions(first);
  const [kind, setKind] = useState<Disruption>(kinds[0]);
  const [chosen, setChosen] = useState<{ readonly kind: Disruption; readonly amount: number } | null>(null);
  const [minutes, setMinutes] = useState<number | null>(60);
  const posts = first.posts.filter((post) => post.byHour !== null);
  const [post, setPost] = useState(posts[0]?.name ?? "");
  const range = amountOf(kind, first);
  const amount = chosen?.kind === kind ? chosen.amount : range.usual;
  const start = async (): Promise<void> => {
    const targets = where === "all" ? scenarios.map((_, index) => index) : [where];
    const changes = targets.map((scenario) => ({
      scenario,
      effect: disruption(kind, amount, post, scenarios[scenario]),
      ...(minutes === null ? {} : { forMs: minutes * MINUTE }),
    }));
    const reply = await change(desk, changes);
    if (reply.ok) close();
  };
  return (
    <form
      class="disrupt"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <p class="quiet">{t("disrupt.intro")}</p>
      <fieldset class="kinds">
        <legend>{t("disrupt.kind")}</legend>
        {kinds.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            <span>{t(`disrupt.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === "staffAway" && (
        <label class="field">
          <span>{t("disrupt.post")}</span>
          <select class="select" value={post} onChange={(event) => setPost(event.currentTarget.value)}>
            {posts.map(({ name }) => (
              <option key={name} value={name}>
                {postName(t, name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{t(`disrupt.amount.${kind}`)}</span>
        <span class="row">
          <input
            class="input number"
            type="number"
            required
            min={range.least}
            max={range.most}
            step={range.step}
            value={amount}
            onInput={(event) => setChosen({ kind, amount: event.currentTarget.valueAsNumber })}
          />
          {range.isShare && (
            <span class="quiet">% {kind === "extraInspection" ? "" : t("disrupt.ofUsual")}</span>
          )}
        </span>
      </label>
      <label class="field">
        <span>{t("disrupt.duration")}</span>
        <select
          class="select"
          value={String(minutes)}
          onChange={(event) =>
            setMinutes(event.currentTarget.value === "null" ? null : Number(event.currentTarget.value))
          }
        >
          {MINUTES.map((one) => (
            <option key={one} value={String(one)}>
              {one === null ? t("disrupt.toTheEnd") : span(one * MINUTE)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t("disrupt.where")}</span>
        <select
          class="select"
          value={String(where)}
          onChange={(event) =>
            setWhere(event.currentTarget.value === "all" ? "all" : Number(event.currentTarget.value))
          }
        >
          <option value="all">{t("disrupt.everywhere")}</option>
          {scenarios.map((scenario, index) => (
            <option key={index} value={String(index)}>
              {`${LABELS[index]} · ${scenario.name}`}
            </option>
          ))}
        </select>
      </label>
      <RefusalNote concerns={({ effect }) => effect.kind === kind} />
      <div class="row end">
        <button type="button" class="button" onClick={close}>
          {t("disrupt.cancel")}
        </button>
        <button type="submit" class="button primary">
          {t("disrupt.go")}
        </button>
      </div>
    </form>
  );
}
