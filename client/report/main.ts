/** The script of a report: draws its charts from the data that stands in the page. It asks nobody for anything. */
import { drawFrontier } from "../charts/frontier.ts";
import { drawHourBars } from "../charts/hour-bars.ts";
import { drawInterval } from "../charts/interval.ts";
import { drawLineNames } from "../charts/line-names.ts";
import { drawSplitBars } from "../charts/split-bars.ts";
import { drawStaffingBars } from "../charts/staffing-bars.ts";
import { drawTimeChart } from "../charts/time-chart.ts";
import type { TimeChartModel } from "../charts/time-model.ts";
import { drawTornado } from "../charts/tornado.ts";
import { drawWarmUp } from "../charts/warm-up.ts";
import { clockText, decimal, signed, waitNumber, waitText } from "../language/numbers.ts";
import type { ReportChart, ReportData } from "../../shared/report.ts";
import type { Language } from "../../shared/vocabulary.ts";
import "./report.css";

const COURSE_HEIGHT = 230;
const WARM_UP_HEIGHT = 340;
const FRONTIER_HEIGHT = 360;
const HOURS_HEIGHT = 200;
const BAR_HEIGHT = 40;
/** Of a tornado: each setting with its name, and the axis under them. */
const SETTING_HEIGHT = 46;
const AXIS_HEIGHT = 26;
/** Of officers by the time of the day: each post with its name and booths. */
const POST_HEIGHT = 130;
const INTERVAL = { width: 150, height: 18 };
/** What a sheet of paper takes between its margins: A4 and Letter alike. */
const PAPER_WIDTH = 660;

function draw(svg: SVGSVGElement, chart: ReportChart, language: Language, width: number): void {
  switch (chart.kind) {
    case "course":
      return drawCourse(svg, chart, language, width);
    case "parts":
      return drawParts(svg, chart, language, width);
    case "warmUp":
      return drawWarmUp(svg, {
        ...chart,
        width,
        height: WARM_UP_HEIGHT,
        tickText: (value, digits) => decimal(language, value, digits),
      });
    case "tornado":
      return drawTornado(svg, {
        ...chart,
        width,
        height: chart.bars.length * SETTING_HEIGHT + AXIS_HEIGHT,
        tickText: (value, digits) => signed(language, value, digits),
      });
    case "frontier":
      return drawFrontier(svg, {
        ...chart,
        width,
        height: FRONTIER_HEIGHT,
        current: null,
        isNumbered: true,
        tickText: (value, digits) => decimal(language, value, digits),
      });
    case "staffing":
      return drawStaffingBars(svg, {
        ...chart,
        width,
        height: chart.posts.length * POST_HEIGHT + AXIS_HEIGHT,
        clockText,
      });
    case "hours":
      return drawHourBars(svg, {
        ...chart,
        width,
        height: HOURS_HEIGHT,
        current: null,
        tickText: (value) => decimal(language, value),
      });
    case "interval":
      return drawInterval(svg, { ...INTERVAL, most: chart.most, marks: [chart] });
    default:
      return chart satisfies never;
  }
}

function drawCourse(
  svg: SVGSVGElement,
  { title, what, fromMs, untilMs, bins, series }: Extract<ReportChart, { kind: "course" }>,
  language: Language,
  width: number,
): void {
  const text = (value: number): string =>
    what === "wait" ? waitText(language, value) : decimal(language, value);
  const model: TimeChartModel = {
    width,
    height: COURSE_HEIGHT,
    title,
    bins,
    fromMs,
    untilMs,
    // All of it is past: nothing ends at the present.
    nowMs: Infinity,
    hoverMs: null,
    fan: null,
    series: series.map(({ label, median, low, high }) => ({
      label,
      values: median,
      now: null,
      band: { low, high },
    })),
    valueText: text,
    tickText: (value) => decimal(language, value),
    clockText,
  };
  drawTimeChart(svg, model);
  drawLineNames(svg, model);
}

function drawParts(
  svg: SVGSVGElement,
  { title, rows }: Extract<ReportChart, { kind: "parts" }>,
  language: Language,
  width: number,
): void {
  const total = (minutes: readonly number[]): number => minutes.reduce((sum, each) => sum + each, 0);
  drawSplitBars(svg, {
    width,
    height: rows.length * BAR_HEIGHT,
    title,
    rows: rows.map(({ label, parts }) => ({
      label,
      total: waitText(language, total(parts.map(({ minutes }) => minutes))),
      parts: parts.map(({ name, shade, minutes }) => {
        const value = waitNumber(language, minutes);
        return { minutes, shade, hint: `${name}: ${value}`, texts: [`${name} ${value}`, value] };
      }),
    })),
  });
}

const data = JSON.parse(document.querySelector("#report-data")?.textContent ?? "") as ReportData;

/** At the width there is, or at that of the paper. */
function drawAll(paper: boolean): void {
  for (const [id, chart] of Object.entries(data.charts)) {
    const svg = document.querySelector<SVGSVGElement>(`svg#${id}`);
    if (svg === null) continue;
    const width = paper ? PAPER_WIDTH : Math.max(300, svg.parentElement?.clientWidth ?? 0);
    draw(svg, chart, data.language, width);
  }
}

drawAll(matchMedia("print").matches);
addEventListener("resize", () => drawAll(false));
addEventListener("beforeprint", () => drawAll(true));
addEventListener("afterprint", () => drawAll(false));
