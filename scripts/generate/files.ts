/** Every generated file and what makes it. */
import { scenarioJsonSchema, staffingJsonSchema, sweepJsonSchema } from "./json-schema.ts";
import { metricsReference, problemsReference } from "./lists.ts";
import { resultFilesReference } from "./result-files.ts";
import { scenarioReference } from "./reference.ts";
import { staffingReference } from "./staffing-reference.ts";
import { sweepReference } from "./sweep-reference.ts";

export type GeneratedFile = { readonly file: string; readonly make: () => string };

export const GENERATED: readonly GeneratedFile[] = [
  { file: "scenarios/scenario.schema.json", make: scenarioJsonSchema },
  { file: "docs/reference/scenario.md", make: scenarioReference },
  { file: "scenarios/sweep.schema.json", make: sweepJsonSchema },
  { file: "docs/reference/sweep.md", make: sweepReference },
  { file: "scenarios/staffing.schema.json", make: staffingJsonSchema },
  { file: "docs/reference/staffing-question.md", make: staffingReference },
  { file: "docs/reference/metrics.md", make: metricsReference },
  { file: "docs/reference/problems.md", make: problemsReference },
  { file: "docs/reference/result-files.md", make: resultFilesReference },
];
