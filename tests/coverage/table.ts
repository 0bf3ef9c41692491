/** The tables of coverage in docs/explanation/validation.md; `npm run prove -- coverage` makes them. */
import { readFileSync, writeFileSync } from "node:fs";
import { WorkerPool } from "../../server/run/pool.ts";
import type { JobRequest } from "../../server/run/pool-messages.ts";
import { formatFigure } from "../../shared/figure-name.ts";
import { unitOf } from "../../shared/metrics.ts";
import { countOutcomes, wilson } from "./count.ts";
import type { Counted, ModelCounts } from "./count.ts";
import { BLOCK, SIZES } from "./experiments.ts";
import type { Block } from "./experiments.ts";
import { MODELS } from "./models.ts";
import type { CoverageModel, Question, Rule } from "./models.ts";

const BEGIN = "<!-- coverage: begin -->";
const END = "<!-- coverage: end -->";

/** Repeats so many experiments of each model, whole blocks of them; a table, into a file where one is given. */
export async function proveCoverage(
  experiments: number,
  file: string | null,
  print: (line: string) => void,
): Promise<void> {
  const put = file === null ? print : between(file);
  const pool = new WorkerPool<JobRequest, Block>({ script: new URL("./worker.ts", import.meta.url) });
  try {
    const blocks = Math.ceil(experiments / BLOCK);
    const counts = await Promise.all(MODELS.map((model) => countModel(pool, model, blocks)));
    put(coverageTables(counts));
  } finally {
    await pool.close();
  }
}

export const coverageTables = (counts: readonly ModelCounts[]): string =>
  [...fixedTable(counts), "", ...sequentialTable(counts)].join("\n");

/** The same for any number of threads: experiments are numbered, and only counted. */
async function countModel(
  pool: WorkerPool<JobRequest, Block>,
  model: CoverageModel,
  count: number,
): Promise<ModelCounts> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Block[]>();
  const blocks: Block[] = [];
  pool.start({ names: [model.name], seed: 1 }, [...Array(count).keys()], {
    onResult: (block) => {
      blocks.push(block);
      if (blocks.length === count) resolve(blocks);
    },
    onFailed: reject,
  });
  const outcomes = (await promise).flatMap((block) => block.outcomes);
  return countOutcomes(model, outcomes);
}

function fixedTable(counts: readonly ModelCounts[]): readonly string[] {
  return [
    `| day | figure | expected | ${SIZES.map((size) => `${size} days`).join(" | ")} |`,
    `|---|---|---|${"---|".repeat(SIZES.length)}`,
    ...counts.flatMap(({ model, held }) =>
      model.questions.map(
        (question, i) => `| ${model.name} | ${nameOf(question)} | ${held[i]!.map(shown).join(" | ")} |`,
      ),
    ),
  ];
}

function sequentialTable(counts: readonly ModelCounts[]): readonly string[] {
  return [
    "| day | stops when known | days on average | reached | held |",
    "|---|---|---|---|---|",
    ...counts.flatMap(({ model, stopped }) =>
      model.sequential.map((rule, i) => {
        const { days, reached, of } = stopped[i]!;
        const [figure] = nameOf(rule.of).split(" | ");
        return `| ${model.name} | ${figure} ${asked(rule)} | ${days.toFixed(0)} | ${percent(reached / of)} | ${shown(stopped[i]!)} |`;
      }),
    ),
  ];
}

/** What it is, and its exact value. */
function nameOf({ figure, exact, differs }: Question): string {
  const unit = unitOf(figure.metric, figure.statistic);
  const what = `${differs === true ? "difference of " : ""}\`${formatFigure(figure)}\``;
  return `${what} | ${exact}${unit === "vehicles" ? "" : ` ${unit}`}`;
}

const asked = ({ within, most }: Rule): string =>
  `within ${within.kind === "relative" ? `${100 * within.half} %` : `${within.half} min`}, at most ${most} days`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** "1886 of 2000, 94.3 % (93.2 to 95.2)". */
function shown(counted: Counted): string {
  const { low, high } = wilson(counted);
  const bound = (share: number): string => (100 * share).toFixed(1);
  return `${counted.held} of ${counted.of}, ${percent(counted.held / counted.of)} (${bound(low)} to ${bound(high)})`;
}

/** The file, looked at before anything runs: a long run should not end in a missing mark. */
function between(file: string): (table: string) => void {
  const text = readFileSync(file, "utf8");
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`${file} has no lines ${BEGIN} and ${END}`);
  return (table) => writeFileSync(file, `${text.slice(0, begin)}${BEGIN}\n\n${table}\n\n${text.slice(end)}`);
}
