/** Options of `optimize`, each a field of a question file, so that they are checked as the file is. */
import type { Setting } from "../../shared/scenario/setting.ts";
import { numberOr } from "./options.ts";

export type GivenQuestion = {
  readonly promise?: readonly string[];
  readonly sure?: string;
  readonly shifts?: string;
  readonly startsEvery?: string;
  readonly break?: string;
  readonly roster?: string;
  readonly budget?: string;
  readonly replications?: string;
  readonly seed?: string;
};

const FIELDS = [
  ["promise", "--promise"],
  ["sure", "--sure"],
  ["shifts", "--shifts"],
  ["startsEvery", "--starts-every"],
  ["break", "--break"],
  ["roster", "--roster"],
  ["budget", "--budget"],
  ["replications", "--replications"],
  ["seed", "--seed"],
] as const satisfies readonly (readonly [keyof GivenQuestion, string])[];

const WHOLE: readonly string[] = ["roster", "replications", "seed"];

export const staffingSettings = (given: GivenQuestion): readonly Setting[] =>
  FIELDS.flatMap(([name, option]): readonly Setting[] => {
    const value = given[name];
    return value === undefined
      ? []
      : [
          {
            path: [name],
            value: WHOLE.includes(name) ? numberOr(value) : value,
            at: { file: option, line: 0, column: 0 },
          },
        ];
  });
