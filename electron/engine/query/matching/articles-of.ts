import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { DocumentSets } from './weighted-terms.ts';

/** The ids of found articles. */
export function articlesOf(snapshot: IndexSnapshot, matched: DocumentSets): BitSet {
  const maxId = snapshot.segments.reduce((limit, segment) => Math.max(limit, segment.maxArticle), -1);
  const found = new BitSet(maxId + 1);
  for (const [nth, { articles }] of snapshot.segments.entries()) {
    matched[nth]?.forEach((document) => found.add(articles[document] as number));
  }
  return found;
}
