import type { FacetValue } from '../../electron/contract/facet-values.ts';

/** Counts by the path of each tag and of each level above it, which has the sum of what is nested in it. */
export function tagSums(values: readonly FacetValue[]): ReadonlyMap<string, Omit<FacetValue, 'key'>> {
  const sums = new Map<string, Omit<FacetValue, 'key'>>();
  for (const { key, articles, all } of values) {
    const parts = key.split('/');
    for (let level = 1; level <= parts.length; level += 1) {
      const path = parts.slice(0, level).join('/');
      const sum = sums.get(path) ?? { articles: 0, all: 0 };
      sums.set(path, { articles: sum.articles + articles, all: sum.all + all });
    }
  }
  return sums;
}
