/** Timed changes, of a file or made live: they name what exists and ask for no more than there is. */
import type { Finding, Path, Problem, ProblemParams } from "../../shared/problem.ts";
import { finding, formatPath, problem } from "../../shared/problem.ts";
import { DAY } from "../../shared/units.ts";
import type { LaneType, StageKind } from "../../shared/vocabulary.ts";
import { LANE_TYPES } from "../../shared/vocabulary.ts";
import { SPARE_SCANNERS } from "../../shared/scenario/changes.ts";
import type { Change } from "../../shared/scenario/changes.ts";
import { guessParams } from "../../shared/scenario/nearest.ts";
import { postsOf } from "./posts.ts";
import type { Scenario, Stage, StageOf } from "../../shared/scenario/schema.ts";

export function checkChanges(scenario: Scenario): Finding[] {
  return scenario.changes.flatMap((change, i) => changeFindings(scenario, change, ["changes", i]));
}

/** A change made live; its problems have no place in a file. */
export function checkChange(scenario: Scenario, change: Change): Problem[] {
  return changeFindings(scenario, change, []).map(({ code, path, params }) =>
    problem(code, { file: "", line: 0, column: 0 }, formatPath(path), params),
  );
}

type Say = (code: Finding["code"], key: string, params: ProblemParams) => Finding;

function changeFindings(scenario: Scenario, change: Change, path: Path): Finding[] {
  const say: Say = (code, key, params) => finding(code, [...path, key], params);
  // The queue of the last day may be worked off after midnight, and a change may come meanwhile.
  const most = scenario.warmUp + scenario.days + Math.ceil(scenario.followFor / DAY);
  const day = change.day > most ? [say("CR-340", "day", { most, found: change.day })] : [];
  return [...day, ...effectFindings(scenario, change, say)];
}

function effectFindings(scenario: Scenario, change: Change, say: Say): Finding[] {
  switch (change.kind) {
    case "boothsClosed":
      return boothFindings(scenario, change, say);
    case "booths": {
      const booths = primaryOf(scenario)?.booths;
      if (booths === undefined) return [say("CR-342", "kind", { needed: "primary" })];
      return tooMany(booths.fast + booths.general + booths.shared, change.fast, "primary", "fast", say);
    }
    case "scannersDown":
    case "scanners": {
      const [stage, missing] = stageFor(scenario, change.stage, "nii", say);
      if (stage === null) return missing;
      return change.kind === "scanners"
        ? tooMany(stage.scanners + SPARE_SCANNERS, change.count, change.stage, "count", say)
        : tooMany(stage.scanners, change.scanners, change.stage, "scanners", say);
    }
    case "slowService":
      return knownStage(scenario, change.stage, (stage) => stage.kind !== "approach", say);
    case "extraInspection":
      return stageFor(scenario, change.stage, "stateSafety", say)[1];
    case "preInspected":
      return stageFor(scenario, change.stage, "preInspection", say)[1];
    case "staffAway": {
      const pools = Object.keys(scenario.northbound.staffing.pools);
      return knownPost(scenario, change.from, "from", pools, say);
    }
    case "staffing": {
      const post = postsOf(scenario).find(({ name }) => name === change.post);
      if (post === undefined) return knownPost(scenario, change.post, "post", [], say);
      return tooMany(post.capacity, change.officers, change.post, "officers", say);
    }
    case "referral":
      return primaryOf(scenario)?.referral === undefined
        ? [say("CR-342", "kind", { needed: "primary.referral" })]
        : [];
    case "demand":
      return demandFindings(scenario, change, say);
    default:
      return change satisfies never;
  }
}

function boothFindings(
  scenario: Scenario,
  change: Change & { readonly kind: "boothsClosed" },
  say: Say,
): Finding[] {
  const booths = primaryOf(scenario)?.booths;
  if (booths === undefined) return [say("CR-342", "kind", { needed: "primary" })];
  const types: readonly LaneType[] = change.type === undefined ? LANE_TYPES : [change.type];
  const most = types.reduce((sum, type) => sum + booths[type], 0);
  return tooMany(
    most,
    change.booths,
    change.type === undefined ? "primary" : `primary.${change.type}`,
    "booths",
    say,
  );
}

function demandFindings(
  scenario: Scenario,
  change: Change & { readonly kind: "demand" },
  say: Say,
): Finding[] {
  const { demand } = scenario.northbound;
  if (demand.arrivals !== undefined) return [say("CR-343", "kind", {})];
  const { flow } = change;
  if (flow === undefined || (demand.flows[flow] ?? 0) > 0) return [];
  const known = Object.entries(demand.flows).flatMap(([name, share]) => (share > 0 ? [name] : []));
  return [say("CR-204", "flow", { found: flow, known: known.join(", ") })];
}

const primaryOf = (scenario: Scenario): StageOf<"primary"> | undefined =>
  Object.values(scenario.northbound.stages).find((stage) => stage.kind === "primary");

function tooMany(most: number, found: number, what: string, key: string, say: Say): Finding[] {
  return found > most ? [say("CR-341", key, { most, found, what })] : [];
}

function knownStage(scenario: Scenario, name: string, fits: (stage: Stage) => boolean, say: Say): Finding[] {
  const { stages } = scenario.northbound;
  const known = Object.keys(stages).filter((other) => fits(stages[other]!));
  return known.includes(name) ? [] : [say("CR-310", "stage", { name, ...guessParams(name, known) })];
}

/** The stage of a kind that a change acts on, or what is missing. */
function stageFor<K extends StageKind>(
  scenario: Scenario,
  name: string,
  kind: K,
  say: Say,
): readonly [StageOf<K> | null, Finding[]] {
  const { stages } = scenario.northbound;
  const isKind = (stage: Stage): stage is StageOf<K> => stage.kind === kind;
  if (!Object.values(stages).some(isKind)) return [null, [say("CR-342", "kind", { needed: kind })]];
  const findings = knownStage(scenario, name, isKind, say);
  return findings.length > 0 ? [null, findings] : [stages[name] as StageOf<K>, []];
}

function knownPost(
  scenario: Scenario,
  name: string,
  key: string,
  others: readonly string[],
  say: Say,
): Finding[] {
  const known = [...others, ...postsOf(scenario).map((post) => post.name)];
  return known.includes(name) ? [] : [say("CR-311", key, { name, ...guessParams(name, known) })];
}
