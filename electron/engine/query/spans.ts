import { BitSet } from '../index/bit-set.ts';
import { firstNotBelow } from '../index/first-not-below.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import { textGap } from '../index/streams.ts';
import type { QuerySlot } from './query-slot.ts';
import { slotPositions, type SlotPositions } from './slot-positions.ts';

/** Runs of words of one document, by the positions of their first and last words; in order of the first. */
export type Spans = readonly Readonly<{ first: number; last: number }>[];

/** Where something stands in one field of a segment. */
export interface SpanSource {
  /** Documents in which it may stand. */
  readonly documents: BitSet;
  /** Ask for documents in ascending order. */
  readonly spansIn: (document: number) => Spans;
  /** Whether there is any in a document; asked in ascending order, and instead of `spansIn`. */
  readonly isIn: (document: number) => boolean;
}

const nowhere: Spans = [];

/** A word, or words right after one another; null when one of them is nowhere in the field. */
export function phraseSpans(
  slots: readonly QuerySlot[],
  segment: SegmentReader,
  field: number,
): SpanSource | null {
  const positions: SlotPositions[] = [];
  for (const slot of slots) {
    const own = slotPositions(slot, segment, field);
    if (own === null) return null;
    positions.push(own);
  }
  const documents = documentsOfAll(positions, segment.row.articles);
  return {
    documents,
    spansIn: (document) =>
      Array.from(startsIn(positions, document), (first) => ({ first, last: first + slots.length - 1 })),
    isIn: (document) => startsIn(positions, document).length > 0,
  };
}

/** A slot in so many times the documents of the rarest is left to its positions: its list takes longer to read. */
const muchMore = 8;

/** Documents in which all of the slots may stand. */
function documentsOfAll(slots: readonly SlotPositions[], size: number): BitSet {
  const byRarity = [...slots].sort((a, b) => a.documentCount - b.documentCount);
  const documents = new BitSet(size);
  byRarity[0]?.addDocuments(documents);
  for (const slot of byRarity.slice(1)) {
    if (slot.documentCount > muchMore * (byRarity[0]?.documentCount ?? 0)) break;
    const own = new BitSet(size);
    slot.addDocuments(own);
    documents.intersect(own);
  }
  return documents;
}

/** Where the slots begin to stand one right after the other. */
function startsIn(slots: readonly SlotPositions[], document: number): Uint32Array {
  let starts = slots[0]?.positionsIn(document) ?? new Uint32Array();
  for (let nth = 1; nth < slots.length && starts.length > 0; nth += 1) {
    const own = slots[nth]?.positionsIn(document) ?? new Uint32Array();
    let kept = 0;
    let at = 0;
    // Those of the first slot are its own until the next document, and are written over here.
    for (let place = 0; place < starts.length; place += 1) {
      const start = starts[place] as number;
      while (at < own.length && (own[at] as number) < start + nth) at += 1;
      if (own[at] === start + nth) starts[kept++] = start;
    }
    starts = starts.subarray(0, kept);
  }
  return starts;
}

/** Any of several things. */
export function anySpans(sources: readonly SpanSource[], size: number): SpanSource {
  const documents = new BitSet(size);
  for (const source of sources) documents.union(source.documents);
  return {
    documents,
    spansIn: (document) =>
      sources
        .flatMap((source) => (source.documents.has(document) ? source.spansIn(document) : nowhere))
        .sort((a, b) => a.first - b.first || a.last - b.last),
    isIn: (document) => sources.some((source) => source.documents.has(document) && source.isIn(document)),
  };
}

/** How near two things have to be. */
export type Nearness = Readonly<{
  /** Words from the last of the one to the first of the other, or the same sentence or paragraph. */
  within: number | 'sentence' | 'paragraph';
  /** The left one first. */
  ordered: boolean;
}>;

/** Both of two things, near one another; the span runs from the one over to the other. */
export function nearSpans(
  left: SpanSource,
  right: SpanSource,
  { within, ordered }: Nearness,
  ends: ((document: number) => Uint32Array) | null,
): SpanSource {
  const documents = left.documents.copy().intersect(right.documents);
  const spansIn = (document: number): Spans => {
    const lefts = left.spansIn(document);
    if (lefts.length === 0) return nowhere;
    const rights = right.spansIn(document);
    if (rights.length === 0) return nowhere;
    const isNear = typeof within === 'number' ? withinWords(within) : withinOne(ends?.(document) ?? null);
    const spans: { first: number; last: number }[] = [];
    let from = 0;
    for (const a of lefts) {
      // Both sides are in order of their first words: what lies too far before this one does for the next ones too.
      while (from < rights.length && isFarBefore(rights[from], a, isNear)) from += 1;
      for (let at = from; at < rights.length; at += 1) {
        const b = rights[at] as Spans[number];
        if (b.first > a.last && !isNear(a.last, b.first)) break;
        const [before, after] = a.last < b.first ? [a, b] : [b, a];
        if (before.last >= after.first || (ordered && before !== a)) continue;
        if (isNear(before.last, after.first)) spans.push({ first: before.first, last: after.last });
      }
    }
    return spans.sort((a, b) => a.first - b.first || a.last - b.last);
  };
  return { documents, spansIn, isIn: (document) => spansIn(document).length > 0 };
}

/** Whether a word at `from` and one behind it at `to` are near one another. */
type NearTest = (from: number, to: number) => boolean;

function withinWords(words: number): NearTest {
  return (from, to) => to - from <= words;
}

function withinOne(ends: Uint32Array | null): NearTest {
  if (ends === null) return (from, to) => to - from <= textGap;
  // How many ends lie before a word is the number of the sentence or paragraph that it is in.
  return (from, to) => firstNotBelow(ends, from) === firstNotBelow(ends, to);
}

function isFarBefore(span: Spans[number] | undefined, a: Spans[number], isNear: NearTest): boolean {
  return span !== undefined && span.last < a.first && !isNear(span.last, a.first);
}

/** The documents in which something stands. */
export function matchSpans({ documents, isIn }: SpanSource, among: BitSet, checkpoint: () => void): BitSet {
  const found = new BitSet(documents.size);
  let looked = 0;
  documents
    .copy()
    .intersect(among)
    .forEach((document) => {
      if ((looked += 1) % 4096 === 0) checkpoint();
      if (isIn(document)) found.add(document);
    });
  return found;
}
