import type { SourceId, TagId } from '../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../electron/contract/search.ts';

export const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };

/** Whether anything is left out by `filter`. */
export function isNarrowing({ tags, sources, untagged, published, ...names }: SearchFilter): boolean {
  const lists = [tags, sources, names.languages ?? [], names.places ?? [], names.agencies ?? []];
  return untagged || published !== undefined || lists.some(({ length }) => length > 0);
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
  return tags === filter.tags && sources === filter.sources ? filter : { ...filter, tags, sources };
}

function settledIds<Id>(ids: readonly Id[], standsFor: (id: Id) => Id | null): readonly Id[] {
  const settled = [...new Set(ids.map(standsFor))].filter((id) => id !== null);
  return settled.length === ids.length && settled.every((id, nth) => id === ids[nth]) ? ids : settled;
}

/** `values` without `chosen` where all of them were among them, else with them. */
export function toggled<Value>(values: readonly Value[], chosen: readonly Value[]): readonly Value[] {
  const others = values.filter((value) => !chosen.includes(value));
  return others.length === values.length - chosen.length ? others : [...others, ...chosen];
}
