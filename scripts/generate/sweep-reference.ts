/** The reference page of sweep files, its table from the one schema. */
import { MOST_FACTORS, MOST_POINTS, sweepSchema } from "../../shared/sweep/schema.ts";
import { table } from "./reference.ts";
import { treeOf } from "./schema-tree.ts";

export const sweepReference = (): string => `# Sweep files

<!-- Written by \`npm run generate\` from the schema; do not edit. -->

A YAML file that says which settings of a scenario vary, and how. \`cruce sweep FILE\` runs it; every field is an [option of the command](command-line.md#sweeps) too, and an option goes before the file.

\`\`\`yaml
# yaml-language-server: $schema=../sweep.schema.json
cruce: 1
sweep: ../laredo-world-trade-bridge.yaml
vary:
  northbound.demand.trucks: 6000 /day to 10000 /day in 5
  northbound.staffing.primary.general: + 0, + 1
\`\`\`

## The file

${table(treeOf(sweepSchema), ["vary"])}

\`vary\` is required: 1 to ${MOST_FACTORS} settings, each with its values. A sweep has ${MOST_POINTS} points at the most.

## Settings

A setting is named by its path in the [scenario file](scenario.md), with what the file extends: \`northbound.stages.primary.booths.general\`, \`costs.officerHour\`, \`changes[0].for\`. A key with a space or a dot may stand in brackets and quotes: \`northbound.stages.primary.service["fast empty"]\`. A setting that the file leaves out can be varied too, as \`northbound.demand.factor\`.

Settings that go together are written with commas between their paths, and take the same values: \`northbound.stages.primary.booths.general, northbound.staffing.primary.general: + 0, + 1\` builds a booth and staffs it.

## Values

| written | means |
|---|---|
| \`8, 11, 14\`; \`clear the queue, turn it away\` | these values, as a scenario file would have them; in YAML also a list: \`[8, 11, 14]\` |
| \`6000 /day to 10000 /day in 5\` | a range, and how many values at even distances a grid takes from it; the other designs take any value, so that \`in 5\` may be left out |
| \`× 0.8, × 1, × 1.2\`; \`× 0.8 to × 1.2 in 5\` | what the scenario says times this (\`x\` for \`×\` does as well): a number, a quantity, the durations of a service time, or each of a table of them |
| \`+ 0, + 1, + 2\`; \`"- 1 to + 2 in 4"\` | what the scenario says and so much more, in its unit: \`+ 10 s\`, \`+ 500 /day\`. In YAML what begins with \`-\` needs quotes |

On a staffing table × and + change the officers at each time, or of each shift, and nothing else: officers stay whole numbers, and where the plan has nobody nobody is added. Where only whole numbers make sense, the designs latin and morris take whole numbers from a range.

Each point is checked as a scenario file is, so that a wrong unit or too few booths for the officers are told in the ordinary words, with the values of the point.

## Designs

| design | points |
|---|---|
| \`grid\` | every combination of the values |
| \`latin\` | a Latin hypercube: each range is cut into as many parts as there are points, and each part is met once (McKay, Beckman and Conover 1979); of a list each value is met equally often, and again and again where there are more points than values, which is said |
| \`morris\` | trajectories through a grid of four levels in which one setting at a time takes a step of two thirds of its range (Morris 1991); ranges only |

Points of latin and morris are drawn by the seed: the same seed gives the same points.
`;
