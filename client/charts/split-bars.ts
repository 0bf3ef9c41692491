/**
 * Where the time goes: one stacked bar a scenario, mean minutes a truck in parts, on one scale. Pure.
 */
import { scaleLinear, select } from "d3";

export type SplitBarsModel = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly total: string;
    readonly parts: readonly SplitPart[];
  }[];
};

type SplitPart = {
  readonly minutes: number;
  /** The same for a part in all rows. */
  readonly shade: number;
  /** What pointing at it tells. */
  readonly hint: string;
  /** What may stand in it: the first that fits. */
  readonly texts: readonly string[];
};

const LEFT = 22;
const RIGHT = 58;
/** Width that a letter takes at most, on the average of a text. */
const LETTER = 7;

export function drawSplitBars(host: SVGSVGElement, model: SplitBarsModel): void {
  const totals = model.rows.map(({ parts }) => parts.reduce((sum, { minutes }) => sum + minutes, 0));
  const x = scaleLinear([0, Math.max(1, ...totals)], [0, model.width - LEFT - RIGHT]);
  const step = model.height / Math.max(1, model.rows.length);
  const thickness = Math.min(26, step - 8);
  const svg = select(host)
    .attr("viewBox", `0 0 ${model.width} ${model.height}`)
    .attr("aria-label", model.title);
  const rows = svg
    .selectAll<SVGGElement, unknown>("g.row")
    .data(model.rows)
    .join("g")
    .attr("class", "row")
    .attr("transform", (_, r) => `translate(${LEFT} ${r * step + (step - thickness) / 2})`);
  rows
    .selectAll("text.name")
    .data(({ label }, r) => [{ label, r }])
    .join("text")
    .attr("class", ({ r }) => `name series-${r}`)
    .attr("x", -LEFT + 4)
    .attr("y", thickness / 2)
    .attr("dy", "0.34em")
    .text(({ label }) => label);
  const parts = ({ parts: own }: SplitBarsModel["rows"][number]) => {
    let from = 0;
    return own.map((part) => {
      const placed = { ...part, from };
      from += part.minutes;
      return placed;
    });
  };
  rows
    .selectAll("rect")
    .data(parts)
    .join("rect")
    .attr("class", ({ shade }) => `shade-${shade}`)
    .attr("x", ({ from }) => x(from))
    .attr("width", ({ minutes }) => Math.max(0, x(minutes) - 1))
    .attr("height", thickness)
    .selectAll("title")
    .data(({ hint }) => [hint])
    .join("title")
    .text((hint) => hint);
  rows
    .selectAll("text.part")
    .data((row) =>
      parts(row).flatMap((part) => {
        const text = part.texts.find(({ length }) => x(part.minutes) > length * LETTER + 6);
        return text === undefined ? [] : [{ ...part, text }];
      }),
    )
    .join("text")
    .attr("class", ({ shade }) => `part on-shade-${shade}`)
    .attr("x", ({ from }) => x(from) + 5)
    .attr("y", thickness / 2)
    .attr("dy", "0.34em")
    .text(({ text }) => text);
  rows
    .selectAll("text.total")
    .data((row, r) => [{ text: row.total, at: x(totals[r]) }])
    .join("text")
    .attr("class", "total")
    .attr("x", ({ at }) => at + 7)
    .attr("y", thickness / 2)
    .attr("dy", "0.34em")
    .text(({ text }) => text);
}
