/** Two small tables with their metadata. */
import { PLAIN_CSV } from "../../server/report/tables/csv-file.ts";
import { ResultFiles } from "../../server/report/tables/result-files.ts";

export const RESULTS = ["frontier.csv", "metadata.json", "points.csv"];

/** Of a scenario of this name; tells what was removed of a command that was killed. */
export async function writeResults(folder: string, scenario: string): Promise<readonly string[]> {
  const tables = ["points", "frontier"] as const;
  const files = new ResultFiles({ folder, format: "csv", csv: PLAIN_CSV, tables, about: {} });
  const dropped: string[] = [];
  try {
    await files.open((names) => void dropped.push(...names));
    await files.add("points", [[scenario, 1, 0.25, 0]]);
    await files.add("frontier", [[scenario, 1, "staffHours", "waitP95", "on", null]]);
    await files.finish((written) => ({ scenario, files: written }));
  } finally {
    await files.close();
  }
  return dropped;
}
