/** Instants of a run as the clock of the port shows them: "2024-05-07T14:30". */

/** Kept, since the days of an experiment go through the same instants. */
export function localTimes(zone: string, from: string): (ms: number) => string {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  const kept = new Map<number, string>();
  return (ms) => {
    const known = kept.get(ms);
    if (known !== undefined) return known;
    const text = start.add({ milliseconds: ms }).toPlainDateTime().toString({ smallestUnit: "minute" });
    kept.set(ms, text);
    return text;
  };
}
