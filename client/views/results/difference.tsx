/** A difference in a table: its value, and under it the interval or why there is none. */
import type { Estimate } from "../../../shared/estimate.ts";
import type { ResultRow } from "../../../shared/protocol.ts";
import { useWords } from "../words.ts";
import { decimalsOf, differenceText, openText } from "./rows.ts";

type Props = {
  readonly row: Pick<ResultRow, "unit">;
  readonly difference: Estimate | null;
  /** Where one day, or future, tells nothing of others, and where all are the same. */
  readonly noInterval: string;
  readonly sameInEach: string;
};

export function Difference({ row, difference, noInterval, sameInEach }: Props) {
  const words = useWords();
  const { t } = words;
  if (difference === null) return <>–</>;
  const { value, low, high } = difference;
  const digits = decimalsOf(row, difference);
  const say = (one: number): string => differenceText(words, row, one, digits);
  const interval = (): string => {
    const open = openText(words, difference, say);
    if (open !== null) return open;
    if (low === null || high === null) return noInterval;
    if (low === high) return sameInEach;
    return t("results.interval", { low: say(low), high: say(high) });
  };
  return (
    <>
      <b>{row.unit === "%" ? t("numbers.points", { value: say(value) }) : say(value)}</b>
      <small>{interval()}</small>
    </>
  );
}
