/** Begins an experiment of a session: each kind knows how it is run. */
import { CompareRun } from "./compare-run.ts";
import type { ExperimentJob, ExperimentListener, ExperimentRun, RunWith } from "./experiment-run.ts";
import { OptimizeRun } from "./staffing/optimize-run.ts";
import { SweepRun } from "./sweep-run.ts";

/** At once; an error is told, not thrown. */
export function runAsked(by: RunWith, job: ExperimentJob, listener: ExperimentListener): ExperimentRun {
  switch (job.kind) {
    case "compare":
      return new CompareRun(by, job, listener);
    case "sweep":
      return new SweepRun(by, job, listener);
    case "optimize":
      return new OptimizeRun(by, job, listener);
    default:
      return job satisfies never;
  }
}
