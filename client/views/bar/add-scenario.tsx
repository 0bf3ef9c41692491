/**
 * Choosing a scenario to put beside the others: one that is shipped, or a file of one's own. What the
 * server finds wrong in it is shown line by line, and nothing changes until the file is right.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { CatalogEntry } from "../../../shared/protocol.ts";
import type { Problem } from "../../../shared/problem.ts";
import type { Refusal } from "../../../shared/picture.ts";
import { MAX_SCENARIO_BYTES } from "../../../shared/picture.ts";
import { putScenario, readCatalog } from "../../state/http.ts";
import type { ScenarioSource } from "../../state/http.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { labelOf, useDesk, useWords } from "../words.ts";

type Props = { readonly index: number; readonly replaces: boolean; readonly onClose: () => void };
type State =
  | { readonly step: "choosing" }
  | { readonly step: "reading" }
  | {
      readonly step: "refused";
      readonly file: string;
      readonly refusal: Refusal;
      readonly problems: readonly Problem[];
    };

export function AddScenario({ index, replaces, onClose }: Props) {
  const desk = useDesk();
  const { t } = useWords();
  const [state, setState] = useState<State>({ step: "choosing" });
  const put = async (file: string, source: ScenarioSource): Promise<void> => {
    const session = desk.welcome.peek()?.session;
    if (session === undefined || desk.secret === null) return;
    setState({ step: "reading" });
    const answer = await putScenario(session, desk.secret, index, source);
    if (!answer.ok) {
      setState({ step: "refused", file, refusal: answer.refusal, problems: answer.problems });
      return;
    }
    if (index > 0) desk.selected.value = index;
    onClose();
  };
  const open = async (file: File): Promise<void> => {
    if (file.size > MAX_SCENARIO_BYTES)
      setState({ step: "refused", file: file.name, refusal: "tooLarge", problems: [] });
    else await put(file.name, { name: file.name, text: await file.text() });
  };
  return (
    <Dialog
      title={replaces ? t("add.replaceTitle", { label: labelOf(index) }) : t("add.title")}
      onClose={onClose}
    >
      {state.step === "refused" && (
        <div class="refused" role="alert">
          {state.problems.length === 0 ? (
            <p>
              {state.file}: {t(`refusal.${state.refusal}`)}
            </p>
          ) : (
            <>
              <p>{t("add.problems", { count: state.problems.length, file: state.file })}</p>
              <ProblemList problems={state.problems} />
            </>
          )}
        </div>
      )}
      <OwnFile onFile={(file) => void open(file)} busy={state.step === "reading"} />
      <Catalog
        onChoose={(entry) => void put(entry.file, { shipped: entry.file })}
        busy={state.step === "reading"}
      />
    </Dialog>
  );
}

function Catalog({
  onChoose,
  busy,
}: {
  readonly onChoose: (entry: CatalogEntry) => void;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const [catalog, setCatalog] = useState<readonly CatalogEntry[] | null>(null);
  useEffect(() => {
    void readCatalog().then((answer) => setCatalog(answer.ok ? answer.value : []));
  }, []);
  return (
    <section>
      <h3>{t("add.shipped")}</h3>
      {catalog === null && <p class="quiet">{t("add.loading")}</p>}
      {catalog?.length === 0 && <p class="quiet">{t("add.empty")}</p>}
      <ul class="catalog">
        {catalog?.map((entry) => (
          <li key={entry.file}>
            <button type="button" class="button card" disabled={busy} onClick={() => onChoose(entry)}>
              <b>{entry.name}</b>
              {entry.about !== null && <span class="quiet">{firstSentence(entry.about)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstSentence(text: string): string {
  const end = text.search(/[.!?](\s|$)/);
  return end < 0 ? text : text.slice(0, end + 1);
}

function OwnFile({ onFile, busy }: { readonly onFile: (file: File) => void; readonly busy: boolean }) {
  const { t, decimal } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <section>
      <h3>{t("add.own")}</h3>
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <span>{busy ? t("add.loading") : t("add.drop")}</span>
        <button type="button" class="button" disabled={busy} onClick={() => input.current?.click()}>
          {t("add.choose")}
        </button>
        <input
          ref={input}
          type="file"
          class="hidden"
          aria-label={t("add.choose")}
          tabIndex={-1}
          accept=".yaml,.yml,.json"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </div>
      <p class="quiet">
        {t("add.note")} ≤ {decimal(MAX_SCENARIO_BYTES / 1_024)} KB
      </p>
    </section>
  );
}
