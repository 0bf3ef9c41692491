/**
 * Two scenarios on the same days with the same vehicles. There is no other way to a difference than
 * through this: runs of another seed, other replications or other vehicles are refused.
 */
import type { VehicleJoin } from "../measure/join.ts";
import type { ReplicationSummary } from "../measure/summary.ts";

/** The runs cannot be compared day by day and vehicle by vehicle. */
export class PairingError extends Error {
  readonly differs: "seed" | "replications" | "vehicles";
  /** The two files, where they are known. */
  readonly files: readonly [string, string] | null;

  constructor(
    differs: PairingError["differs"],
    message: string,
    files: readonly [string, string] | null = null,
  ) {
    super(message);
    this.name = "PairingError";
    this.differs = differs;
    this.files = files;
  }
}

export class PairedDays {
  readonly baseline: readonly ReplicationSummary[];
  readonly other: readonly ReplicationSummary[];
  // Private, so that nothing else has this type.
  readonly #joins: readonly VehicleJoin[];

  private constructor(
    baseline: readonly ReplicationSummary[],
    other: readonly ReplicationSummary[],
    joins: readonly VehicleJoin[],
  ) {
    this.baseline = baseline;
    this.other = other;
    this.#joins = joins;
  }

  /** By day: the vehicles of both joined by identity. */
  get joins(): readonly VehicleJoin[] {
    return this.#joins;
  }

  static of(
    baseline: readonly ReplicationSummary[],
    other: readonly ReplicationSummary[],
    joins: readonly VehicleJoin[],
  ): PairedDays {
    if (baseline.length !== other.length || joins.length !== baseline.length) {
      throw new PairingError(
        "replications",
        `cannot pair ${baseline.length} replications with ${other.length}, joined on ${joins.length}`,
      );
    }
    baseline.forEach((one, day) => refuseUnlike(one, other[day]));
    return new PairedDays(baseline, other, joins);
  }
}

function refuseUnlike(one: ReplicationSummary, other: ReplicationSummary): void {
  if (one.seed !== other.seed) {
    throw new PairingError("seed", `cannot pair runs of seeds ${one.seed} and ${other.seed}`);
  }
  if (one.replication !== other.replication) {
    throw new PairingError(
      "replications",
      `cannot pair replication ${one.replication} with replication ${other.replication}`,
    );
  }
  if (one.identity !== other.identity) {
    throw new PairingError(
      "vehicles",
      `cannot pair runs of other vehicles: "${one.identity}" and "${other.identity}"`,
    );
  }
}
