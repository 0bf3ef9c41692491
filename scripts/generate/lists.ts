/** The reference pages of metrics and of problems. */
import { metrics as texts } from "../../shared/messages/en/metrics.ts";
import { problems } from "../../shared/messages/en/problems.ts";
import { METRICS, METRIC_IDS, STATISTICS, unitOf } from "../../shared/metrics.ts";

const NOTE = "<!-- Written by `npm run generate`; do not edit. -->";

export function metricsReference(): string {
  const rows = METRIC_IDS.map((id) => {
    const { unit, statistics, dimensions, better } = METRICS[id];
    const { title, definition } = texts.metrics[id];
    const by = dimensions.length === 0 ? "" : dimensions.join(", ");
    return `| \`${id}\` | ${title}. ${definition} | ${unit} | ${statistics.map((name) => `\`${name}\``).join(", ")} | ${by} | ${better} |`;
  });
  return `# Metrics

${NOTE}

By-hour figures are by clock hour of joining the line, or of arriving for what never joined. Counted vehicles are followed until all have left; those still inside at the limit are counted as unfinished.

| metric | what it is | unit | statistics | by | better |
|---|---|---|---|---|---|
${rows.join("\n")}

Vehicles in both, only in the baseline and only in this scenario exist between two scenarios alone.

## Statistics

| statistic | what it is | unit |
|---|---|---|
${STATISTICS.map((name) => `| \`${name}\` | ${texts.statistics[name].title} | ${unitOf("wait", name) === METRICS.wait.unit ? "of the metric" : unitOf("wait", name)} |`).join("\n")}
`;
}

export function problemsReference(): string {
  const rows = Object.entries(problems.codes).map(([code, text]) => {
    const { expected, advice } = text as { readonly expected: string; readonly advice: string };
    return `| ${code} | ${plain(expected)} | ${plain(advice)} |`;
  });
  return `# Problems

${NOTE}

What can be wrong with a scenario or a sweep. 1xx: the file and its YAML; 2xx: values; 3xx: what the values mean together; 4xx: warnings; 5xx: lists of arrivals; 6xx: sweeps.

| code | expected | what to do |
|---|---|---|
${rows.join("\n")}
`;
}

/** Parameters as ellipses; references to terms by their parameter alone. */
const plain = (text: string): string =>
  text
    .replace(/\$t\([^)]*\)/g, "…")
    .replace(/\{\{\w+\}\}/g, "…")
    .replaceAll("|", "\\|");
