/** "20 days", or "20 antithetic pairs of days": what n counts. */
import type { Texts } from "../texts.ts";

export const countText = (
  count: number,
  { antithetic }: { readonly antithetic?: boolean | undefined },
  { t }: Texts,
  done: string | number = count,
): string => t(antithetic === true ? "pairs" : "days", { count, done });
