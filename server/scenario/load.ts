/**
 * Reads a scenario with the files it extends and the arrivals it names: YAML, merge, schema, meaning.
 * Whatever is wrong comes back as problems with their places, all at once; it never throws.
 */
import type { z } from "zod";
import { finding, findingOnKey, problem } from "../../shared/problem.ts";
import type { Finding, Path, Place, Problem } from "../../shared/problem.ts";
import type { ArrivalRow } from "../../shared/scenario/arrivals.ts";
import {
  MOST_FILES,
  extendScenario,
  extendingScenarioSchema,
  fillKinds,
} from "../../shared/scenario/extend.ts";
import { findingsOf } from "../../shared/scenario/issues.ts";
import type { LoadResult } from "../../shared/scenario/loaded.ts";
import type { Sourced } from "../../shared/scenario/places.ts";
import { locate, placeOf, sortProblems } from "../../shared/scenario/places.ts";
import { certain, remainderOf } from "../../shared/scenario/remainder.ts";
import { SCENARIO_VERSION, scenarioSchema } from "../../shared/scenario/schema.ts";
import type { Scenario } from "../../shared/scenario/schema.ts";
import { putSetting } from "../../shared/scenario/setting.ts";
import type { Setting } from "../../shared/scenario/setting.ts";
import { isMapValue, valueAt } from "../../shared/scenario/shape.ts";
import { refusePlaces } from "../../shared/scenario/stage-order.ts";
import { checkScenario } from "../check/check-scenario.ts";
import { parseArrivalsCsv } from "./arrivals-csv.ts";
import { civilDays, isKnownZone, isRealDate } from "./civil-days.ts";
import { refuseKind } from "./file-kind.ts";
import type { FoundFile, ScenarioLibrary } from "./library.ts";
import { YAML_BOUNDS, readYaml } from "./yaml.ts";

/**
 * A file of the library by its name, counted from the file `from` where it is given, or a text with the name that
 * problems call it by.
 */
export type ScenarioSource =
  { readonly name: string; readonly from?: string } | { readonly file: string; readonly text: string };

export type FailedLoad = Extract<LoadResult, { readonly ok: false }>;

type ReadFile = {
  readonly id: string | null;
  readonly file: string;
  readonly text: string;
  readonly data: Sourced | null;
};

export function loadScenario(source: ScenarioSource, library: ScenarioLibrary): LoadResult {
  return withoutThrowing(source, () => {
    const loader = new Loader(library);
    const data = loader.read(source);
    return data === null ? loader.failedBeforeMerge() : loader.check(data);
  });
}

/** Scenarios that differ from a file in some settings: its files are read once, each of them is checked as a file is. */
export type ScenarioVariants = {
  readonly ok: true;
  /** What the file says with all that it extends, as it is written. */
  readonly data: Sourced;
  readonly load: (settings: readonly Setting[]) => LoadResult;
};

export function readVariants(
  source: ScenarioSource,
  library: ScenarioLibrary,
): ScenarioVariants | FailedLoad {
  const loader = new Loader(library);
  const data = loader.read(source);
  if (data === null) return loader.failedBeforeMerge();
  const kept = loader.mark();
  return {
    ok: true,
    data,
    load: (settings) =>
      withoutThrowing(source, () => {
        loader.backTo(kept);
        return loader.check(settings.reduce(putSetting, data));
      }),
  };
}

function withoutThrowing(source: ScenarioSource, load: () => LoadResult): LoadResult {
  try {
    return load();
  } catch (error) {
    const file = "name" in source ? source.name : source.file;
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem("CR-118", { file, line: 0, column: 0 }, "", { reason })] };
  }
}

class Loader {
  readonly #library: ScenarioLibrary;
  readonly #files: ReadFile[] = [];
  readonly #problems: Problem[] = [];

  constructor(library: ScenarioLibrary) {
    this.#library = library;
  }

  /** The file on top of those it extends; null where one of them cannot be read. */
  read(source: ScenarioSource): Sourced | null {
    this.#readFirst(source);
    this.#readExtended();
    return this.#hasErrors() ? null : this.#merged();
  }

  /** How many problems there are; `backTo` forgets those that came later. */
  mark(): number {
    return this.#problems.length;
  }

  backTo(mark: number): void {
    this.#problems.length = mark;
  }

  check(data: Sourced): LoadResult {
    const parsed = scenarioSchema.safeParse(data.value);
    if (!parsed.success) return this.#failedInValues(data, parsed.error.issues);
    if (this.#hasErrors()) return this.#failed();
    const scenario = parsed.data;
    this.#add(calendarFindings(scenario, data.value), data);
    const arrivals = this.#hasErrors() ? null : this.#arrivals(scenario, data);
    this.#add(checkScenario(scenario, arrivals), data);
    if (this.#hasErrors()) return this.#failed();
    const sources = this.#files.map(({ file, text }) => ({ file, text }));
    return { ok: true, scenario, arrivals, warnings: this.#sorted(), file: this.#files[0]!.file, sources };
  }

  #readFirst(source: ScenarioSource): void {
    if ("text" in source) {
      this.#read({ id: null, file: source.file, text: source.text });
      return;
    }
    const found = this.#library.scenario(source.name, source.from ?? null);
    if (found.ok) this.#read(found);
    else
      this.#problems.push(problem(found.code, { file: source.name, line: 0, column: 0 }, "", found.params));
  }

  #read({ id, file, text }: Omit<FoundFile, "ok" | "id"> & { readonly id: string | null }): void {
    const result = readYaml(text, file);
    this.#files.push({ id, file, text, data: result.ok ? result.data : null });
    if (!result.ok) this.#problems.push(...result.problems);
    else {
      this.#problems.push(...result.warnings);
      const refused = refuseNewer(result.data) ?? refuseKind(result.data, "scenario");
      if (refused === null) return;
      this.#problems.push(...refused);
      this.#files[this.#files.length - 1] = { ...this.#files.at(-1)!, data: null };
    }
  }

  /** Follows `extends` from file to file. */
  #readExtended(): void {
    for (;;) {
      const last = this.#files.at(-1);
      const name = last?.data == null ? undefined : valueAt(last.data.value, ["extends"]);
      if (last?.data == null || typeof name !== "string") return;
      const place = placeOf(last.data.places, ["extends"], "value");
      const found = this.#library.scenario(name, last.id);
      if (!found.ok) {
        this.#problems.push(problem(found.code, place, "extends", found.params));
        return;
      }
      const start = this.#files.findIndex((file) => file.id === found.id);
      if (start >= 0) {
        const circle = [...this.#files.slice(start).map(({ file }) => file), found.file].join(" → ");
        this.#problems.push(problem("CR-122", place, "extends", { circle }));
        return;
      }
      if (this.#files.length === MOST_FILES) {
        this.#problems.push(problem("CR-123", place, "extends", { most: MOST_FILES }));
        return;
      }
      this.#read(found);
    }
  }

  /** What each file says wrong by itself, where the files they extend cannot be read. */
  failedBeforeMerge(): FailedLoad {
    for (const { data } of this.#files) {
      if (data === null || typeof valueAt(data.value, ["extends"]) !== "string") continue;
      const known = fillKinds(data);
      const parsed = extendingScenarioSchema.safeParse(known.value);
      if (parsed.success) continue;
      const findings = findingsOf(extendingScenarioSchema, known, parsed.error.issues);
      // A stage of another name has its kind from the file that is missing.
      this.#add(
        findings.filter(({ code }) => code !== "CR-222"),
        known,
      );
    }
    return this.#failed();
  }

  /** What values say wrong by themselves, and what the others say wrong together. */
  #failedInValues(data: Sourced, issues: readonly z.core.$ZodIssue[]): LoadResult {
    const findings = findingsOf(scenarioSchema, data, issues);
    this.#add(findings, data);
    const rest = remainderOf(data, findings);
    if (rest !== null) {
      const { scenario, faults } = rest;
      const all = [...calendarFindings(scenario, data.value), ...checkScenario(scenario, null)];
      this.#add(certain(all, faults), data);
    }
    return this.#failed();
  }

  #merged(): Sourced {
    const [oldest, ...younger] = this.#files.map(({ data }) => data!).reverse();
    const first = refusePlaces(oldest!);
    this.#add(first.findings, oldest!);
    return younger.reduce((below, above) => {
      const merged = extendScenario(below, above);
      this.#add(merged.findings, above);
      return merged.data;
    }, fillKinds(first.data));
  }

  #arrivals(scenario: Scenario, data: Sourced): readonly ArrivalRow[] | null {
    const { arrivals } = scenario.northbound.demand;
    if (arrivals === undefined || !("file" in arrivals)) return null;
    const path = ["northbound", "demand", "arrivals", "file"];
    const place = placeOf(data.places, path, "value");
    const writer = this.#files.find(({ file }) => file === place.file);
    const found = this.#library.arrivals(arrivals.file, writer?.id ?? null);
    if (!found.ok) {
      this.#problems.push(problem(found.code, place, path.join("."), found.params));
      return null;
    }
    const days = civilDays(scenario.zone, scenario.from, scenario.warmUp + scenario.days);
    const { rows, problems } = parseArrivalsCsv(found.text, found.file, days, scenario.warmUp);
    this.#problems.push(...problems);
    return rows;
  }

  #add(findings: readonly Finding[], data: Sourced): void {
    this.#problems.push(...locate(findings, data.places));
  }

  #hasErrors(): boolean {
    return this.#problems.some(({ severity }) => severity === "error");
  }

  #sorted(): readonly Problem[] {
    return sortProblems(
      this.#problems,
      this.#files.map(({ file }) => file),
    );
  }

  #failed(): FailedLoad {
    const sorted = this.#sorted();
    // Where a bare time is an error, the warning would say something else of the same place.
    const isTold = (one: Problem): boolean =>
      sorted.some(
        ({ severity, file, line, column }) =>
          severity === "error" && file === one.file && line === one.line && column === one.column,
      );
    const all = sorted.filter((one) => one.code !== "CR-403" || !isTold(one));
    const shown = all.slice(0, YAML_BOUNDS.problems);
    if (shown.length === all.length) return { ok: false, problems: shown };
    const place: Place = { file: all[0]!.file, line: 0, column: 0 };
    return {
      ok: false,
      problems: [...shown, problem("CR-117", place, "", { count: all.length - shown.length })],
    };
  }
}

/** Of a newer format one can say only that: the rest would be noise. */
function refuseNewer({ value, places }: Sourced): readonly Problem[] | null {
  const version = valueAt(value, ["cruce"]);
  if (typeof version !== "number" || version <= SCENARIO_VERSION) return null;
  const params = { version: SCENARIO_VERSION, found: version, context: "newer" };
  return locate([finding("CR-221", ["cruce"], params)], places);
}

/** Zones and dates that do not exist. */
function calendarFindings(scenario: Scenario, value: unknown): readonly Finding[] {
  const zone = isKnownZone(scenario.zone) ? [] : [finding("CR-319", ["zone"], { name: scenario.zone })];
  const from = isRealDate(scenario.from) ? [] : [finding("CR-213", ["from"], { found: scenario.from })];
  const datesOf = (here: unknown, path: Path): readonly Finding[] =>
    !isMapValue(here)
      ? []
      : Object.entries(here).flatMap(([key, inner]) => {
          const isDate = path.at(-1) === "days" && /^[0-9]{4}-/.test(key);
          const at = [...path, key];
          const own = isDate && !isRealDate(key) ? [findingOnKey("CR-213", at, { found: key })] : [];
          return [...own, ...datesOf(inner, at)];
        });
  return [...zone, ...from, ...datesOf(value, [])];
}
