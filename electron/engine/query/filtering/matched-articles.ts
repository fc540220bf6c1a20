import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';

export function countOf(matched: DocumentSets): number {
  return matched.reduce((sum, documents) => sum + documents.count(), 0);
}

export function maxArticleOf({ segments }: IndexSnapshot): number {
  return segments.reduce((max, segment) => Math.max(max, segment.maxArticle), -1);
}

/** How many of the found articles have this id or a greater one. */
export function countFrom({ segments }: IndexSnapshot, matched: DocumentSets, first: number): number {
  let count = 0;
  for (const [nth, { articles, maxArticle }] of segments.entries()) {
    if (maxArticle < first) continue;
    matched[nth]?.forEach((document) => {
      if ((articles[document] as number) >= first) count += 1;
    });
  }
  return count;
}
