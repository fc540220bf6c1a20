import { facetNames, type FacetName } from '../../../electron/contract/facet-values.ts';
import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';

export const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };

/** Whether anything is left out by `filter`. */
export function isNarrowing(filter: SearchFilter): boolean {
  const { untagged, published, not = {} } = filter;
  const isChosen = (facet: FacetName) => (filter[facet]?.length ?? 0) + (not[facet]?.length ?? 0) > 0;
  return untagged || published !== undefined || facetNames.some(isChosen);
}

/** Which tag or source an id stands for now: another after a merge, null once it is gone. */
export type Standing = Readonly<{
  tag: (id: TagId) => TagId | null;
  source: (id: SourceId) => SourceId | null;
}>;

/** `filter` with what its ids stand for now; itself where that is the same. */
export function settledFilter(filter: SearchFilter, standing: Standing): SearchFilter {
  const tags = settledIds(filter.tags, standing.tag);
  const sources = settledIds(filter.sources, standing.source);
  const { not = {} } = filter;
  const notTags = settledIds(not.tags ?? noIds, standing.tag);
  const notSources = settledIds(not.sources ?? noIds, standing.source);
  const isSame =
    tags === filter.tags &&
    sources === filter.sources &&
    notTags === (not.tags ?? noIds) &&
    notSources === (not.sources ?? noIds);
  if (isSame) return filter;
  if (filter.not === undefined) return { ...filter, tags, sources };
  return { ...filter, tags, sources, not: { ...not, tags: notTags, sources: notSources } };
}

const noIds: readonly never[] = [];

function settledIds<Id>(ids: readonly Id[], standsFor: (id: Id) => Id | null): readonly Id[] {
  const settled = [...new Set(ids.map(standsFor))].filter((id) => id !== null);
  return settled.length === ids.length && settled.every((id, nth) => id === ids[nth]) ? ids : settled;
}

/** `values` without `chosen` where all of them were among them, else with them. */
export function toggled<Value>(values: readonly Value[], chosen: readonly Value[]): readonly Value[] {
  const others = values.filter((value) => !chosen.includes(value));
  return others.length === values.length - chosen.length ? others : [...others, ...chosen];
}
