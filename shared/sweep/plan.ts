/** From what a sweep asks to the settings that vary, how, and what is told of each point, or all that is wrong with it. */
import { parseFigure } from "../figure-name.ts";
import type { FigureKey } from "../figure-name.ts";
import { RULE_OF_TEN } from "../limits.ts";
import { METRICS } from "../metrics.ts";
import { finding, findingOnKey, formatPath, shorten } from "../problem.ts";
import type { Finding, Path } from "../problem.ts";
import type { Sourced } from "../scenario/places.ts";
import { meet, parsePaths } from "../scenario/setting-path.ts";
import { unknownPart } from "../scenario/setting.ts";
import type { Setting } from "../scenario/setting.ts";
import { scenarioSchema } from "../scenario/schema.ts";
import { resolve, schemaAt, shapeOf, valueAt } from "../scenario/shape.ts";
import type { Place } from "../problem.ts";
import { adjusted } from "./adjust.ts";
import type { DesignKind } from "./designs.ts";
import { gridLevels, levelAt } from "./levels.ts";
import type { Level, Levels } from "./levels.ts";
import { readLevels } from "./read-levels.ts";
import { MOST_FACTORS, MOST_POINTS } from "./schema.ts";
import type { SweepFile } from "./schema.ts";

/** A setting that varies, or several that go together. */
export type Factor = {
  /** As it is asked for. */
  readonly name: string;
  /** As much of the path as tells it from the others. */
  readonly label: string;
  readonly paths: readonly Path[];
  readonly levels: Levels;
  /** Only whole numbers make sense. */
  readonly isWhole: boolean;
};

export type Design =
  | { readonly kind: "grid"; readonly levels: readonly (readonly Level[])[] }
  | { readonly kind: "latin"; readonly points: number }
  | { readonly kind: "morris"; readonly trajectories: number };

export type SweepPlan = {
  readonly factors: readonly Factor[];
  readonly design: Design;
  readonly respond: readonly FigureKey[];
  /** Positions in `respond`. */
  readonly frontier: readonly [number, number] | null;
  readonly replications: number;
  readonly seed: number;
};

export type Planned =
  | { readonly ok: true; readonly plan: SweepPlan }
  /** Paths of the sweep file. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The spread of effects is told by two at the least. */
const FEWEST_TRAJECTORIES = 2;

/** `base` is the scenario's file with all that it extends. */
export function planSweep(file: SweepFile, base: Sourced): Planned {
  const findings: Finding[] = [];
  const factors = labelled(
    Object.entries(file.vary).flatMap(([name, written]) => {
      const read = factorOf(name, written, file.design, base);
      if (!("code" in read)) return [read];
      findings.push(read);
      return [];
    }),
  );
  const count = Object.keys(file.vary).length;
  if (count === 0) findings.push(finding("CR-603", ["vary"], { context: "none" }));
  if (count > MOST_FACTORS)
    findings.push(finding("CR-603", ["vary"], { most: MOST_FACTORS, found: count, context: "many" }));
  findings.push(...overlaps(factors));
  const { respond, frontier } = figuresOf(file, findings);
  const design = designOf(file, factors, findings);
  if (findings.length > 0 || design === null) return { ok: false, findings };
  const { replications, seed } = file;
  return { ok: true, plan: { factors, design, respond, frontier, replications, seed } };
}

function factorOf(
  name: string,
  written: SweepFile["vary"][string],
  design: DesignKind,
  base: Sourced,
): Factor | Finding {
  const at = ["vary", name];
  const paths = parsePaths(name);
  for (const path of paths) {
    const unknown = unknownPart(base, path);
    if (unknown !== null) return findingOnKey("CR-601", at, { key: shorten(unknown.key), ...unknown.params });
  }
  const read = readLevels(written, design);
  if (!read.ok) return finding(read.code, at, read.params);
  const { levels } = read;
  const isSet = operationOf(levels) === "set";
  const stiff = isSet ? undefined : paths.find((path) => !canBeAdjusted(base, path, levels));
  if (stiff !== undefined) {
    const there = valueAt(base.value, stiff);
    const value = there === undefined ? "" : shorten(JSON.stringify(there));
    return finding("CR-607", at, {
      key: formatPath(stiff),
      found: value,
      ...(value === "" ? { context: "absent" } : {}),
    });
  }
  return { name, label: "", paths, levels, isWhole: paths.every((path) => isWholeAt(base, path, levels)) };
}

const operationOf = (levels: Levels): Level["change"]["operation"] =>
  levels.kind === "list" ? levels.values[0]!.change.operation : levels.low.operation;

const canBeAdjusted = (base: Sourced, path: Path, levels: Levels): boolean => {
  const { change } = levelAt(levels, 0, false);
  return change.operation === "set" || adjusted(base.value, path, change) !== null;
};

function isWholeAt(base: Sourced, path: Path, levels: Levels): boolean {
  const operation = operationOf(levels);
  if (operation === "times") return false;
  const value = valueAt(base.value, path);
  const schema = schemaAt(scenarioSchema, base.value, path);
  const form = schema === null ? null : resolve(schema, value ?? 0);
  const shape = form === null ? null : shapeOf(form);
  const isTable = operation === "plus" && path[1] === "staffing" && typeof value === "object";
  return isTable || (shape?.kind === "number" && shape.isWhole);
}

/** Of two settings of which one is part of the other the later would undo the earlier. */
function overlaps(factors: readonly Factor[]): readonly Finding[] {
  const all = factors.flatMap(({ name, paths }) => paths.map((path) => ({ name, path })));
  return all.flatMap(({ name, path }, i) => {
    const other = all.slice(0, i).find((before) => meet(path, before.path));
    return other === undefined
      ? []
      : [findingOnKey("CR-608", ["vary", name], { key: formatPath(path), other: formatPath(other.path) })];
  });
}

/** The fewest last parts of each path, two at the least, that no other path ends in. */
function labelled(factors: readonly Factor[]): readonly Factor[] {
  const all = factors.flatMap(({ paths }) => paths);
  const short = (path: Path): string => {
    for (let parts = 2; parts < path.length; parts++) {
      const end = formatPath(path.slice(-parts));
      if (all.every((other) => other === path || formatPath(other.slice(-parts)) !== end)) return end;
    }
    return formatPath(path);
  };
  return factors.map((factor) => ({ ...factor, label: factor.paths.map(short).join(" & ") }));
}

function figuresOf(file: SweepFile, findings: Finding[]): Pick<SweepPlan, "respond" | "frontier"> {
  const read = (list: "respond" | "frontier"): readonly (FigureKey | null)[] =>
    (file[list] ?? []).map((text, i) => {
      const figure = parseFigure(text);
      if (figure.ok) return figure.value;
      const { context, ...params } = figure.params;
      const isName = figure.fault === "figure";
      const kind = isName ? (context === undefined ? {} : { context }) : { context: "part" };
      findings.push(finding("CR-610", [list, i], { known: "", guess: "", ...params, ...kind }));
      return null;
    });
  const respond = read("respond").filter((figure) => figure !== null);
  const pair = read("frontier");
  const indices = pair.map((figure, i) => {
    if (figure === null) return -1;
    const known = respond.findIndex((other) => isSame(other, figure));
    const hasSide = METRICS[figure.metric].better !== "neither";
    if (!hasSide || (i === 1 && pair[0] != null && isSame(pair[0], figure)))
      findings.push(finding("CR-611", ["frontier", i], { found: file.frontier![i]! }));
    return known >= 0 ? known : respond.push(figure) - 1;
  });
  return { respond, frontier: indices.length === 2 ? [indices[0]!, indices[1]!] : null };
}

const isSame = (a: FigureKey, b: FigureKey): boolean =>
  a.metric === b.metric &&
  a.statistic === b.statistic &&
  a.class === b.class &&
  a.stage === b.stage &&
  a.hour === b.hour;

function designOf(file: SweepFile, factors: readonly Factor[], findings: Finding[]): Design | null {
  const { design: kind, points } = file;
  if (factors.length === 0) return null;
  const limited = (count: number): void => {
    if (count > MOST_POINTS)
      findings.push(finding("CR-609", ["vary"], { most: MOST_POINTS, found: count, context: kind }));
  };
  switch (kind) {
    case "grid": {
      if (points !== undefined)
        findings.push(findingOnKey("CR-609", ["points"], { found: points, context: "points" }));
      const levels = factors.map((factor) => gridLevels(factor.levels));
      limited(levels.reduce((product, { length }) => product * length, 1));
      return { kind, levels };
    }
    case "latin": {
      const count = points ?? RULE_OF_TEN * factors.length;
      limited(count);
      return { kind, points: count };
    }
    case "morris": {
      const each = factors.length + 1;
      const trajectories = points === undefined ? RULE_OF_TEN : Math.floor(points / each);
      limited(trajectories * each);
      if (trajectories < FEWEST_TRAJECTORIES)
        findings.push(
          finding("CR-609", ["points"], {
            found: points!,
            least: FEWEST_TRAJECTORIES * each,
            context: "few",
          }),
        );
      return { kind, trajectories };
    }
    default:
      return kind satisfies never;
  }
}

/** What a point puts into the scenario; `placeOf` says where a setting that varies was asked for. */
export function settingsOf(
  factors: readonly Factor[],
  levels: readonly Level[],
  base: Sourced,
  placeOf: (factor: Factor) => Place,
): readonly Setting[] {
  return factors.flatMap((factor, i) =>
    factor.paths.map((path) => {
      const { change } = levels[i]!;
      const value = change.operation === "set" ? change.value : adjusted(base.value, path, change);
      return { path, value, at: placeOf(factor) };
    }),
  );
}
