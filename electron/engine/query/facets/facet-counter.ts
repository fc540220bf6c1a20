import {
  articleStates,
  facetNames,
  type AllFacets,
  type ArticleState,
  type FacetName,
  type FacetValue,
  type FacetValues,
} from '../../../contract/facet-values.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { maxFacetTags, type LibrarySets } from '../library-sets.ts';
import { filterByArticles, filterUndated } from '../matching/filters.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { foundDocuments, type FoundDocuments } from './found-documents.ts';
import type { LibraryFacets } from './library-facets.ts';
import { topValues, type CountedValues } from './top-values.ts';
import { ValueTables } from './value-tables.ts';

/** Articles that a facet is counted over: what all filters but those of the facet itself find. */
export type CountedArticles = Readonly<{
  ids: BitSet;
  matched: DocumentSets;
  documents: readonly FoundDocuments[];
}>;

export function countedArticles(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  ids: BitSet,
): CountedArticles {
  return { ids, matched, documents: foundDocuments(snapshot, matched) };
}

/** An answer whose facets are counted; `hidden`: how many excluded articles it hides, null where it would show them. */
export type CountedAnswer<Asked> = Readonly<{ request: Asked; found: BitSet; hidden: number | null }>;

type Hidden = Readonly<{ hidden: number; articles: CountedArticles }>;

/** Values that are told of a facet at once: more are looked for by name. */
const maxValues = 100;

const years = 1000;

/** Counts every facet over the articles that `articlesFor` names, and tells of `kept` values in any case. */
export class FacetCounter {
  readonly #tables = new ValueTables();
  readonly #sets: LibrarySets;
  readonly #library: LibraryFacets;

  constructor(sets: LibrarySets, library: LibraryFacets) {
    this.#sets = sets;
    this.#library = library;
  }

  /** `hidden`: how many excluded articles the answer hides, of which none counts; null where it would show them. */
  count(
    snapshot: IndexSnapshot,
    articlesFor: (facet: FacetName) => CountedArticles,
    kept: (facet: FacetName) => readonly string[],
    hidden: number | null,
  ): AllFacets {
    const excluded = this.#excluded(snapshot, hidden);
    const counted = facetNames.map((facet) => {
      const values = this.#values(snapshot, facet, articlesFor(facet), kept(facet));
      return [facet, excluded === null ? values : this.#without(snapshot, facet, values, excluded)];
    });
    return Object.fromEntries(counted) as AllFacets;
  }

  /** The values of one facet whose name holds `text`, in any case. */
  find(
    snapshot: IndexSnapshot,
    facet: FacetName,
    articles: CountedArticles,
    text: string,
    hidden: number | null,
  ): FacetValues {
    const excluded = this.#excluded(snapshot, hidden);
    const values = this.#found(snapshot, facet, articles, text);
    return excluded === null ? values : this.#without(snapshot, facet, values, excluded);
  }

  #found(snapshot: IndexSnapshot, facet: FacetName, articles: CountedArticles, text: string): FacetValues {
    const wanted = text.normalize('NFKC').toLowerCase();
    if (facet === 'tags' || facet === 'states') {
      const { values } = this.#values(snapshot, facet, articles, []);
      return { values: values.filter(({ key }) => key.toLowerCase().includes(wanted)), others: 0 };
    }
    const { counts, all, nameOf } = this.#counted(snapshot, facet, articles);
    const matching = counts.slice();
    for (let number = 1; number < matching.length; number += 1) {
      if (matching[number] === 0) continue;
      if (!nameOf(number).normalize('NFKC').toLowerCase().includes(wanted)) matching[number] = 0;
    }
    return topValues({ counts: matching, all, nameOf }, maxValues);
  }

  #values(
    snapshot: IndexSnapshot,
    facet: FacetName,
    articles: CountedArticles,
    kept: readonly string[],
    maxTags = maxFacetTags,
  ): FacetValues {
    if (facet === 'tags') return this.#library.tags(articles.ids, maxTags);
    if (facet === 'states') return { values: this.#states(snapshot, articles), others: 0 };
    return topValues(this.#counted(snapshot, facet, articles), facet === 'years' ? years : maxValues, kept);
  }

  /** Null where the archive has none, or they are shown. */
  #excluded(snapshot: IndexSnapshot, hidden: number | null): Hidden | null {
    const ids = this.#sets.inReadingState('excluded');
    if (hidden === null || ids.isEmpty) return null;
    const matched = snapshot.segments.map((segment) => filterByArticles(segment, ids));
    return { hidden, articles: countedArticles(snapshot, matched, ids) };
  }

  /** Values of which all articles there are do not count the excluded ones. */
  #without(
    snapshot: IndexSnapshot,
    facet: FacetName,
    { values, others }: FacetValues,
    { hidden, articles }: Hidden,
  ): FacetValues {
    const keys = values.map(({ key }) => key);
    const away = this.#values(snapshot, facet, articles, keys, Infinity).values;
    const awayBy = new Map(away.map((value) => [value.key, value.articles]));
    const left = values.map((value) => {
      if (facet === 'states' && value.key === 'excluded') return { ...value, articles: hidden };
      return { ...value, all: value.all - (awayBy.get(value.key) ?? 0) };
    });
    return { values: left, others };
  }

  #counted(
    snapshot: IndexSnapshot,
    facet: Exclude<FacetName, 'tags' | 'states'>,
    { ids, documents }: CountedArticles,
  ): CountedValues {
    if (facet === 'sources') return this.#library.sources(ids);
    if (facet === 'folders') return this.#library.folders(ids);
    if (facet === 'formats') return this.#library.formats(ids);
    return this.#tables.count(snapshot, facet, documents);
  }

  #states(snapshot: IndexSnapshot, { ids, matched }: CountedArticles): readonly FacetValue[] {
    const live = snapshot.segments.map((segment) => segment.liveDocuments());
    const count = (state: ArticleState): Omit<FacetValue, 'key'> => {
      if (state === 'undated') return undated(snapshot, matched);
      const having = this.#having(state);
      const articles = ids.count() - ids.countWithout(having);
      if (state !== 'untagged' && state !== 'unread') return { articles, all: having.count() };
      const total = live.reduce((sum, documents) => sum + documents.count(), 0);
      return { articles: ids.count() - articles, all: total - having.count() };
    };
    return articleStates.map((state) => ({ key: state, ...count(state) }));
  }

  /** Of `untagged` and `unread`, those that are tagged and read. */
  #having(state: Exclude<ArticleState, 'undated'>): BitSet {
    switch (state) {
      case 'untagged':
        return this.#sets.anyTag();
      case 'missing':
        return this.#sets.missing();
      case 'corrected':
        return this.#sets.corrected();
      case 'noted':
        return this.#sets.noted();
      case 'highlighted':
        return this.#sets.highlighted();
      case 'read':
      case 'unread':
        return this.#sets.inReadingState('read');
      case 'queued':
      case 'excluded':
        return this.#sets.inReadingState(state);
    }
  }
}

function undated({ segments }: IndexSnapshot, matched: DocumentSets): Omit<FacetValue, 'key'> {
  let [articles, all] = [0, 0];
  for (const [nth, segment] of segments.entries()) {
    const without = filterUndated(segment);
    all += without.count();
    articles += without.intersect(matched[nth] ?? new BitSet(0)).count();
  }
  return { articles, all };
}
