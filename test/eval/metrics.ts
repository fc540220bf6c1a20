/** Grades of the relevant documents of a topic by document id, each above zero. */
export type Judgements = ReadonlyMap<number, number>;

function discountedGain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
}

/**
 * Normalised discounted cumulative gain of the first `depth` documents: the sum of grade / log2(rank + 1), divided by
 * what the best order of all judged documents has (Järvelin and Kekäläinen 2002 with the discount that trec_eval's
 * `ndcg_cut` takes). The gain is the grade itself.
 */
export function ndcg(ranking: readonly number[], judgements: Judgements, depth: number): number {
  const best = [...judgements.values()].sort((a, b) => b - a).slice(0, depth);
  const ideal = discountedGain(best);
  return ideal === 0
    ? 0
    : discountedGain(ranking.slice(0, depth).map((id) => judgements.get(id) ?? 0)) / ideal;
}

/** The mean over all relevant documents of the precision at the rank of each; those not found count as 0. */
export function averagePrecision(ranking: readonly number[], judgements: Judgements): number {
  let found = 0;
  let sum = 0;
  for (const [place, id] of ranking.entries()) {
    if (!judgements.has(id)) continue;
    found += 1;
    sum += found / (place + 1);
  }
  return judgements.size === 0 ? 0 : sum / judgements.size;
}

/** The share of the relevant documents that is among the first `depth`. */
export function recall(ranking: readonly number[], judgements: Judgements, depth: number): number {
  if (judgements.size === 0) return 0;
  return ranking.slice(0, depth).filter((id) => judgements.has(id)).length / judgements.size;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
