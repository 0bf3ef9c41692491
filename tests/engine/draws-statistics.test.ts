/**
 * How random addressed draws are: along every word of the address, between words, and between days. The same checks for
 * the engine's mix and for the cipher; generators with a known fault show that each check can fail. Nothing here is left
 * to chance: the addresses are fixed, and so is what is found at them. `npm run prove -- draws --full` takes up to 2^26.
 */
import { CHECKS } from "./draws/checks.ts";
import { testCheck } from "./draws/test-check.ts";

for (const check of CHECKS) testCheck(check);
