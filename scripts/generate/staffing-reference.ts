/** The reference page of question files, its table from the one schema. */
import { staffingSchema } from "../../shared/staffing/schema.ts";
import { table } from "./reference.ts";
import { treeOf } from "./schema-tree.ts";

export const staffingReference = (): string => `# Question files

<!-- Written by \`npm run generate\` from the schema; do not edit. -->

A YAML file that says what is promised of a day at a port, and how the officers work who keep it. \`cruce optimize FILE\` finds their shifts; every field is an [option of the command](command-line.md#options) too, and an option goes before the file.

\`\`\`yaml
# yaml-language-server: $schema=../staffing.schema.json
cruce: 1
optimize: ../laredo-world-trade-bridge.yaml
promise:
  - 95 % of fast under 40 min
  - all under 75 min
shifts: 8 h, 6 h
\`\`\`

## The file

${table(treeOf(staffingSchema))}

## Promises

| written | means |
|---|---|
| \`95 % of fast under 40 min\` | of all FAST vehicles that arrive on the day at least 95 % reach primary within 40 minutes of joining the line |
| \`all under 75 min\` | every vehicle does within 75 minutes |
| \`waitP95 of fast < 40 min\`, \`waitMax < 75 min\` | the same, as conditions on a percentile of the wait |
| \`95 % of all at secondary.bay under 30 min\`, \`stageWaitP95 at secondary.bay < 30 min\` | of all vehicles that come to that post at least 95 % are called there within 30 minutes of joining its line |

A class is \`all\`, \`fast\`, \`general\`, or a flow such as \`laden\`. Who goes away unserved counts as one who waited too long. A day keeps a promise of whom nobody came. Where a pool of officers mans primary and other posts, something is promised of each of these.

## Shifts and breaks

\`20 of 8 h, 4 of 6 h\`: at most 20 officers work eight hours and four work six. Shifts begin in steps of \`startsEvery\` from opening on; one more begins so that it ends at closing. Where the port never closes they go over midnight. \`30 min between 3 h and 5 h\`: everybody leaves the booth for half an hour that begins and ends within the fourth and fifth hour of the shift; a shift that is over before has none, and a break that no shift can have is refused. Lengths, steps, breaks and opening hours must have a step of 5 minutes or more in common.
`;
