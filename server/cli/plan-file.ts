/** A plan as a scenario file that extends the one it was found for. */
import { existsSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { isByDay } from "../../shared/scenario/calendar.ts";
import type { Level } from "../../shared/scenario/levels.ts";
import { formatQuantity } from "../../shared/scenario/quantity.ts";
import { scenarioToFile } from "../../shared/scenario/write.ts";
import { formatWaitPromise } from "../../shared/wait-promise.ts";
import type { ShiftPlan } from "../../shared/staffing/shift-plan.ts";
import { writeNew } from "../report/part-file.ts";
import type { Prepared } from "../run/staffing/optimize.ts";
import { dayKeysOf, levelsOf, withLevels } from "../run/staffing/with-plan.ts";
import { treeYaml } from "../scenario/write-yaml.ts";
import { CommandError, EXIT } from "./exit.ts";
import type { Texts } from "./texts.ts";
import { reasonOf } from "./write-failure.ts";

/** Before anything is run: nobody waits two minutes to hear it. */
export function refusePlanFile(file: string, texts: Texts): void {
  if (existsSync(file)) throw existsAlready(file, texts);
  if (!existsSync(dirname(resolve(file)))) throw unwritable(file, texts.t("visits.reasons.noFolder"), texts);
}

export function writePlanFile(file: string, plan: ShiftPlan, prepared: Prepared, texts: Texts): void {
  const yaml = planYaml(file, plan, prepared, texts.t);
  try {
    if (writeNew(file, yaml)) return;
  } catch (error) {
    throw unwritable(file, reasonOf(error, texts) ?? String(error), texts);
  }
  throw existsAlready(file, texts);
}

const existsAlready = (file: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.failed, t("optimize.exists", { file }));

const unwritable = (file: string, reason: string, { t }: Texts): CommandError =>
  new CommandError(EXIT.failed, t("optimize.unwritable", { file, reason }));

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
