import type { ResultSetId, SourceId, TagId } from './ids.ts';

/** What articles are counted by and narrowed to beside a query, in the order in which it is shown. */
export const facetNames = [
  'tags',
  'states',
  'sources',
  'folders',
  'years',
  'outlets',
  'sections',
  'places',
  'agencies',
  'bylines',
  'languages',
  'lengths',
  'formats',
] as const;

export type FacetName = (typeof facetNames)[number];

/** What is so with an article that has no name for it. */
export const articleStates = [
  'read',
  'unread',
  'queued',
  'excluded',
  'untagged',
  'undated',
  'missing',
  'corrected',
  'noted',
  'highlighted',
] as const;
export type ArticleState = (typeof articleStates)[number];

/** Spans of lengths in words, both ends included, as `words:` has them. */
export const wordRanges = [
  { key: '..99', from: 0, to: 99 },
  { key: '100..299', from: 100, to: 299 },
  { key: '300..799', from: 300, to: 799 },
  { key: '800..1999', from: 800, to: 1999 },
  { key: '2000..', from: 2000, to: Number.MAX_SAFE_INTEGER },
] as const;

/** Chosen values by facet: tags and sources by id, so that one that is renamed is still meant. */
export type ChosenValues = Readonly<
  Partial<
    Record<Exclude<FacetName, 'tags' | 'sources'>, readonly string[]> & {
      tags: readonly TagId[];
      sources: readonly SourceId[];
    }
  >
>;

/** A value: articles that have it among those that the query and all other filters find, and among all there are. */
export type FacetValue = Readonly<{ key: string; articles: number; all: number }>;

/** The most frequent values and those that are chosen; `others` have articles too and are not told. */
export type FacetValues = Readonly<{ values: readonly FacetValue[]; others: number }>;

/**
 * Tags by name in the order of the alphabet, sources and folders by path, years as `2015`, `states` of `articleStates`, `lengths` by
 * their key in `wordRanges`.
 */
export type AllFacets = Readonly<Record<FacetName, FacetValues>>;

/** The values of one facet of an answer whose names hold `text`, in any case. */
export type FacetValuesRequest = Readonly<{ resultSet: ResultSetId; facet: FacetName; text: string }>;

export interface FacetsApi {
  /**
   * Every facet of an answer, each counted over what the query and all filters but its own find now; the answer itself stays as
   * it was found.
   */
  facets(request: Readonly<{ resultSet: ResultSetId }>): Promise<AllFacets>;
  facetValues(request: FacetValuesRequest): Promise<FacetValues>;
}
