/** Models with known answers, all of them, in the order of reports. */
import type { Case } from "./case.ts";
import { DAYS } from "./cases/days.ts";
import { EXACT } from "./cases/exact.ts";
import { NETWORKS } from "./cases/networks.ts";
import { STATIONARY } from "./cases/stationary.ts";

export const CASES: readonly Case[] = [...STATIONARY, ...NETWORKS, ...DAYS, ...EXACT];
