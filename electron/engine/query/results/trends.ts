import type { TrendCounts, TrendSpan, TrendUnit } from '../../../contract/trends-api.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { dayOffset } from '../../index/schema/columns.ts';
import { publishedDay } from '../../index/schema/published-day.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { DocumentSets } from '../matching/weighted-terms.ts';
import { countBetween, spansOf, unitOf } from './timeline.ts';

/** More than a person or a spreadsheet takes in. */
const maxPeriods = 20_000;

/** Of one segment by the days since the earliest, which is one as columns hold it. */
type CountedDays = Readonly<{ days: Uint32Array | Float64Array; earliest: number }>;

export type TrendPeriods = Readonly<{ unit: TrendUnit | null; span: TrendSpan | null }>;

/** How many articles of each of several answers are of each period, beside all articles of it and their words. */
export function trendsOf(
  snapshot: IndexSnapshot,
  answers: readonly DocumentSets[],
  { unit: asked, span }: TrendPeriods,
): TrendCounts {
  const { segments } = snapshot;
  const whole = segments.map(liveOf);
  const counted = answers.map((matched) =>
    segments.map((segment, nth) => countDays(segment, matched[nth] ?? segment.liveDocuments())),
  );
  const undated = counted.map((bySegment) => bySegment.reduce((sum, one) => sum + one.undated, 0));
  const ends = counted.flat().flatMap(endsOf);
  if (span === null && ends.length === 0) return { unit: asked ?? 'day', periods: [], undated };
  const first = span === null ? Math.min(...ends) : publishedDay(span.from) + dayOffset;
  const last = span === null ? Math.max(...ends) : publishedDay(span.to) + dayOffset;
  const unit = fewEnough(asked ?? unitOf(first, last), last - first);
  const periods = spansOf(unit, first, last).map((period) => {
    const sum = (bySegment: readonly CountedDays[]): number =>
      bySegment.reduce((total, { days, earliest }) => total + countBetween(days, earliest, period), 0);
    return {
      key: period.key,
      articles: counted.map(sum),
      all: sum(whole.map(({ articles }) => articles)),
      words: sum(whole.map(({ words }) => words)),
    };
  });
  return { unit, periods, undated };
}

/** The first and the last day with an article; nothing when there is none. */
function endsOf({ days, earliest }: CountedDays): readonly number[] {
  const first = days.findIndex((articles) => articles > 0);
  return first < 0 ? [] : [earliest + first, earliest + days.findLastIndex((articles) => articles > 0)];
}

/** The unit, or the next longer one of which there are not too many. */
function fewEnough(unit: TrendUnit, days: number): TrendUnit {
  if (unit === 'day' && days > maxPeriods) return fewEnough('month', days);
  return unit === 'month' && days / 28 > maxPeriods ? 'year' : unit;
}

type Live = Readonly<{ articles: CountedDays; words: CountedDays }>;

/** Of all live documents, kept as long as the reader, of which there is a new one when documents are deleted. */
const live = new WeakMap<SegmentReader, Live>();

function liveOf(segment: SegmentReader): Live {
  let known = live.get(segment);
  if (known === undefined) {
    const documents = segment.liveDocuments();
    const lengths = segment.column('words');
    const { earliest, latest } = segment.days;
    const words = new Float64Array(latest - earliest + 1);
    const days = segment.column('days');
    documents.forEach((document) => {
      const at = (days[document] as number) - earliest;
      if (days[document] !== 0) words[at] = (words[at] as number) + (lengths[document] as number);
    });
    known = { articles: countDays(segment, documents), words: { days: words, earliest } };
    live.set(segment, known);
  }
  return known;
}

/** One loop without calls: it sees millions. A day that is guessed is none, as in `date:`. */
function countDays(segment: SegmentReader, { words }: BitSet): CountedDays & Readonly<{ undated: number }> {
  const column = segment.column('days');
  const guesses = segment.guessedDays;
  const { earliest, latest } = segment.days;
  const days = new Uint32Array(latest - earliest + 1);
  let undated = 0;
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at] as number;
    while (word !== 0) {
      const document = at * 32 + 31 - Math.clz32(word & -word);
      word &= word - 1;
      const day = column[document] as number;
      if (day === 0 || (guesses !== null && guesses[document] !== 0)) undated += 1;
      else days[day - earliest] = (days[day - earliest] as number) + 1;
    }
  }
  return { days, earliest, undated };
}
