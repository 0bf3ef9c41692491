/**
 * A report as one page that needs nothing else: the charts' script, their data and the style stand in it. It may
 * run that script alone, which its policy names by its hash, and ask nobody for anything.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ReportData } from "../../../shared/report.ts";
import { Markup, markup } from "./markup.ts";

/** Where the page's build puts it. */
const BUNDLE = new URL("../../../dist/client/report/", import.meta.url);

export type Bundle = { readonly script: string; readonly style: string };

/** Throws where the page has not been built. */
export const reportBundle = (): Bundle => ({
  script: readFileSync(new URL("report.js", BUNDLE), "utf8"),
  style: readFileSync(new URL("report.css", BUNDLE), "utf8"),
});

export function wholePage(title: string, body: Markup, data: ReportData, bundle: Bundle): string {
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
  markup`<html lang="${data.language}">
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
