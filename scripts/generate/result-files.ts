/** The reference page of the files of results: their columns, as they are written. */
import { files as texts } from "../../shared/messages/en/files.ts";
import { SWEEP_TABLES, TABLES, TABLE_NAMES } from "../../server/report/tables/columns.ts";
import type { Column, ColumnType } from "../../server/report/tables/columns.ts";

const PARQUET: Readonly<Record<ColumnType, string>> = {
  text: "text",
  whole: "int 32",
  long: "int 64",
  number: "double",
  yesNo: "boolean",
};

const meanings: Readonly<Record<string, string>> = texts.columns;

const unitOf = ({ unit }: Column): string => (unit === null ? "" : unit === "asUnit" ? "`unit`" : unit);

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, -1)
    .map((name) => `\`${name}\``)
    .join(", ")} and \`${names.at(-1)}\``;

function sectionOf(table: (typeof TABLE_NAMES)[number]): string {
  const rows = TABLES[table].map(
    (column) =>
      `| \`${column.name}\` | ${PARQUET[column.type]}${column.isNullable ? ", may be empty" : ""} | ${unitOf(column)} | ${meanings[column.name]} |`,
  );
  return `## \`${table}\`

${texts.tables[table]}

| column | type | unit | meaning |
|---|---|---|---|
${rows.join("\n")}`;
}

export const resultFilesReference = (): string => `# Files of results

<!-- Written by \`npm run generate\`; do not edit. -->

\`cruce run … --out FOLDER\` and \`cruce compare … --out FOLDER\` write these tables as CSV, Parquet or both (\`--format\`), and \`metadata.json\` beside them. \`differences\` comes with \`compare\` only, \`visits\` with \`--with-visits\` only. \`cruce sweep … --out FOLDER\` writes ${listed(SWEEP_TABLES)} instead. What metrics and statistics mean stands in [metrics](metrics.md), how to ask for the files in [command line](command-line.md#files-of-results).

${TABLE_NAMES.map(sectionOf).join("\n\n")}

## \`metadata.json\`

| field | meaning |
|---|---|
| \`cruce\`, \`drawScheme\` | version of the program, and of the way random numbers are drawn |
| \`command\` | the command line that makes the same again |
| \`seed\`, \`replications\`, \`antithetic\` (where it is true), \`interrupted\` | as in the JSON of the results; of a sweep, seed and replications stand in \`sweeps\` |
| \`sweeps\` | with \`sweep\` only: of each scenario its seed, replications of a point, design, points in all, and the settings with their paths |
| \`scenarios\` | name as in the rows; each file it was read from with the SHA-256 of its text; time zone, first day, counted days and days of warm-up |
| \`files\` | each file: what it is, rows, size in bytes, SHA-256 of its content, format, and of each column the meaning, type, unit and whether it may be empty |
| \`metrics\`, \`statistics\` | what the words in the columns \`metric\` and \`statistic\` mean |

Texts are in the language of the command; names of columns and of values are the same in all of them.

## Whole or not

\`metadata.json\` takes its name last, when all that it lists is on the disk under its own: **a folder without it has no whole results**, whatever tables stand there, and a file that it does not list is not of its run. Bytes and SHA-256 tell whether a file is the one that was written, after copying it too:

\`\`\`sh
cd results && jq -r '.files[] | .sha256 + "  " + .file' metadata.json | sha256sum --check
\`\`\`

A command that is killed leaves files as \`estimates.csv.….part\`; if that happens just while they take their names, some tables have theirs and \`metadata.json\` has not. The next command with the same \`--out\` removes both and says so on stderr. Tables without \`metadata.json\` of which it cannot know that (another program wrote them, or the disk knows no second name of a file) are never removed: the command ends with code 2 and names one.
`;
