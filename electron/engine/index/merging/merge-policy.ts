export type MergeCandidate = Readonly<{ id: number; articles: number; live: number }>;

/** Says which segments are to become one; none when all is well. */
export interface MergePolicy {
  choose(segments: readonly MergeCandidate[]): readonly number[];
}

/**
 * Tiers by size, as in Lucene's TieredMergePolicy: a tier holds segments within a factor of `perTier`, and once it has
 * `perTier` of them they become one. A segment with more than a third of it deleted is written anew alone. More in a tier
 * means fewer merges, and more segments that a query looks into while an import goes on.
 */
export function tieredMergePolicy(perTier = 12, minArticles = 500): MergePolicy {
  return {
    choose(segments) {
      const wasteful = segments.find(({ articles, live }) => articles - live > articles / 3);
      const tiers = new Map<number, number[]>();
      for (const { id, live } of segments) {
        const tier = Math.floor(Math.log(Math.max(live / minArticles, 1)) / Math.log(perTier));
        const ids = tiers.get(tier) ?? [];
        tiers.set(tier, ids);
        ids.push(id);
        if (ids.length >= perTier) return ids;
      }
      return wasteful === undefined ? [] : [wasteful.id];
    },
  };
}

/** Segments of an index at rest: each query looks into all of them. */
export const maxSegmentsAtRest = 3;

/** Which segments are to become one when nothing else is to be done: all but the largest few. */
export function segmentsToJoin(segments: readonly MergeCandidate[]): readonly number[] {
  if (segments.length <= maxSegmentsAtRest) return [];
  return [...segments]
    .sort((a, b) => b.live - a.live || a.id - b.id)
    .slice(maxSegmentsAtRest - 1)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}
