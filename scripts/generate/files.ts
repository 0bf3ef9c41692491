/** Every generated file and what makes it. */
import { scenarioJsonSchema } from "./json-schema.ts";
import { metricsReference, problemsReference } from "./lists.ts";
import { scenarioReference } from "./reference.ts";

export type GeneratedFile = { readonly file: string; readonly make: () => string };

export const GENERATED: readonly GeneratedFile[] = [
  { file: "scenarios/scenario.schema.json", make: scenarioJsonSchema },
  { file: "docs/reference/scenario.md", make: scenarioReference },
  { file: "docs/reference/metrics.md", make: metricsReference },
  { file: "docs/reference/problems.md", make: problemsReference },
];
