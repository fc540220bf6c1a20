import type { FacetCount, Facets } from '../../../contract/search.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import type { NamedColumnName } from '../../index/segment/segment-cache.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { timelineOf } from './timeline.ts';

/** Places and agencies beyond this many are too many to choose from. */
const mostNames = 100;

/** What a search counts of the articles that it found. */
export type Overview = Readonly<{
  /** Their ids. */
  found: BitSet;
  total: number;
  facets: Pick<Facets, 'languages' | 'places' | 'agencies' | 'timeline'>;
}>;

/** Counts what the matched articles have in common, as far as the index knows, in one walk over them. */
export function overviewOf(snapshot: IndexSnapshot, matched: DocumentSets): Overview {
  const greatest = snapshot.segments.reduce((most, segment) => Math.max(most, segment.greatestArticle), -1);
  const found = new BitSet(greatest + 1);
  const counts = snapshot.segments.map((segment, nth) => {
    snapshot.checkpoint();
    return countsOf(segment, matched[nth] ?? new BitSet(0), found);
  });
  const named = (column: NamedColumnName, most: number): FacetCount<string>[] =>
    sumByName(
      snapshot.segments.map((segment, nth) => ({
        names: segment.named(column).names,
        counts: counts[nth]?.[column] ?? new Uint32Array(),
      })),
      most,
    );
  return {
    found,
    total: counts.reduce((sum, { total }) => sum + total, 0),
    facets: {
      languages: named('languages', Number.POSITIVE_INFINITY),
      places: named('places', mostNames),
      agencies: named('agencies', mostNames),
      timeline: timelineOf(
        counts.map(({ days }, nth) => ({ days, earliest: snapshot.segments[nth]?.days.earliest ?? 0 })),
        counts.reduce((sum, { undated }) => sum + undated, 0),
      ),
    },
  };
}

/** Of one segment: documents by the number of their name, and by the days since the earliest. */
type SegmentCounts = Readonly<
  Record<NamedColumnName, Uint32Array> & { days: Uint32Array; undated: number; total: number }
>;

/** Of all live documents, with their ids. */
type LiveCounts = Readonly<{ counts: SegmentCounts; ids: BitSet }>;

/** Kept as long as the reader, of which there is a new one when documents are deleted. */
const liveCounts = new WeakMap<SegmentReader, LiveCounts>();

function liveCountsOf(segment: SegmentReader): LiveCounts {
  let live = liveCounts.get(segment);
  if (live === undefined) {
    const ids = new BitSet(segment.greatestArticle + 1);
    live = { counts: count(segment, segment.liveDocuments(), ids, true), ids };
    liveCounts.set(segment, live);
  }
  return live;
}

/** Adds the ids of the matched documents to `found`. Where most are matched, the others are counted and taken off. */
function countsOf(segment: SegmentReader, matched: BitSet, found: BitSet): SegmentCounts {
  if (matched.count() * 2 < segment.live) return count(segment, matched, found, true);
  const live = liveCountsOf(segment);
  found.union(live.ids);
  const others = segment.liveDocuments().subtract(matched);
  if (others.isEmpty) return live.counts;
  const less = count(segment, others, found, false);
  const rest = (of: Exclude<keyof SegmentCounts, 'undated' | 'total'>): Uint32Array =>
    live.counts[of].map((all, at) => all - (less[of][at] as number));
  return {
    languages: rest('languages'),
    places: rest('places'),
    agencies: rest('agencies'),
    days: rest('days'),
    undated: live.counts.undated - less.undated,
    total: live.counts.total - less.total,
  };
}

/** Counts some documents, and puts their ids into `ids` or takes them out. One loop without calls: it sees millions. */
function count(segment: SegmentReader, documents: BitSet, ids: BitSet, isFound: boolean): SegmentCounts {
  const { articles } = segment;
  const days = segment.column('days');
  const { earliest, latest } = segment.days;
  const languages = segment.named('languages');
  const places = segment.named('places');
  const agencies = segment.named('agencies');
  const byDay = new Uint32Array(latest - earliest + 1);
  const byLanguage = new Uint32Array(languages.names.length);
  const byPlace = new Uint32Array(places.names.length);
  const byAgency = new Uint32Array(agencies.names.length);
  let undated = 0;
  let total = 0;
  for (let at = 0; at < documents.words.length; at += 1) {
    let word = documents.words[at] as number;
    while (word !== 0) {
      const document = at * 32 + 31 - Math.clz32(word & -word);
      word &= word - 1;
      total += 1;
      const day = days[document] as number;
      if (day === 0) undated += 1;
      else byDay[day - earliest] = (byDay[day - earliest] as number) + 1;
      const language = languages.values[document] as number;
      byLanguage[language] = (byLanguage[language] as number) + 1;
      const place = places.values[document] as number;
      byPlace[place] = (byPlace[place] as number) + 1;
      const agency = agencies.values[document] as number;
      byAgency[agency] = (byAgency[agency] as number) + 1;
      if (isFound) ids.add(articles[document] as number);
      else ids.delete(articles[document] as number);
    }
  }
  return { languages: byLanguage, places: byPlace, agencies: byAgency, days: byDay, undated, total };
}

/** The most frequent names first, each once. */
function sumByName(
  inSegments: readonly Readonly<{ names: readonly string[]; counts: Uint32Array }>[],
  most: number,
): FacetCount<string>[] {
  const byName = new Map<string, number>();
  for (const { names, counts } of inSegments) {
    for (let number = 0; number < counts.length; number += 1) {
      const articles = counts[number] as number;
      const name = names[number] ?? '';
      if (articles > 0 && name !== '') byName.set(name, (byName.get(name) ?? 0) + articles);
    }
  }
  // Putting thousands of names in order, of which few are told, would take longer than counting.
  const ascending = Uint32Array.from(byName.values()).sort();
  const least = ascending[ascending.length - most] ?? 0;
  return [...byName]
    .filter(([, articles]) => articles >= least)
    .map(([key, articles]) => ({ key, articles }))
    .sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}
