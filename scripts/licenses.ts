// `npm run licenses`: writes THIRD-PARTY-LICENSES.md from the lock file.
import { readFileSync, writeFileSync } from "node:fs";
import type { Lock } from "./license-list.ts";
import { renderLicenses, runtimePackages } from "./license-list.ts";

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as Lock;
writeFileSync(new URL("../THIRD-PARTY-LICENSES.md", import.meta.url), renderLicenses(runtimePackages(lock)));
