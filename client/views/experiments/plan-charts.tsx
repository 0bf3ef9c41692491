/** A plan in pictures: officers at the booths by time of the day, and what one more of them is worth in each hour. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { StaffingResult } from "../../../shared/staffing/result.ts";
import { drawHourBars } from "../../charts/hour-bars.ts";
import type { HourBarsModel } from "../../charts/hour-bars.ts";
import { drawStaffingBars } from "../../charts/staffing-bars.ts";
import type { StaffingBarsModel } from "../../charts/staffing-bars.ts";
import { clockText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { useSize } from "../parts/use-size.ts";
import { bestPost, hourBars, postsOf } from "../worth/said.ts";
import { labelOf, useWords } from "../words.ts";
import { barsFinding, barsTable, hoursTable, staffedPosts, worthFinding } from "./staffing-tables.ts";

type Props = {
  readonly result: StaffingResult;
  /** Of the scenario in the session. */
  readonly place: number;
  readonly source: string;
};

export function PlanBarsCard({ result, place, source }: Props) {
  const words = useWords();
  const { t } = words;
  const label = labelOf(place);
  const title = t("experiments.optimize.bars.title");
  const model = {
    title,
    series: place,
    fromMs: result.grid.fromMs,
    slotMs: result.grid.slotMs,
    posts: staffedPosts(words, result),
    clockText,
  };
  return (
    <ChartCard
      id="chart-plan"
      title={title}
      finding={barsFinding(words, result, label)}
      note={t("experiments.optimize.bars.note", { label })}
      source={source}
      table={() => barsTable(words, result, label)}
    >
      {(svg) => (
        <Sized
          name="staffing-bars"
          title={title}
          svg={svg}
          draw={(host, size) => drawStaffingBars(host, { ...model, ...size } satisfies StaffingBarsModel)}
        />
      )}
    </ChartCard>
  );
}

export function PlanWorthCard({ result, place, source }: Props) {
  const words = useWords();
  const { t } = words;
  const [chosen, setChosen] = useState<string | null>(null);
  const hours = result.answer?.worth ?? [];
  if (hours.length === 0) return null;
  const posts = postsOf({ hours });
  const post = posts.find((name) => name === chosen) ?? bestPost({ hours });
  const title = t("experiments.optimize.worth.title");
  const model = {
    title,
    series: place,
    bars: hourBars(hours.filter((hour) => hour.post === post)),
    current: null,
    tickText: (value: number) => words.decimal(value),
  };
  const choice = (
    <select
      class="select small"
      aria-label={t("worth.post")}
      value={post ?? ""}
      onChange={(event) => setChosen(event.currentTarget.value)}
    >
      {posts.map((name) => (
        <option key={name} value={name} selected={name === post}>
          {postName(t, name)}
        </option>
      ))}
    </select>
  );
  return (
    <ChartCard
      id="chart-plan-worth"
      title={title}
      finding={worthFinding(words, hours)}
      note={t("experiments.optimize.worth.note")}
      source={source}
      {...(posts.length > 1 && { tools: choice })}
      table={() => hoursTable(words, hours)}
    >
      {(svg) => (
        <Sized
          name="hour-bars"
          title={title}
          svg={svg}
          draw={(host, size) => drawHourBars(host, { ...model, ...size } satisfies HourBarsModel)}
        />
      )}
    </ChartCard>
  );
}

type SizedProps = {
  readonly name: string;
  readonly title: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly draw: (host: SVGSVGElement, size: { readonly width: number; readonly height: number }) => void;
};

function Sized({ name, title, svg, draw }: SizedProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  useEffect(() => {
    if (svg.current !== null && width > 0 && height > 0) draw(svg.current, { width, height });
  });
  return (
    <div ref={box} class="picture-box">
      <svg ref={svg} class={name} role="img" aria-label={title} width={width} height={height} />
    </div>
  );
}
