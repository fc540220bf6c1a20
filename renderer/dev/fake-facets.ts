import type { Source } from '../../electron/contract/archive-api.ts';
import {
  facetNames,
  wordRanges,
  type AllFacets,
  type FacetName,
  type FacetValue,
} from '../../electron/contract/facet-values.ts';
import { byNamedColumn, isNamedColumn } from '../../electron/contract/named-columns.ts';
import type { Timeline } from '../../electron/contract/search.ts';
import type { InventedArticle } from './invented-articles.ts';

/** What the found articles have in common, beside all there are. */
export function fakeFacets(
  found: readonly InventedArticle[],
  all: readonly InventedArticle[],
  sources: readonly Source[],
): AllFacets {
  const counted = facetNames.map((facet) => {
    const ofFacet = (article: InventedArticle) => valuesOf(facet, article, sources);
    return [facet, { values: counts(found.flatMap(ofFacet), all.flatMap(ofFacet)), others: 0 }];
  });
  return Object.fromEntries(counted) as AllFacets;
}

export function fakeTimeline(found: readonly InventedArticle[]): Timeline {
  const months = found.flatMap(({ fields }) => fields.published?.date.slice(0, 7) ?? []);
  const bars = counts(months, months).map(({ key, articles }) => ({ key: `${key}-01`, articles }));
  const undated = found.length - months.length;
  return { unit: 'month', bars: bars.sort((a, b) => (a.key < b.key ? -1 : 1)), undated };
}

function valuesOf(facet: FacetName, article: InventedArticle, sources: readonly Source[]): readonly string[] {
  const { fields, path, tags, missing } = article;
  const one = (value: string | null | undefined) => (value === null || value === undefined ? [] : [value]);
  if (isNamedColumn(facet)) return one(byNamedColumn((column) => column.of(fields))[facet]);
  switch (facet) {
    case 'tags':
      return [...tags];
    case 'sources':
      return one(sources[article.source]?.path);
    case 'folders':
      return one(path.slice(0, path.lastIndexOf('/')));
    case 'states':
      return [
        ...(tags.size === 0 ? ['untagged'] : []),
        ...(fields.published === null ? ['undated'] : []),
        ...(missing ? ['missing'] : []),
      ];
    case 'years':
      return one(fields.published?.date.slice(0, 4));
    case 'lengths':
      return one(wordRanges.find(({ to }) => fields.words <= to)?.key);
    case 'formats':
      return one(path.split('.').at(-1));
  }
}

function counts(found: readonly string[], all: readonly string[]): FacetValue[] {
  const known = new Map<string, { articles: number; all: number }>();
  for (const key of all) known.set(key, { articles: 0, all: (known.get(key)?.all ?? 0) + 1 });
  for (const key of found) {
    const count = known.get(key) ?? { articles: 0, all: 0 };
    known.set(key, { ...count, articles: count.articles + 1 });
  }
  return [...known]
    .map(([key, count]) => ({ key, ...count }))
    .filter(({ articles }) => articles > 0)
    .sort((one, other) => other.articles - one.articles);
}
