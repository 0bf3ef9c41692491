/** A plan as a scenario file that extends the one it was found for. */
import { existsSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { isByDay } from "../../shared/scenario/calendar.ts";
import type { Level } from "../../shared/scenario/levels.ts";
import { formatQuantity } from "../../shared/scenario/quantity.ts";
import { scenarioToFile } from "../../shared/scenario/write.ts";
import { formatWaitPromise } from "../../shared/wait-promise.ts";
import type { ShiftPlan } from "../../shared/staffing/shift-plan.ts";
import type { Prepared } from "../run/staffing/optimize.ts";
import { dayKeysOf, levelsOf, withLevels } from "../run/staffing/with-plan.ts";
import { treeYaml } from "../scenario/write-yaml.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Texts } from "./texts.ts";

/** Before anything is run: nobody waits two minutes to hear it. */
export function refusePlanFile(file: string, { t }: Texts): void {
  if (existsSync(file)) throw new CommandError(EXIT.failed, t("optimize.exists", { file }));
  if (!existsSync(dirname(resolve(file))))
    throw new CommandError(
      EXIT.failed,
      t("optimize.unwritable", { file, reason: t("visits.reasons.noFolder") }),
    );
}

export function writePlanFile(file: string, plan: ShiftPlan, prepared: Prepared, { t }: Texts): void {
  try {
    writeFileSync(file, planYaml(file, plan, prepared, t), { flag: "wx" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(EXIT.failed, t("optimize.unwritable", { file, reason }));
  }
}

type WrittenScenario = {
  readonly northbound: { readonly staffing: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
};

function planYaml(file: string, plan: ShiftPlan, prepared: Prepared, t: Texts["t"]): string {
  const { port, grid, promises, sure } = prepared;
  const { loaded, primary, pools } = port;
  const name = t("optimize.planName", { scenario: loaded.scenario.name });
  const planned = withLevels(port, levelsOf(port, plan, grid), name);
  // As a file says it, defaults left out.
  const { staffing } = (scenarioToFile(planned.scenario) as WrittenScenario).northbound;
  const onDays = (level: Level, whole: unknown): unknown => {
    if (!isByDay(level)) return whole;
    const { days } = whole as { readonly days: Readonly<Record<string, unknown>> };
    return { days: Object.fromEntries(dayKeysOf(port, level).map((key) => [key, days[key]])) };
  };
  const own = pools.flatMap(({ part, level }) =>
    part === null ? [] : [[part, onDays(level, staffing[primary.name]![part])]],
  );
  const shared = pools.flatMap(({ name: pool, part, level }) =>
    part === null
      ? [[pool, { officers: onDays(level, (staffing["pools"]![pool] as { officers: unknown }).officers) }]]
      : [],
  );
  return treeYaml({
    cruce: 1,
    extends: relative(dirname(resolve(file)), resolve(loaded.file))
      .split(sep)
      .join("/"),
    name,
    about: t("optimize.about", {
      promises: promises.map(formatWaitPromise).join("; "),
      sure: formatQuantity("share", sure),
    }),
    northbound: {
      staffing: {
        ...(own.length > 0 && { [primary.name]: Object.fromEntries(own) }),
        ...(shared.length > 0 && { pools: Object.fromEntries(shared) }),
      },
    },
  });
}
