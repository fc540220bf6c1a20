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
import { filterUndated } from '../matching/filters.ts';
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

  count(
    snapshot: IndexSnapshot,
    articlesFor: (facet: FacetName) => CountedArticles,
    kept: (facet: FacetName) => readonly string[],
  ): AllFacets {
    const counted = facetNames.map((facet) => [
      facet,
      this.#values(snapshot, facet, articlesFor(facet), kept(facet)),
    ]);
    return Object.fromEntries(counted) as AllFacets;
  }

  /** The values of one facet whose name holds `text`, in any case. */
  find(snapshot: IndexSnapshot, facet: FacetName, articles: CountedArticles, text: string): FacetValues {
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
  ): FacetValues {
    if (facet === 'tags') return this.#library.tags(articles.ids, maxFacetTags);
    if (facet === 'states') return { values: this.#states(snapshot, articles), others: 0 };
    return topValues(this.#counted(snapshot, facet, articles), facet === 'years' ? years : maxValues, kept);
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
      if (state !== 'untagged') return { articles, all: having.count() };
      const total = live.reduce((sum, documents) => sum + documents.count(), 0);
      return { articles: ids.count() - articles, all: total - having.count() };
    };
    return articleStates.map((state) => ({ key: state, ...count(state) }));
  }

  /** Of `untagged`, those that are tagged. */
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
