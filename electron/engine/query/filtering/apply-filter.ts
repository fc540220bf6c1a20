import {
  facetNames,
  wordRanges,
  type ArticleState,
  type ChosenValues,
  type FacetName,
} from '../../../contract/facet-values.ts';
import { isNamedColumn } from '../../../contract/named-columns.ts';
import type { ReadingState } from '../../../contract/read-states.ts';
import type { SourceId, TagId } from '../../../contract/ids.ts';
import type { SearchFilter } from '../../../contract/search.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { publishedDay } from '../../index/schema/published-day.ts';
import { filterByArticles, filterByDays, filterByName, filterByWords } from '../matching/filters.ts';
import { amongArticles, filterByState, type SegmentFilter } from '../matching/state-filters.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';

/** Articles that have any of some values of which the index knows nothing. */
export interface FilterSets {
  /** With the tags nested in each. */
  withTags(tags: readonly TagId[]): BitSet;
  inSources(sources: readonly SourceId[]): BitSet;
  inFolders(folders: readonly string[]): BitSet;
  ofFormats(formats: readonly string[]): BitSet;
  anyTag(): BitSet;
  corrected(): BitSet;
  /** Every file of them has vanished. */
  missing(): BitSet;
  /** With a note. */
  noted(): BitSet;
  /** With a passage that a person marked. */
  highlighted(): BitSet;
  /** Of which a person says this. */
  inReadingState(state: ReadingState): BitSet;
}

/** Takes out of `matched` what the filter keeps out. */
export function applyFilter(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  filter: SearchFilter,
  sets: FilterSets,
): void {
  const { published } = filter;
  const chosen = facetNames.flatMap((facet) => chosenOf(filter, facet, sets));
  const anyTag = filter.untagged ? sets.anyTag() : null;
  for (const [nth, segment] of snapshot.segments.entries()) {
    const set = matched[nth];
    if (set === undefined) continue;
    for (const { having, areLeftOut } of chosen) {
      if (areLeftOut) set.subtract(having(segment));
      else set.intersect(having(segment));
    }
    if (anyTag !== null) set.subtract(filterByArticles(segment, anyTag));
    if (published === undefined) continue;
    set.intersect(filterByDays(segment, publishedDay(published.from), publishedDay(published.to)));
  }
}

/** Facets whose choices are about the same: those of `facet` itself, and folders lie in sources. */
function sameChoice(facet: FacetName): readonly FacetName[] {
  return facet === 'sources' || facet === 'folders' ? ['sources', 'folders'] : [facet];
}

/** `filter` without what it says of `facet`. */
export function withoutFacet(filter: SearchFilter, facet: FacetName): SearchFilter {
  const left = (chosen: SearchFilter | ChosenValues): ChosenValues =>
    Object.fromEntries(
      Object.entries(chosen).filter(([name]) => !sameChoice(facet).some((same) => same === name)),
    );
  const { published, every, not = {} } = filter;
  return {
    tags: [],
    sources: [],
    ...left(filter),
    untagged: facet === 'tags' ? false : filter.untagged,
    not: left(not),
    ...(published === undefined ? {} : { published }),
    ...(every === undefined ? {} : { every }),
  };
}

/** Whether values of `facet` are chosen of which an article needs but one, or none. */
export function isWidenedBy(filter: SearchFilter, facet: FacetName): boolean {
  if (facet === 'tags' && filter.untagged) return true;
  return sameChoice(facet).some(
    (same) => (filter[same]?.length ?? 0) + (filter.not?.[same]?.length ?? 0) > 0 && !needsAll(filter, same),
  );
}

function needsAll(filter: SearchFilter, facet: FacetName): boolean {
  return filter.every?.includes(facet) === true;
}

type Chosen = Readonly<{ having: SegmentFilter; areLeftOut: boolean }>;

function chosenOf(filter: SearchFilter, facet: FacetName, sets: FilterSets): readonly Chosen[] {
  const wanted = filter[facet] ?? [];
  const unwanted = filter.not?.[facet] ?? [];
  const having = (values: readonly (string | number)[]): SegmentFilter =>
    documentsHaving(facet, values, sets);
  const chosen: Chosen[] = unwanted.length === 0 ? [] : [{ having: having(unwanted), areLeftOut: true }];
  if (wanted.length === 0) return chosen;
  if (needsAll(filter, facet)) {
    chosen.push(...wanted.map((value) => ({ having: having([value]), areLeftOut: false })));
    return chosen;
  }
  // Sources and folders are one tree: an article lies in any of what is chosen of both.
  const others = sameChoice(facet).filter((same) => same !== facet && (filter[same]?.length ?? 0) > 0);
  const [other] = others.filter((same) => !needsAll(filter, same));
  if (other === undefined) chosen.push({ having: having(wanted), areLeftOut: false });
  else if (facet === 'sources') {
    const both = [having(wanted), documentsHaving(other, filter[other] ?? [], sets)];
    chosen.push({ having: anyOf(both), areLeftOut: false });
  }
  return chosen;
}

/** Those that have any of the values. */
function documentsHaving(
  facet: FacetName,
  values: readonly (string | number)[],
  sets: FilterSets,
): SegmentFilter {
  const texts = values.map(String);
  if (isNamedColumn(facet)) {
    const names = new Set(texts);
    return (segment) => filterByName(segment, facet, (name) => names.has(name));
  }
  switch (facet) {
    case 'tags':
      return amongArticles(sets.withTags(values as readonly TagId[]));
    case 'sources':
      return amongArticles(sets.inSources(values as readonly SourceId[]));
    case 'folders':
      return amongArticles(sets.inFolders(texts));
    case 'formats':
      return amongArticles(sets.ofFormats(texts));
    case 'states':
      return anyOf(texts.map((state) => filterByState(state as ArticleState, sets)));
    case 'years':
      return anyOf(
        texts.map(
          (year) => (segment) =>
            filterByDays(segment, publishedDay(`${year}-01-01`), publishedDay(`${year}-12-31`)),
        ),
      );
    case 'lengths':
      return anyOf(
        wordRanges
          .filter(({ key }) => texts.includes(key))
          .map(
            ({ from, to }) =>
              (segment) =>
                filterByWords(segment, from, to),
          ),
      );
  }
}

function anyOf(all: readonly SegmentFilter[]): SegmentFilter {
  return (segment) => {
    const set = new BitSet(segment.row.articles);
    for (const having of all) set.union(having(segment));
    return set;
  };
}
