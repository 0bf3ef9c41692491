/**
 * What every chart has: a title, one sentence that says what it shows, the table behind it, and the
 * picture and its numbers to take away.
 */
import { useRef, useState } from "preact/hooks";
import type { ComponentChildren, RefObject } from "preact";
import { fileSlug, saveText } from "../../state/save.ts";
import { dayText } from "../../language/numbers.ts";
import { Icon } from "../parts/icon.tsx";
import { PopOver } from "../parts/pop-over.tsx";
import { labelOf, useDesk, useWords } from "../words.ts";
import { savePng, saveSvg } from "./export.ts";
import { csvOf, textsOf } from "./models.ts";
import type { Table } from "./models.ts";

/** What a chart says and shows, wherever it stands. */
export type ChartProps = {
  readonly title: string;
  /** Of table, picture and file, where the title stands above more than one. */
  readonly longTitle?: string;
  readonly subtitle?: string;
  readonly finding: string;
  /** What else stands in the head. */
  readonly tools?: ComponentChildren;
  /** What lines and bands are, small, in the corner of the picture. */
  readonly note?: string;
  /** The same where it is longer than a corner is wide: over the picture. */
  readonly about?: string;
  /** What stands under a picture that is taken away: where its numbers are from. Left out: the live day's. */
  readonly source?: string;
  readonly table: () => Table;
  readonly children: (svg: RefObject<SVGSVGElement | null>) => ComponentChildren;
};

export function ChartCard(props: ChartProps & { readonly id: string }) {
  const {
    id,
    title,
    longTitle = title,
    subtitle,
    finding,
    tools,
    note,
    about,
    source,
    table,
    children,
  } = props;
  const { t } = useWords();
  const svg = useRef<SVGSVGElement>(null);
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="panel chart" aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {subtitle !== undefined && (
          <span class="quiet subtitle" title={subtitle}>
            {subtitle}
          </span>
        )}
        {tools}
        <button
          type="button"
          class="button bare small"
          aria-pressed={asTable}
          aria-label={`${t(asTable ? "chart.picture" : "chart.data")}: ${longTitle}`}
          title={t(asTable ? "chart.picture" : "chart.data")}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon name={asTable ? "chart" : "table"} />{" "}
          <span class="label">{t(asTable ? "chart.picture" : "chart.data")}</span>
        </button>
        <Download
          title={longTitle}
          note={note ?? about ?? null}
          source={source ?? null}
          svg={svg}
          table={table}
        />
      </header>
      <p class="finding" title={finding}>
        {finding}
      </p>
      <div class="chart-body">
        <div class={asTable ? "chart-picture behind" : "chart-picture"}>
          {note !== undefined && <p class="chart-note">{note}</p>}
          {about !== undefined && <p class="quiet hint">{about}</p>}
          {children(svg)}
        </div>
        {asTable && <DataTable title={longTitle} table={table()} />}
      </div>
    </section>
  );
}

function Download({
  title,
  note,
  source: given,
  svg,
  table,
}: {
  readonly title: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly table: () => Table;
}) {
  const desk = useDesk();
  const { t, language } = useWords();
  const welcome = desk.welcome.value;
  if (welcome === null) return null;
  const ofLiveDay = (): string =>
    t("chart.source", {
      names: welcome.scenarios.map(({ name }, index) => `${labelOf(index)}: ${name}`).join(", "),
      date: dayText(language, welcome.from, 0, "long"),
      seed: welcome.seed,
      version: welcome.version,
    });
  const source = given ?? ofLiveDay();
  const caption = { title, note, source };
  const choose = (close: () => void, what: () => void) => () => {
    what();
    close();
  };
  return (
    <PopOver
      align="end"
      buttonClass="button bare small"
      name={t("chart.downloadOf", { title })}
      label={<Icon name="download" />}
    >
      {(close) => (
        <div class="menu">
          <button
            type="button"
            class="button bare"
            onClick={choose(close, () => {
              if (svg.current !== null) saveSvg(svg.current, caption);
            })}
          >
            {t("chart.svg")}
          </button>
          <button
            type="button"
            class="button bare"
            onClick={choose(close, () => {
              if (svg.current !== null) void savePng(svg.current, caption);
            })}
          >
            {t("chart.png")}
          </button>
          <button
            type="button"
            class="button bare"
            onClick={choose(close, () => saveText(`${fileSlug(title)}.csv`, "text/csv", csvOf(table())))}
          >
            {t("chart.csv")}
          </button>
        </div>
      )}
    </PopOver>
  );
}

export function DataTable({ title, table }: { readonly title: string; readonly table: Table }) {
  const words = useWords();
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={title}>
      <table class="data">
        <caption class="hidden-text">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {textsOf(table, words).map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
