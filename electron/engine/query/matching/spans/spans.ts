import { BitSet } from '../../../index/bytes/bit-set.ts';
import { lowerBound } from '../../../index/bytes/lower-bound.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import { textGap } from '../../../index/schema/streams.ts';
import type { Nearness } from '../../grammar/nearness.ts';
import type { QuerySlot } from '../query-slot.ts';
import { nearTest, phraseTest } from './phrase-match.ts';
import { slotPositions, type PositionCursor, type SlotPositions } from './slot-positions.ts';

/**
 * Runs of words of one document, by the positions of their first and last words; in order of the first. Good until the
 * next question to the source that they are from.
 */
export type Spans = Readonly<{ firsts: Uint32Array; lasts: Uint32Array }>;

/** Where something stands in one field of a segment. */
export interface SpanSource {
  /** Documents in which it may stand. */
  readonly documents: BitSet;
  /** Ask for documents in ascending order. */
  readonly spansIn: (document: number) => Spans;
  /** Whether there is any in a document; asked in ascending order, and instead of `spansIn`. */
  readonly isIn: (document: number) => boolean;
  /** The list of the only word, when it is one and has one; to be asked instead of all the others. */
  readonly list: PositionCursor | null;
}

const nowhere: Spans = { firsts: new Uint32Array(), lasts: new Uint32Array() };

/** A word, or words right after one another; null when one of them is nowhere in the field. */
export function phraseSpans(
  slots: readonly QuerySlot[],
  segment: SegmentReader,
  field: number,
): SpanSource | null {
  const byRarity = placedByRarity(slots, segment, field);
  if (byRarity === null) return null;
  const lists = byRarity.flatMap(({ own: { list }, offset }) => (list === null ? [] : [{ list, offset }]));
  return {
    documents: documentsOfAll(byRarity, segment.row.articles),
    spansIn: (document) => {
      const firsts = startsIn(byRarity, document);
      const lasts = slots.length === 1 ? firsts : firsts.map((first) => first + slots.length - 1);
      return { firsts, lasts };
    },
    isIn:
      lists.length === slots.length
        ? phraseTest(lists)
        : (document) => startsIn(byRarity, document).length > 0,
    list: slots.length === 1 ? (lists[0]?.list ?? null) : null,
  };
}

/** A slot of a phrase, and how many stand before it. */
export type PhraseSlot = Readonly<{ own: SlotPositions; offset: number }>;

/** The slots with their positions in a field, the rarest first; null when one of them is nowhere in it. */
export function placedByRarity(
  slots: readonly QuerySlot[],
  segment: SegmentReader,
  field: number,
): PhraseSlot[] | null {
  const positions: SlotPositions[] = [];
  for (const slot of slots) {
    const own = slotPositions(slot, segment, field);
    if (own === null) return null;
    positions.push(own);
  }
  return positions
    .map((own, offset) => ({ own, offset }))
    .sort((a, b) => a.own.documentCount - b.own.documentCount);
}

/** A slot in this many times more documents than are left does not narrow them: reading its list takes longer than looking at positions. */
const muchMore = 24;

/** Documents in which all of the slots may stand. */
export function documentsOfAll(byRarity: readonly PhraseSlot[], size: number): BitSet {
  const documents = new BitSet(size);
  const [rarest, ...others] = byRarity;
  rarest?.own.addDocuments(documents);
  for (const { own } of others) {
    if (own.documentCount > muchMore * documents.count()) break;
    const set = new BitSet(size);
    own.addDocuments(set);
    documents.intersect(set);
  }
  return documents;
}

/** Where the slots begin to stand one right after the other; the rarest are asked first. */
function startsIn(byRarity: readonly PhraseSlot[], document: number): Uint32Array {
  let starts: Uint32Array | null = null;
  for (const { own, offset } of byRarity) {
    const positions = own.positionsIn(document);
    starts = starts === null ? startsOf(positions, offset) : startsWith(starts, positions, offset);
    if (starts.length === 0) break;
  }
  return starts ?? nowhere.firsts;
}

/** Where what has a slot at these positions begins. They are the slot's own until the next document, and written over. */
function startsOf(positions: Uint32Array, offset: number): Uint32Array {
  if (offset === 0) return positions;
  let kept = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const position = positions[at] as number;
    if (position >= offset) positions[kept++] = position - offset;
  }
  return positions.subarray(0, kept);
}

/** Those of `starts` that have a slot at its offset; the others are written over. */
function startsWith(starts: Uint32Array, positions: Uint32Array, offset: number): Uint32Array {
  let kept = 0;
  let at = 0;
  for (let nth = 0; nth < starts.length; nth += 1) {
    const start = starts[nth] as number;
    while (at < positions.length && (positions[at] as number) < start + offset) at += 1;
    if (positions[at] === start + offset) starts[kept++] = start;
  }
  return kept === starts.length ? starts : starts.subarray(0, kept);
}

/** Any of several things. */
export function anySpans(sources: readonly SpanSource[], size: number): SpanSource {
  const documents = new BitSet(size);
  for (const source of sources) documents.union(source.documents);
  return {
    documents,
    spansIn: (document) => {
      const pairs: Pair[] = [];
      for (const source of sources) {
        if (!source.documents.has(document)) continue;
        const { firsts, lasts } = source.spansIn(document);
        for (const [at, first] of firsts.entries()) pairs.push({ first, last: lasts[at] as number });
      }
      return inOrder(pairs);
    },
    isIn: (document) => sources.some((source) => source.documents.has(document) && source.isIn(document)),
    list: null,
  };
}

/** Of two things near one another in one document no more are looked at: a text that says them over and over has billions. */
const maxPairs = 200_000;

/** Both of two things, near one another; the span runs from the one over to the other. */
export function nearSpans(
  left: SpanSource,
  right: SpanSource,
  { within, ordered }: Nearness,
  ends: ((document: number) => Uint32Array) | null,
): SpanSource {
  const documents = left.documents.copy().intersect(right.documents);
  const pairsIn = (document: number, max: number): Pair[] => {
    const lefts = left.spansIn(document);
    if (lefts.firsts.length === 0) return [];
    const rights = right.spansIn(document);
    if (rights.firsts.length === 0) return [];
    return nearPairs(lefts, rights, ordered, nearTestOf(within, ends, document), max);
  };
  return {
    documents,
    spansIn: (document) => inOrder(pairsIn(document, maxPairs)),
    isIn:
      typeof within === 'number' && left.list !== null && right.list !== null
        ? nearTest(left.list, right.list, within, ordered)
        : (document) => pairsIn(document, 1).length > 0,
    list: null,
  };
}

type Pair = Readonly<{ first: number; last: number }>;

function inOrder(pairs: Pair[]): Spans {
  pairs.sort((a, b) => a.first - b.first || a.last - b.last);
  return {
    firsts: Uint32Array.from(pairs, ({ first }) => first),
    lasts: Uint32Array.from(pairs, ({ last }) => last),
  };
}

/** At most `max` spans from one of `lefts` over to one of `rights`, or the other way round. */
function nearPairs(lefts: Spans, rights: Spans, ordered: boolean, isNear: NearTest, max: number): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (let nth = 0; nth < lefts.firsts.length; nth += 1) {
    const first = lefts.firsts[nth] as number;
    const last = lefts.lasts[nth] as number;
    // Both sides are in order of their first words: what lies too far before this one does for the next ones too.
    for (; from < rights.firsts.length; from += 1) {
      const before = rights.lasts[from] as number;
      if (before >= first || isNear(before, first)) break;
    }
    for (let at = from; at < rights.firsts.length; at += 1) {
      const otherFirst = rights.firsts[at] as number;
      const otherLast = rights.lasts[at] as number;
      if (last < otherFirst) {
        if (!isNear(last, otherFirst)) break;
        pairs.push({ first, last: otherLast });
      } else if (!ordered && otherLast < first && isNear(otherLast, first)) {
        pairs.push({ first: otherFirst, last });
      }
      if (pairs.length === max) return pairs;
    }
  }
  return pairs;
}

/** Whether a word at `from` and one after it at `to` are near one another. */
export type NearTest = (from: number, to: number) => boolean;

/** For the words of one document; `ends`: where its sentences or paragraphs end, null where each text is one. */
export function nearTestOf(
  within: Nearness['within'],
  ends: ((document: number) => Uint32Array) | null,
  document: number,
): NearTest {
  return typeof within === 'number' ? withinWords(within) : withinOne(ends?.(document) ?? null);
}

function withinWords(words: number): NearTest {
  return (from, to) => to - from <= words;
}

function withinOne(ends: Uint32Array | null): NearTest {
  if (ends === null) return (from, to) => to - from <= textGap;
  // How many ends lie before a word is the number of the sentence or paragraph that it is in.
  return (from, to) => lowerBound(ends, from) === lowerBound(ends, to);
}

/** The documents in which something stands. */
export function matchSpans({ documents, isIn }: SpanSource, among: BitSet, checkpoint: () => void): BitSet {
  const found = new BitSet(documents.size);
  eachDocument(documents, among, checkpoint, (document) => {
    if (isIn(document)) found.add(document);
  });
  return found;
}

/** Calls back with where something stands in each of some documents. */
export function eachSpans(
  { documents, spansIn }: SpanSource,
  among: BitSet,
  checkpoint: () => void,
  visit: (document: number, spans: Spans) => void,
): void {
  eachDocument(documents, among, checkpoint, (document) => visit(document, spansIn(document)));
}

function eachDocument(
  documents: BitSet,
  among: BitSet,
  checkpoint: () => void,
  visit: (document: number) => void,
): void {
  let looked = 0;
  documents
    .copy()
    .intersect(among)
    .forEach((document) => {
      if ((looked += 1) % 4096 === 0) checkpoint();
      visit(document);
    });
}
