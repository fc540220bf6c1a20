import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { ScoredArticles } from './score-order.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';

/** Behind every day of the next 7,000 years: articles without a date come last either way. */
const undated = 2 ** 22;
/** A day and an id below this share the 53 bits of a number. */
const idRange = 2 ** 30;

/**
 * The matched articles by day of publication, ties by article id, read from columns alone; all, or the first `most`.
 * One number holds day and id, so that the numbers sort as the articles do.
 */
export function sortByDate(
  snapshot: IndexSnapshot,
  matched: DocumentSets,
  order: 'newest' | 'oldest',
  most: number,
): ScoredArticles {
  const count = matched.reduce((sum, documents) => sum + documents.count(), 0);
  let keys = new Float64Array(Math.min(count, 2 * most + 1024));
  let length = 0;
  let greatest = Number.POSITIVE_INFINITY;
  const prune = (): void => {
    keys.subarray(0, length).sort();
    length = Math.min(length, most);
    if (length === most) greatest = keys[length - 1] ?? greatest;
  };
  for (const [nth, segment] of snapshot.segments.entries()) {
    const days = segment.column('days');
    const ids = segment.articles;
    snapshot.checkpoint();
    matched[nth]?.forEach((document) => {
      const day = days[document] as number;
      const rank = day === 0 ? undated : order === 'oldest' ? day : undated - 1 - day;
      const key = rank * idRange + (ids[document] as number);
      if (key > greatest) return;
      if (length === keys.length) prune();
      keys[length] = key;
      length += 1;
    });
  }
  prune();
  keys = keys.subarray(0, length);
  return { articles: Uint32Array.from(keys, (key) => key % idRange), scores: new Float64Array(length) };
}
