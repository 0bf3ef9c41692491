/**
 * The files of results and their columns: the one source of headers, of types in Parquet, of the metadata beside the
 * files and of the reference. What a column means stands in `shared/messages` by its name, the same in every file.
 */
import { VISIT_COLUMNS } from "../../measure/visits.ts";

export const COLUMN_TYPES = ["text", "whole", "long", "number", "yesNo"] as const;
/** `whole`: of 32 bits; `long`: of 64. */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** `asUnit`: as the column `unit` of the row says. */
export type ColumnUnit = "ms" | "min" | "vehicles" | "asUnit" | null;

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: ColumnUnit;
  readonly isNullable: boolean;
};

const column = (name: string, type: ColumnType, unit: ColumnUnit = null): Column => ({
  name,
  type,
  unit,
  isNullable: false,
});
const orNull = (one: Column): Column => ({ ...one, isNullable: true });

const KEY: readonly Column[] = [
  column("metric", "text"),
  column("statistic", "text"),
  orNull(column("class", "text")),
  orNull(column("stage", "text")),
  orNull(column("hour", "whole")),
  column("unit", "text"),
];
const ESTIMATE: readonly Column[] = [
  column("value", "number", "asUnit"),
  orNull(column("low", "number", "asUnit")),
  orNull(column("high", "number", "asUnit")),
  column("n", "whole"),
  column("fewAlike", "yesNo"),
  orNull(column("vehiclesNeeded", "whole")),
];

const POINT: readonly Column[] = [column("scenario", "text"), column("point", "whole")];

/** A value with the bounds of its interval: "effect", "effectLow", "effectHigh". */
const interval = (name: string, unit: ColumnUnit): readonly Column[] => [
  column(name, "number", unit),
  orNull(column(`${name}Low`, "number", unit)),
  orNull(column(`${name}High`, "number", unit)),
];

const VISITS: Readonly<Record<(typeof VISIT_COLUMNS)[number], Column>> = {
  scenario: column("scenario", "text"),
  replication: column("replication", "whole"),
  day: column("day", "whole"),
  flow: column("flow", "text"),
  cell: column("cell", "whole"),
  number: column("number", "whole"),
  member: column("member", "whole"),
  fast: column("fast", "yesNo"),
  counted: column("counted", "yesNo"),
  stage: orNull(column("stage", "text")),
  enteredMs: orNull(column("enteredMs", "long", "ms")),
  beganMs: orNull(column("beganMs", "long", "ms")),
  blockedMs: orNull(column("blockedMs", "long", "ms")),
  leftMs: orNull(column("leftMs", "long", "ms")),
  server: orNull(column("server", "whole")),
  outcome: column("outcome", "text"),
};

export const TABLES = {
  estimates: [column("scenario", "text"), ...KEY, ...ESTIMATE],
  differences: [
    column("scenario", "text"),
    column("baseline", "text"),
    ...KEY,
    ...ESTIMATE,
    column("named", "yesNo"),
  ],
  replications: [
    column("scenario", "text"),
    column("replication", "whole"),
    ...KEY,
    column("value", "number", "asUnit"),
  ],
  intervals: [
    column("scenario", "text"),
    column("replication", "whole"),
    column("localTime", "text"),
    column("fromMs", "long", "ms"),
    column("queue", "whole", "vehicles"),
    orNull(column("waitMin", "number", "min")),
    column("reached", "whole", "vehicles"),
    column("departed", "whole", "vehicles"),
  ],
  visits: VISIT_COLUMNS.map((name) => VISITS[name]),
  points: [...POINT, column("notThrough", "number"), column("gridlocks", "whole")],
  settings: [
    ...POINT,
    column("setting", "text"),
    column("path", "text"),
    column("written", "text"),
    orNull(column("position", "number")),
  ],
  responses: [...POINT, column("figure", "text"), ...KEY, ...ESTIMATE],
  days: [
    ...POINT,
    column("replication", "whole"),
    column("figure", "text"),
    ...KEY,
    column("value", "number", "asUnit"),
  ],
  effects: [
    column("scenario", "text"),
    column("figure", "text"),
    ...KEY,
    column("method", "text"),
    orNull(column("r2", "number")),
    column("setting", "text"),
    column("from", "text"),
    column("to", "text"),
    ...interval("effect", "asUnit"),
    ...interval("standardized", null).map(orNull),
    ...interval("size", "asUnit").map(orNull),
    orNull(column("spread", "number", "asUnit")),
    column("fewAlike", "yesNo"),
    orNull(column("vehiclesNeeded", "whole")),
  ],
  frontier: [
    ...POINT,
    column("x", "text"),
    column("y", "text"),
    column("standing", "text"),
    orNull(column("sure", "number")),
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type TableName = keyof typeof TABLES;

/** What `sweep` writes; the others are of `run` and `compare`. */
export const SWEEP_TABLES = [
  "points",
  "settings",
  "responses",
  "days",
  "effects",
  "frontier",
] as const satisfies readonly TableName[];

// Object.keys loses the literal type of its own object.
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

export type Cell = string | number | boolean | null;
