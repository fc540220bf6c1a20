import type { Timeline } from '../../../contract/search.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { timelineOf, type CountedDays } from './timeline.ts';

/** What a search counts of the articles that it found. */
export type FacetCounts = Readonly<{
  /** Their ids. */
  found: BitSet;
  total: number;
  timeline: Timeline;
}>;

/** Counts what the matched articles have in common, as far as the index knows: one walk over them for days and ids. */
export function facetCounts(snapshot: IndexSnapshot, matched: DocumentSets): FacetCounts {
  const maxId = snapshot.segments.reduce((max, segment) => Math.max(max, segment.maxArticle), -1);
  const found = new BitSet(maxId + 1);
  const counts = snapshot.segments.map((segment, nth) => {
    snapshot.checkpoint();
    return countsOf(segment, matched[nth] ?? new BitSet(0), found);
  });
  return {
    found,
    total: counts.reduce((sum, { total }) => sum + total, 0),
    timeline: timelineOf(
      counts.map(({ days }) => days),
      counts.reduce((sum, { undated }) => sum + undated, 0),
    ),
  };
}

/** Of one segment. */
type SegmentCounts = Readonly<{
  days: CountedDays;
  undated: number;
  total: number;
}>;

/** Of all live documents, with their ids. */
type LiveCounts = Readonly<{ counts: SegmentCounts; ids: BitSet }>;

/** Kept as long as the reader, of which there is a new one when documents are deleted. */
const liveCounts = new WeakMap<SegmentReader, LiveCounts>();

function liveCountsOf(segment: SegmentReader): LiveCounts {
  let live = liveCounts.get(segment);
  if (live === undefined) {
    const ids = new BitSet(segment.maxArticle + 1);
    live = { counts: count(segment, segment.liveDocuments(), ids, true), ids };
    liveCounts.set(segment, live);
  }
  return live;
}

/** Documents are few when there are less than one for so many days that they may be of. */
const daysOfFew = 8;

function areFew({ days: { earliest, latest } }: SegmentReader, documents: number): boolean {
  return documents * daysOfFew < latest - earliest;
}

/** Adds the ids of the matched documents to `found`. Where most of many are matched, the others are counted and taken off. */
function countsOf(segment: SegmentReader, matched: BitSet, found: BitSet): SegmentCounts {
  if (matched.count() * 2 < segment.live || areFew(segment, segment.live))
    return count(segment, matched, found, true);
  const live = liveCountsOf(segment);
  found.union(live.ids);
  const others = segment.liveDocuments().subtract(matched);
  if (others.isEmpty) return live.counts;
  const less = count(segment, others, found, false);
  return {
    days: withoutDays(live.counts.days, less.days),
    undated: live.counts.undated - less.undated,
    total: live.counts.total - less.total,
  };
}

function withoutDays(all: CountedDays, taken: CountedDays): CountedDays {
  if ('each' in all) throw new TypeError('days were not counted one by one');
  const { earliest } = all;
  const byDay = all.byDay.slice();
  const take = (day: number, articles: number): void => void (byDay[day] = (byDay[day] as number) - articles);
  if ('each' in taken) for (const day of taken.each) take(day - earliest, 1);
  else for (const [day, articles] of taken.byDay.entries()) take(day, articles);
  return { byDay, earliest };
}

/** Counts some documents, and puts their ids into `ids` or takes them out. One loop without calls: it sees millions. */
function count(segment: SegmentReader, documents: BitSet, ids: BitSet, isFound: boolean): SegmentCounts {
  const { articles } = segment;
  const days = segment.column('days');
  // A bar stands for what `date:` finds, and that is no day that is guessed.
  const guesses = segment.guessedDays;
  const { earliest, latest } = segment.days;
  const matched = documents.count();
  const isEach = areFew(segment, matched);
  const counted = new Uint32Array(isEach ? matched : latest - earliest + 1);
  let dated = 0;
  let undated = 0;
  let total = 0;
  for (let at = 0; at < documents.words.length; at += 1) {
    let word = documents.words[at] as number;
    while (word !== 0) {
      const document = at * 32 + 31 - Math.clz32(word & -word);
      word &= word - 1;
      total += 1;
      const day = days[document] as number;
      if (day === 0 || (guesses !== null && guesses[document] !== 0)) undated += 1;
      else if (isEach) counted[dated++] = day;
      else counted[day - earliest] = (counted[day - earliest] as number) + 1;
      if (isFound) ids.add(articles[document] as number);
      else ids.delete(articles[document] as number);
    }
  }
  return {
    days: isEach ? { each: counted.subarray(0, dated) } : { byDay: counted, earliest },
    undated,
    total,
  };
}
