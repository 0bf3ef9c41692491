/** `npm run golden`: writes the hourly hashes anew, after a change of the model that was meant to change them. */
import { writeFileSync } from "node:fs";
import { GOLDEN_CASES, GOLDEN_FILE, loadCase, nameOf } from "./cases.ts";
import { hourlyHashes } from "./hourly.ts";

const hashes = Object.fromEntries(GOLDEN_CASES.map((one) => [nameOf(one), hourlyHashes(loadCase(one))]));
writeFileSync(GOLDEN_FILE, `${JSON.stringify(hashes, null, 2)}\n`);
process.stdout.write(`${GOLDEN_CASES.length} runs written; \`git diff\` shows the hours that changed\n`);
