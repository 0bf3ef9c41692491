/** What scenarios that are run side by side must have in common, and how they are told apart. */
import type { LoadedScenario } from "../../shared/scenario/loaded.ts";
import { PairingError } from "../analysis/paired.ts";
import { vehicleIdentity } from "../measure/identity.ts";
import type { PortPlan } from "../port/plan.ts";
import { planScenario } from "./plan-scenario.ts";

/** Before anything is run: all scenarios must be about the same vehicles. Their plans; throws a PairingError. */
export function planAlike(scenarios: readonly LoadedScenario[]): readonly PortPlan[] {
  const plans = scenarios.map((loaded) => planScenario(loaded));
  const identities = plans.map(vehicleIdentity);
  identities.forEach((identity, index) => {
    if (identity === identities[0]) return;
    throw new PairingError(
      "vehicles",
      `${scenarios[index].file} and ${scenarios[0].file} are not about the same vehicles: "${identity}" and "${identities[0]}"`,
      [scenarios[index].file, scenarios[0].file],
    );
  });
  return plans;
}

/** One over all scenarios; where these have no vehicles in common, one for each. */
export function pairedOrSingly<T>(
  scenarios: readonly LoadedScenario[],
  start: (indices: readonly number[]) => T,
): readonly T[] {
  const indices = scenarios.map((_, index) => index);
  try {
    return [start(indices)];
  } catch (error) {
    if (!(error instanceof PairingError)) throw error;
    return indices.map((index) => start([index]));
  }
}

/** Rows go by name: where two scenarios have the same one, the file says which, or the place in the list. */
export function distinctNames(scenarios: readonly LoadedScenario[]): string[] {
  const names = scenarios.map(({ scenario }) => scenario.name);
  const isDouble = (name: string, all: readonly string[]): boolean =>
    all.indexOf(name) !== all.lastIndexOf(name);
  const filed = names.map((name, i) => (isDouble(name, names) ? `${name} (${scenarios[i].file})` : name));
  return filed.map((name, i) => (isDouble(name, filed) ? `${name} (${i + 1})` : name));
}
