/**
 * Insertions, deletions, substitutions and swaps of neighbours that make one word of another (optimal string alignment,
 * Damerau 1964); null when there are more than `max`. In UTF-16 units.
 */
export function editDistanceWithin(a: string, b: string, max: number): number | null {
  if (Math.abs(a.length - b.length) > max) return null;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let min = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) min = Math.min(min, (before[column - 2] ?? 0) + 1);
      current.push(min);
    }
    before = above;
    above = current;
  }
  const distance = above[b.length] ?? 0;
  return distance <= max ? distance : null;
}

/** The one of `known` that `word` is nearest to, within two edits (one for words of up to four letters), or null. */
export function nearestOf(word: string, known: Iterable<string>): string | null {
  const max = word.length <= 4 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = max + 1;
  for (const other of known) {
    const distance = editDistanceWithin(word, other, bestDistance - 1);
    if (distance === null) continue;
    best = other;
    bestDistance = distance;
    if (distance === 0) break;
  }
  return best;
}
