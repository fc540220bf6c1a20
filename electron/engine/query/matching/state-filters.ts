import type { ArticleState } from '../../../contract/facet-values.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { Possession } from '../grammar/article-states.ts';
import type { ArticleSets } from './evaluation-context.ts';
import { filterByArticles, filterUndated } from './filters.ts';

type StateSets = Pick<
  ArticleSets,
  'anyTag' | 'corrected' | 'missing' | 'noted' | 'highlighted' | 'inReadingState'
>;

/** The live documents of a segment that are meant. */
export type SegmentFilter = (segment: SegmentReader) => BitSet;

export function filterByState(state: ArticleState, sets: StateSets): SegmentFilter {
  switch (state) {
    case 'untagged':
      return allBut(amongArticles(sets.anyTag()));
    case 'unread':
      return allBut(amongArticles(sets.inReadingState('read')));
    case 'read':
    case 'queued':
    case 'excluded':
      return amongArticles(sets.inReadingState(state));
    case 'undated':
      return filterUndated;
    case 'missing':
      return amongArticles(sets.missing());
    case 'corrected':
      return amongArticles(sets.corrected());
    case 'noted':
      return amongArticles(sets.noted());
    case 'highlighted':
      return amongArticles(sets.highlighted());
  }
}

export function filterByPossession(what: Possession, sets: StateSets): SegmentFilter {
  switch (what) {
    case 'note':
      return filterByState('noted', sets);
    case 'highlight':
      return filterByState('highlighted', sets);
    case 'tag':
      return amongArticles(sets.anyTag());
    case 'date':
      return allBut(filterUndated);
  }
}

export function amongArticles(ids: BitSet): SegmentFilter {
  return (segment) => filterByArticles(segment, ids);
}

function allBut(filter: SegmentFilter): SegmentFilter {
  return (segment) => segment.liveDocuments().subtract(filter(segment));
}
