/** A thread of the pool that repeats experiments: a unit is a block of them. */
import type { JobRequest } from "../../server/run/pool-messages.ts";
import { workFor } from "../../server/run/work.ts";
import { BLOCK, experiment, prepare } from "./experiments.ts";
import type { Block, Prepared } from "./experiments.ts";
import { MODELS } from "./models.ts";

/** `names` is that of the model. */
function preparedFor({ names }: JobRequest): Prepared {
  const model = MODELS.find(({ name }) => name === names[0]);
  if (model === undefined) throw new Error(`no model ${names[0]}`);
  return prepare(model);
}

/** Experiments are numbered from 1, and their numbers are their seeds. */
function runBlock(prepared: Prepared, block: number): Block {
  const outcomes = Array.from({ length: BLOCK }, (_, i) => experiment(prepared, block * BLOCK + i + 1));
  return { block, outcomes };
}

workFor(preparedFor, runBlock);
