/**
 * A report as one page that needs nothing else: the charts' script, their data and the style stand in it. It may
 * run that script alone, which its policy names by its hash, and ask nobody for anything.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { EstimateRow } from "../../../shared/estimate.ts";
import { causesChart, courseCharts, gainsTable } from "./charts.ts";
import type { Charts } from "./charts.ts";
import type { ReportInput } from "./input.ts";
import { Markup, markup } from "./markup.ts";
import { warmUpSection } from "./warm-up.ts";
import {
  againSection,
  answerSection,
  figuresSection,
  groundsSections,
  meaningSection,
  onlyInOne,
  questionSection,
} from "./sections.ts";

/** Where the page's build puts it. */
const BUNDLE = new URL("../../../dist/client/report/", import.meta.url);

export type Bundle = { readonly script: string; readonly style: string };

/** Throws where the page has not been built. */
export const reportBundle = (): Bundle => ({
  script: readFileSync(new URL("report.js", BUNDLE), "utf8"),
  style: readFileSync(new URL("report.css", BUNDLE), "utf8"),
});

/** `keys` are the lines of the table of figures. */
export function renderReport(input: ReportInput, keys: readonly EstimateRow[], bundle: Bundle): string {
  const { language, report } = input.speech;
  const charts: Charts = {};
  const gains = input.isCompared
    ? input.names.slice(1).flatMap((_, i) => [gainsTable(input, i + 1, charts), onlyInOne(input, i + 1)])
    : [];
  const body = markup`<main>
<header><p class="kicker">${report.kicker}</p>
<h1>${input.names.map((name, i) => markup`<span>${name}${i < input.names.length - 1 ? " ·" : ""}</span> `)}</h1></header>
${questionSection(input)}
${answerSection(input)}
${meaningSection(input)}
<section><h2>${report.charts.title}</h2>
${courseCharts(input, charts)}
${causesChart(input, charts)}</section>
${warmUpSection(input, charts)}
${gains.every((part) => part === null) ? null : markup`<section><h2>${report.gains.title}</h2><p class="note">${report.gains.note}</p>${gains}</section>`}
${figuresSection(input, keys)}
${groundsSections(input)}
${againSection(input)}
</main>`;
  return wholePage(language, input.names.join(" · "), body, { language, charts }, bundle);
}

function wholePage(language: string, title: string, body: Markup, data: object, bundle: Bundle): string {
  // Neither may end the element that it stands in.
  const script = bundle.script.replaceAll("</script", String.raw`<\/script`);
  const json = JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(bundle.style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
${
  markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title} – Cruce</title>
<style>${new Markup(bundle.style)}</style>
</head>
<body>
${body}
<script type="application/json" id="report-data">${new Markup(json)}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`.html
}`;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
