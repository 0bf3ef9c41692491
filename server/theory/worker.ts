/** A thread of the pool that runs models with known answers. */
import { workFor } from "../run/work.ts";
import { prepareCase, runTheoryUnit } from "./units.ts";

workFor(prepareCase, runTheoryUnit);
