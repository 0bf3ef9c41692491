/** Mean minutes that a departed vehicle was delayed, divided among the causes as all that was waited so far is. */
import { MINUTE } from "../../shared/units.ts";
import { CAUSES } from "../../shared/vocabulary.ts";
import type { Cause } from "../../shared/vocabulary.ts";
import type { GroupedSums } from "./groups.ts";
import { sumOverClasses } from "./time-by-stage.ts";

/** `causes` is by place and cause, in truck-ms; `delay` is of departed vehicles. Nothing before somebody was seen waiting. */
export function timeByCause(
  causes: Float64Array,
  { sum, count }: GroupedSums,
): readonly (readonly [Cause, number])[] {
  const waited = causes.reduce((all, ms) => all + ms, 0);
  const departed = sumOverClasses(count, 0);
  const mean = waited === 0 || departed === 0 ? 0 : sumOverClasses(sum, 0) / departed / MINUTE;
  return CAUSES.map((cause, code) => {
    let ms = 0;
    for (let at = code; at < causes.length; at += CAUSES.length) ms += causes[at];
    return [cause, waited === 0 ? 0 : (mean * ms) / waited];
  });
}
