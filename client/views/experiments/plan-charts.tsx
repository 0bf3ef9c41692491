/** A plan in pictures: officers at the booths by time of the day, and what one more of them is worth in each hour. */
import { useState } from "preact/hooks";
import type { StaffingResult } from "../../../shared/staffing/result.ts";
import { drawHourBars } from "../../charts/hour-bars.ts";
import { drawStaffingBars } from "../../charts/staffing-bars.ts";
import { clockText, dayText } from "../../language/numbers.ts";
import { postName } from "../../language/names.ts";
import { ChartCard } from "../charts/chart-card.tsx";
import { Picture } from "../charts/picture.tsx";
import { bestPost, hourBars, postsOf, worthTable } from "../worth/said.ts";
import { labelOf, useWords } from "../words.ts";
import { barsFinding, barsTable, planWorthFinding, staffedPosts } from "./staffing-tables.ts";

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
      subtitle={dayText(words.language, result.date, 0)}
      finding={barsFinding(words, result, label)}
      note={t("experiments.optimize.bars.note", { label })}
      source={source}
      table={() => barsTable(words, result, label)}
    >
      {(svg) => (
        <Picture
          name="staffing-bars"
          title={title}
          svg={svg}
          draw={(host, size) => drawStaffingBars(host, { ...model, ...size })}
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
      finding={planWorthFinding(words, hours)}
      about={t("experiments.optimize.worth.note")}
      source={source}
      {...(posts.length > 1 && { tools: choice })}
      table={() => worthTable(words, { hours })}
    >
      {(svg) => (
        <Picture
          name="hour-bars"
          title={title}
          svg={svg}
          draw={(host, size) => drawHourBars(host, { ...model, ...size })}
        />
      )}
    </ChartCard>
  );
}
