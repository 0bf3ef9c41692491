/**
 * What live changes may set in a running port, and how it stands now: the file's figure until a change
 * replaces it.
 *
 * A share that differs between classes is shown as its mean over the vehicles that the file expects.
 */
import type { Settings } from "../../shared/protocol.ts";
import { SHARE_OF } from "../../shared/scenario/share.ts";
import { FAST_MARK, FLOW_COUNT, NONE, PRE_INSPECTED_MARK, SERVICE_CLASSES } from "../port/plan.ts";
import type { PlacePlan, PortPlan, StagePlan } from "../port/plan.ts";
import type { PortState } from "../port/state.ts";

export function settingsOf(state: Readonly<PortState>, weights: Float64Array): Settings {
  const { plan } = state;
  const preInspection = stageOf(plan, "preInspection");
  const nii = stageOf(plan, "nii");
  const stateSafety = stageOf(plan, "stateSafety");
  const referral = stageOf(plan, "primary")?.chances["referral"];
  const primary = plan.primary === NONE ? null : plan.places[plan.primary];
  return {
    fastBooths: primary === null ? null : fastBooths(state, primary),
    booths: primary?.serverCount ?? 0,
    ...preInspected(state, preInspection),
    preInspectionStage: preInspection?.name ?? null,
    referralFactor: referral === undefined ? null : state.referralFactor,
    referralShare: referral === undefined ? null : meanOf(referral.share, weights),
    scanners: nii === null ? null : inUse(state, plan.places[nii.entryPlace]),
    scannerStage: nii?.name ?? null,
    demandFactor: demandFactor(state, weights),
    stateStage: stateSafety?.name ?? null,
    extraInspectionShare: stateSafety === null ? null : shareNow(state, stateSafety, weights),
  };
}

/** Vehicles expected by service class, as shares of all: what means over classes go by. */
export function classWeights(plan: PortPlan): Float64Array {
  const weights = new Float64Array(SERVICE_CLASSES);
  const preInspection = stageOf(plan, "preInspection");
  for (let flow = 0; flow < FLOW_COUNT; flow++) {
    for (const isFast of [false, true]) {
      const count = expected(plan, flow, isFast);
      const plain = flow + FLOW_COUNT * (isFast ? FAST_MARK : 0);
      const inspected = preInspection === null ? 0 : preInspection.share[plain];
      weights[plain] += count * (1 - inspected);
      weights[plain + FLOW_COUNT * PRE_INSPECTED_MARK] += count * inspected;
    }
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? weights : weights.map((weight) => weight / sum);
}

/** Vehicles of a flow with or without the FAST mark on the counted days. */
function expected(plan: PortPlan, flow: number, isFast: boolean): number {
  const { rates, list, fastShare } = plan.demand;
  if (list !== null) {
    let count = 0;
    list.times.forEach((_, row) => {
      if (list.flows[row] === flow && (list.fast[row] === 1) === isFast) count += list.counts[row];
    });
    return count;
  }
  const steps = rates[flow];
  if (steps === null || steps === undefined) return 0;
  let count = 0;
  steps.times.forEach((from, i) => {
    const until = Math.min(steps.times[i + 1] ?? plan.countUntil, plan.countUntil);
    count += Math.max(0, until - Math.max(from, plan.countFrom)) * steps.perHour[i];
  });
  return count * (isFast ? fastShare[flow] : 1 - fastShare[flow]);
}

const stageOf = (plan: PortPlan, kind: StagePlan["kind"]): StagePlan | null =>
  plan.stages.find((stage) => stage.kind === kind) ?? null;

const meanOf = (shares: Float64Array, weights: Float64Array): number =>
  weights.reduce((sum, weight, kind) => sum + weight * shares[kind], 0);

function shareNow(state: Readonly<PortState>, stage: StagePlan, weights: Float64Array): number {
  const override = state.shareOverride[stage.index];
  return override < 0 ? meanOf(stage.share, weights) : override;
}

function preInspected(
  state: Readonly<PortState>,
  stage: StagePlan | null,
): Pick<Settings, "preInspectedShare" | "preInspectedOf"> {
  if (stage?.stage.kind !== "preInspection") return { preInspectedShare: null, preInspectedOf: null };
  const override = state.shareOverride[stage.index];
  const { share, of } = stage.stage.share;
  if (override < 0) return { preInspectedShare: share, preInspectedOf: of };
  return { preInspectedShare: override, preInspectedOf: SHARE_OF[state.shareOverrideOf[stage.index]] };
}

/** Booths that are or are about to be FAST ones; null where booths cannot change. */
function fastBooths(state: Readonly<PortState>, primary: PlacePlan): number | null {
  const { plan, servers } = state;
  const posts = plan.posts.filter((post) => post.place === primary.index);
  const fast = posts.find((post) => post.laneType === "fast");
  const canChange =
    fast !== undefined && primary.ownLines && posts.some((post) => post.laneType === "general");
  if (!canChange) return null;
  let count = 0;
  for (let server = primary.firstServer; server < primary.firstServer + primary.serverCount; server++) {
    const post = servers.nextPost[server] === NONE ? servers.post[server] : servers.nextPost[server];
    if (post === fast.index) count++;
  }
  return count;
}

function inUse(state: Readonly<PortState>, place: PlacePlan): number {
  let count = 0;
  for (let i = 0; i < place.serverCount; i++) if (state.servers.down[place.firstServer + i] === 0) count++;
  return count;
}

/** Demand relative to the file's, over all flows. */
function demandFactor(state: Readonly<PortState>, weights: Float64Array): number {
  const [first, ...others] = state.demandFactor;
  if (others.every((factor) => factor === first)) return first;
  return weights.reduce((sum, weight, kind) => sum + weight * state.demandFactor[kind % FLOW_COUNT], 0);
}
