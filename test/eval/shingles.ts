const shingleLength = 4;

/** Words as the public benchmark of article extraction counts them. */
export function wordsOfBenchmark(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How often each run of four words stands in a text; a shorter text is one run. */
export function shinglesOf(words: readonly string[]): Map<string, number> {
  const shingles = new Map<string, number>();
  const last = Math.max(0, words.length - shingleLength);
  if (words.length === 0) return shingles;
  for (let at = 0; at <= last; at++) {
    const shingle = words.slice(at, at + shingleLength).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

/** Precision and recall, 0 to 1, and their harmonic mean. */
export type Overlap = Readonly<{ precision: number; recall: number; f1: number }>;

/**
 * Overlap of two texts by their runs of four words, each counted as often as it stands in both (as in Zyte's
 * article-extraction-benchmark).
 */
export function overlapOf(truth: string, found: string): Overlap {
  const wanted = shinglesOf(wordsOfBenchmark(truth));
  const have = shinglesOf(wordsOfBenchmark(found));
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((one, two) => one + two, 0);
  let both = 0;
  for (const [shingle, count] of have) both += Math.min(count, wanted.get(shingle) ?? 0);
  const precision = have.size === 0 ? (wanted.size === 0 ? 1 : 0) : both / sum(have);
  const recall = wanted.size === 0 ? 1 : both / sum(wanted);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
