/** "Did you mean": the known word nearest to a misspelt one, or null when none is near enough to guess. */

export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, changes and swaps of neighbors between two words; `limit` when there are as many or more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(change, above[j]! + 1, row[j - 1]! + 1, swapped ? before[j - 2]! + 1 : limit);
    }
    before = above;
    above = row;
  }
  return Math.min(limit, above[b.length]!);
}

/** Names for a text: all, or the first dozen. */
export function listNames(names: readonly string[]): string {
  return names.length <= 24 ? names.join(", ") : `${names.slice(0, 24).join(", ")}, …`;
}

/** Parameters that name the nearest known word where there is one. */
export function guessParams(word: string, known: readonly string[]): Readonly<Record<string, string>> {
  const guess = nearest(word, known);
  return { known: listNames(known), ...(guess === null ? {} : { guess, context: "guess" }) };
}
