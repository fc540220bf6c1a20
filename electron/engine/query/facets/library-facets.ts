import type { FacetValues } from '../../../contract/facet-values.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { PlaceColumn } from '../../library/places/place-column.ts';
import type { LibrarySets } from '../library-sets.ts';
import { maxArticles } from '../results/max-articles.ts';
import type { CountedValues } from './top-values.ts';

/** Counts what the library knows of articles and the index does not. */
export class LibraryFacets {
  readonly #sets: LibrarySets;

  constructor(sets: LibrarySets) {
    this.#sets = sets;
  }

  /** In the order of the alphabet, `max` of the most frequent. */
  tags(found: BitSet, max: number): FacetValues {
    const reader = this.#sets.refreshed;
    const { tagSets } = reader;
    const [counts, all] = [tagSets.counts(found), tagSets.counts(null)];
    const ids = maxArticles(counts, max);
    const values = reader
      .tagNames(ids)
      .map(({ id, name }) => ({ key: name, articles: counts[id] ?? 0, all: all[id] ?? 0 }));
    return { values, others: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), -values.length) };
  }

  sources(found: BitSet): CountedValues {
    const reader = this.#sets.refreshed;
    const { sourceSets } = reader;
    const paths = reader.sourcePathsById();
    return {
      counts: sourceSets.counts(found),
      all: sourceSets.counts(null),
      nameOf: (number) => paths.get(number) ?? '',
    };
  }

  folders(found: BitSet): CountedValues {
    return countedPlaces(this.#sets.places.folders, found);
  }

  formats(found: BitSet): CountedValues {
    return countedPlaces(this.#sets.places.endings, found);
  }
}

function countedPlaces(column: PlaceColumn, found: BitSet): CountedValues {
  return { counts: column.counts(found), all: column.all, nameOf: (number) => column.names[number] ?? '' };
}
