/**
 * What a scenario says, made larger or smaller: a number, a quantity, a service time, or each of a table of them.
 * Officers stay whole numbers, and where the plan has nobody nobody is added: "+ 1" on a staffing table is one more
 * officer whenever the post is manned.
 */
import type { Path } from "../problem.ts";
import { trim } from "../scenario/quantity.ts";
import { scenarioSchema } from "../scenario/schema.ts";
import type { Schema } from "../scenario/shape.ts";
import { childOf, isMapValue, resolve, schemaAt, shapeOf, valueAt } from "../scenario/shape.ts";
import { UNITS } from "../units.ts";
import { factorBetween } from "./amount.ts";
import type { Amount } from "./amount.ts";

export type Adjustment = { readonly operation: "times" | "plus"; readonly by: Amount };

/** The value at the path with the adjustment; null where nothing there can be adjusted so. */
export function adjusted(data: unknown, path: Path, adjustment: Adjustment): unknown {
  const value = valueAt(data, path);
  const schema = schemaAt(scenarioSchema, data, path);
  const isStaffing = path[1] === "staffing" || path.at(-1) === "officers";
  return value === undefined ? null : adjust(schema, value, adjustment, isStaffing);
}

function adjust(schema: Schema | null, value: unknown, by: Adjustment, isStaffing: boolean): unknown {
  if (typeof value === "number") return adjustNumber(schema, value, by, isStaffing);
  if (typeof value === "string") return adjustText(value, by);
  if (Array.isArray(value)) {
    const items = value.map((item) => adjust(childOf(schema, value, 0), item, by, isStaffing));
    return items.some((item) => item !== null) ? items.map((item, i) => item ?? value[i]) : null;
  }
  if (!isMapValue(value)) return null;
  // Of a shift or a pool, the officers; their times and breaks stay.
  const keys = Object.hasOwn(value, "officers") ? ["officers"] : Object.keys(value);
  const entries = keys.flatMap((key) => {
    const inner = adjust(childOf(schema, value, key), value[key], by, isStaffing);
    return inner === null ? [] : [[key, inner] as const];
  });
  return entries.length === 0 ? null : { ...value, ...Object.fromEntries(entries) };
}

function adjustNumber(
  schema: Schema | null,
  value: number,
  { operation, by }: Adjustment,
  isStaffing: boolean,
): number | null {
  if (by.unit !== "" || by.prefix !== "") return null;
  if (isStaffing && value === 0) return 0;
  const result = operation === "times" ? value * by.number : value + by.number;
  const form = schema === null ? null : resolve(schema, value);
  const shape = form === null ? null : shapeOf(form);
  const isWhole = shape?.kind === "number" && shape.isWhole;
  return isWhole ? Math.max(0, Math.round(result)) : Number(trim(result));
}

const UNIT = Object.values(UNITS)
  .flatMap((units) => Object.keys(units))
  .filter((unit) => !unit.includes("$"))
  .sort((a, b) => b.length - a.length)
  .join("|");
const QUANTITY = new RegExp(`(?<![\\d.])(\\d+(?:\\.\\d+)?)( ?)(${UNIT})(?![A-Za-z])`, "g");
const MONEY = /^(\$ ?)(\d+(?:\.\d+)?)( ?\/h)?$/;

/** Every number with its unit that stands in a text: both ends of "uniform 30 s to 90 s", but no cv and no shape. */
function adjustText(text: string, { operation, by }: Adjustment): string | null {
  const money = MONEY.exec(text);
  if (money !== null) {
    const [, sign, digits, unit = ""] = money;
    const isMoney = by.prefix === "$" && by.unit === unit.trim();
    if (operation === "plus" && !isMoney) return null;
    const amount = operation === "times" ? Number(digits) * by.number : Number(digits) + by.number;
    return `${sign}${trim(Math.max(0, amount))}${unit}`;
  }
  let isAdjusted = true;
  const result = text.replace(QUANTITY, (whole, digits: string, gap: string, unit: string) => {
    const factor = operation === "times" ? by.number : factorBetween(by.unit, unit);
    if (factor === null) {
      isAdjusted = false;
      return whole;
    }
    const amount = operation === "times" ? Number(digits) * factor : Number(digits) + by.number * factor;
    return `${trim(Math.max(0, amount))}${gap}${unit}`;
  });
  return isAdjusted && text.search(QUANTITY) >= 0 ? result : null;
}
