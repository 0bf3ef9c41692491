/** Who comes and when: one source of arrivals, shares that make a whole, nobody while the port is closed. */
import type { Finding, Path } from "../../shared/problem.ts";
import { finding, findingOnKey } from "../../shared/problem.ts";
import { FLOWS, MONTHS, WEEKDAYS } from "../../shared/vocabulary.ts";
import type { Flow } from "../../shared/vocabulary.ts";
import { weekdaysOf } from "../../shared/scenario/calendar.ts";
import type { ByDay } from "../../shared/scenario/clock.ts";
import { formatClock } from "../../shared/scenario/clock.ts";
import { factorOn, hoursOn, ratesOn, shapeOn, vehiclesOn } from "../../shared/scenario/daily-demand.ts";
import { trim } from "../../shared/scenario/quantity.ts";
import { runDays } from "../../shared/scenario/run-days.ts";
import type { Demand, Scenario } from "../../shared/scenario/schema.ts";
import { isMapValue } from "../../shared/scenario/shape.ts";
import { wholeFinding } from "../../shared/scenario/whole.ts";

const PATH = ["northbound", "demand"] as const;

type Shape = ByDay<Readonly<Record<string, number>>>;

export function checkDemand(scenario: Scenario): Finding[] {
  const { demand } = scenario.northbound;
  const source = checkSource(demand);
  return [
    ...source,
    ...(demand.arrivals === undefined ? wholeFinding(demand.flows, [...PATH, "flows"]) : []),
    ...shapesOf(demand).flatMap(({ shape, path }) =>
      tablesOf(shape, path).flatMap((one) => (isIdleDay(one) ? [] : wholeFinding(one.table, one.path))),
    ),
    ...checkWeights(demand),
    ...checkTimetable(demand),
    ...checkIdleFlows(demand),
    // Which of two sources is meant decides what goes with it and when vehicles come.
    ...(source.length > 0
      ? []
      : [...checkCompany(demand), ...checkOpen(scenario), ...checkAnybody(scenario)]),
  ];
}

function checkSource(demand: Demand): Finding[] {
  const given = (["trucks", "rates", "arrivals"] as const).filter((key) => demand[key] !== undefined);
  if (given.length === 1) return [];
  if (given.length === 0) return [findingOnKey("CR-301", PATH, { found: "-", context: "none" })];
  return [
    findingOnKey("CR-301", [...PATH, given[1]!], { found: given.map((key) => `\`${key}\``).join(", ") }),
  ];
}

/** The hourly shape of all, and those of single flows. */
function shapesOf(
  demand: Demand,
): readonly { readonly shape: Shape; readonly path: Path; readonly flow: Flow | null }[] {
  const own = Object.entries(demand.byHourOf ?? {}).map(([flow, shape]) => ({
    shape: shape as Shape,
    path: [...PATH, "byHourOf", flow],
    flow: flow as Flow,
  }));
  const all =
    demand.byHour === undefined
      ? []
      : [{ shape: demand.byHour as Shape, path: [...PATH, "byHour"], flow: null }];
  return [...all, ...own];
}

function tablesOf(
  shape: Shape,
  path: Path,
): readonly { readonly table: Readonly<Record<string, number>>; readonly path: Path }[] {
  if (!("days" in shape) || !isMapValue(shape.days))
    return [{ table: shape as Readonly<Record<string, number>>, path }];
  return Object.entries(shape.days).map(([day, table]) => ({
    table: table as Readonly<Record<string, number>>,
    path: [...path, "days", day],
  }));
}

/** `"2024-12-25": {}`: nobody comes that day. */
const isIdleDay = ({ table, path }: { readonly table: object; readonly path: Path }): boolean =>
  path.at(-2) === "days" && Object.keys(table).length === 0;

/** Keys that mean nothing beside the source of arrivals that was chosen. */
function checkCompany(demand: Demand): Finding[] {
  const isList = demand.arrivals !== undefined;
  const forTrucks = ["byHour", "byHourOf"] as const;
  const forBoth = ["refersTo", "weekdays", "months", "factor", "dayToDay", "batch"] as const;
  const refused = isList ? [...forTrucks, ...forBoth] : demand.rates === undefined ? [] : forTrucks;
  return refused
    .filter((key) => demand[key] !== undefined)
    .map((key) =>
      findingOnKey("CR-304", [...PATH, key], {
        key,
        needs: isList && !forTrucks.some((one) => one === key) ? "`trucks`, `rates`" : "`trucks`",
        beside: isList ? "`arrivals`" : "`rates`",
        ...(isList ? {} : { context: "rates" }),
      }),
    );
}

function checkWeights(demand: Demand): Finding[] {
  const findings: Finding[] = [];
  const check = (
    key: "weekdays" | "months" | "batch",
    names: readonly string[],
    meant: readonly string[],
  ): void => {
    const weights: Readonly<Record<string, number>> | undefined = demand[key];
    if (weights === undefined) return;
    const weightOf = (name: string): number => weights[name] ?? (key === "batch" ? 0 : 1);
    if (names.every((name) => weightOf(name) === 0)) findings.push(findingOnKey("CR-306", [...PATH, key]));
    else if (meant.length > 0 && meant.every((name) => weightOf(name) === 0)) {
      findings.push(findingOnKey("CR-306", [...PATH, key], { day: meant.join(", "), context: "day" }));
    }
  };
  const { refersTo } = demand;
  const days = refersTo?.weekdays === undefined ? [] : weekdaysOf(refersTo.weekdays).map((i) => WEEKDAYS[i]!);
  check("weekdays", WEEKDAYS, days);
  check("months", MONTHS, refersTo?.month === undefined ? [] : [refersTo.month]);
  check("batch", Object.keys(demand.batch ?? {}), []);
  return findings;
}

function checkTimetable(demand: Demand): Finding[] {
  const { arrivals } = demand;
  if (arrivals === undefined || !("timetable" in arrivals)) return [];
  return arrivals.timetable.flatMap(({ from, until, every }, i) => {
    const path = [...PATH, "arrivals", "timetable", i];
    if ((until === undefined) !== (every === undefined)) {
      return [finding("CR-305", path, { found: until === undefined ? "`every`" : "`until`" })];
    }
    if (until === undefined || until > from) return [];
    return [finding("CR-305", [...path, "until"], { found: `${formatClock(from)}-${formatClock(until)}` })];
  });
}

/** What is said of flows that do not come. */
function checkIdleFlows(demand: Demand): Finding[] {
  if (demand.arrivals !== undefined) return [];
  return (["fast", "byHourOf"] as const).flatMap((key) =>
    FLOWS.filter((flow) => demand[key]?.[flow] !== undefined && (demand.flows[flow] ?? 0) === 0).map((flow) =>
      findingOnKey("CR-404", [...PATH, key, flow], {
        key: `${key}.${flow}`,
        found: `flows: ${Object.keys(demand.flows).join(", ")}`,
      }),
    ),
  );
}

/** Arrivals while the port is closed, each place of the file told once. */
function checkOpen(scenario: Scenario): Finding[] {
  const { demand } = scenario.northbound;
  if (demand.arrivals !== undefined) return [];
  const found = new Map<string, Finding>();
  for (const { day } of runDays(scenario)) {
    if (factorOn(demand, day) === 0) continue;
    const hours = hoursOn(scenario, day);
    if (hours === null) {
      for (const path of vehiclesOn(scenario, day) > 0 ? sourcesOf(demand) : []) {
        const params = { date: day.date, context: "closed" };
        if (!found.has(path.join("."))) found.set(path.join("."), findingOnKey("CR-303", path, params));
      }
      continue;
    }
    const text = `${formatClock(hours.from)}-${formatClock(hours.to)}`;
    const isOutside = (from: number, to: number): boolean => from < hours.from || to > hours.to;
    const say = (path: Path, share: string, from: number, to: number): void => {
      const params = { hours: text, share, from: formatClock(from), to: formatClock(to) };
      if (!found.has(path.join("."))) found.set(path.join("."), findingOnKey("CR-303", path, params));
    };
    if (demand.rates !== undefined) {
      for (const { from, to, perHour } of ratesOn(scenario, day)) {
        if (perHour > 0 && isOutside(from, to)) say([...PATH, "rates"], `${trim(perHour)} /h`, from, to);
      }
    }
    for (const { shape, path, flow } of demand.rates === undefined ? shapesOf(demand) : []) {
      if (flow !== null && (demand.flows[flow] ?? 0) === 0) continue;
      for (const { key, from, to, value } of shapeOn(scenario, shape, day)) {
        if (value > 0 && isOutside(from, Math.max(to, from + 1))) {
          say([...keyPath(shape, path, key)], `${trim(value * 100)} %`, from, to);
        }
      }
    }
  }
  return [...found.values()];
}

/** A run in which nobody comes says nothing, and looks like a port without lines. */
function checkAnybody(scenario: Scenario): Finding[] {
  const comes =
    scenario.northbound.demand.arrivals !== undefined ||
    runDays(scenario).some(({ day }) => vehiclesOn(scenario, day) > 0);
  return comes ? [] : [findingOnKey("CR-405", PATH)];
}

/** What says when vehicles come. */
const sourcesOf = (demand: Demand): readonly Path[] =>
  demand.rates === undefined ? shapesOf(demand).map(({ path }) => path) : [[...PATH, "rates"]];

/** Where a share of a shape stands; by day it may stand in several places, told at the shape. */
const keyPath = (shape: Shape, path: Path, key: string): Path =>
  "days" in shape && isMapValue(shape.days) ? path : [...path, key];
