import { dictionaryOrder } from '../../analysis/dictionary-order.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { ScoredArticles } from './score-order.ts';
import type { SortOrder } from '../../../contract/search.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';

export type ColumnOrder = Exclude<SortOrder, 'relevance'>;

/** After every day of the next 7,000 years: articles without a date come last either way. */
const undated = 2 ** 22;
/** A day and an id below this share the 53 bits of a number. */
const idRange = 2 ** 30;

/** Longer articles than this are as long as one another. */
const maxWords = 2 ** 22;

/**
 * The matched articles by day of publication, by words, or by when they came into the library, ties by article id, read from
 * columns alone, or in the order of `queue`, what is not in it behind; all, or the first `limit`. One number holds rank and id, so that the numbers sort as the articles do.
 */
export function sortByColumn(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  order: ColumnOrder,
  limit: number,
  queue: readonly number[] = [],
): ScoredArticles {
  const count = matched.reduce((sum, documents) => sum + documents.count(), 0);
  let keys = new Float64Array(Math.min(count, 2 * limit + 1024));
  let length = 0;
  let max = Number.POSITIVE_INFINITY;
  const prune = (): void => {
    keys.subarray(0, length).sort();
    length = Math.min(length, limit);
    if (length === limit) max = keys[length - 1] ?? max;
  };
  const outlets = order === 'outlet' ? ranksOfOutlets(snapshot) : noOutlets;
  const places = new Map(queue.map((id, place) => [id, place]));
  for (const [nth, segment] of snapshot.segments.entries()) {
    const rankOf = ranking(segment, order, outlets, places);
    const ids = segment.articles;
    snapshot.checkpoint();
    matched[nth]?.forEach((document) => {
      const id = ids[document] as number;
      const key = order === 'added' ? idRange - 1 - id : rankOf(document) * idRange + id;
      if (key > max) return;
      if (length === keys.length) prune();
      keys[length] = key;
      length += 1;
    });
  }
  prune();
  keys = keys.subarray(0, length);
  const idOf = (key: number): number => (order === 'added' ? idRange - 1 - key : key % idRange);
  return { articles: Uint32Array.from(keys, idOf), scores: new Float64Array(length) };
}

/** The rank of each document of a segment: the lower, the earlier in the answer. */
function ranking(
  segment: SegmentReader,
  order: ColumnOrder,
  outlets: ReadonlyMap<string, number>,
  places: ReadonlyMap<number, number>,
): (document: number) => number {
  switch (order) {
    case 'newest':
    case 'oldest': {
      const days = segment.column('days');
      const isOldest = order === 'oldest';
      return (document) => {
        const day = days[document] as number;
        if (day === 0) return undated;
        return isOldest ? day : undated - 1 - day;
      };
    }
    case 'longest': {
      const words = segment.column('words');
      return (document) => maxWords - Math.min(maxWords, words[document] as number);
    }
    case 'outlet': {
      const { values, names } = segment.named('outlets');
      const ranks = Uint32Array.from(names, (name) => outlets.get(name) ?? outlets.size);
      return (document) => ranks[values[document] as number] as number;
    }
    case 'queue':
      return (document) => places.get(segment.articles[document] as number) ?? places.size;
    // Ids are given in the order in which articles come, so that the greatest is the newest.
    case 'added':
      return () => 0;
  }
}

const noOutlets: ReadonlyMap<string, number> = new Map();

/** The place of each outlet in the order of a dictionary; articles without one come last. */
function ranksOfOutlets({ segments }: IndexSnapshot): Map<string, number> {
  const names = new Set(segments.flatMap((segment) => segment.named('outlets').names));
  names.delete('');
  const ordered = [...names].sort(dictionaryOrder);
  return new Map(ordered.map((name, rank) => [name, rank]));
}
