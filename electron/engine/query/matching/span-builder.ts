import type { IndexSnapshot } from '../../index/index-reader.ts';
import { bodyField, fieldNumber, searchedFields } from '../../index/schema/fields.ts';
import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import { paragraphStream, paragraphTerm, sentenceStream, sentenceTerm } from '../../index/schema/streams.ts';
import { BitSet } from '../../index/bytes/bit-set.ts';
import { ExpandedTerm, IndexedTerm } from './expanded-term.ts';
import type { SpanNode } from '../grammar/query-node.ts';
import type { QuerySlot } from './query-slot.ts';
import { slotPositions } from './slot-positions.ts';
import { slackSpans } from './slack-spans.ts';
import { anySpans, matchSpans, nearSpans, phraseSpans, type SpanSource } from './spans.ts';

/** A node with its words looked up, so that the words of a query are looked up once and not for every field. */
export type ResolvedSpans =
  | Readonly<{
      kind: 'slots';
      slots: readonly QuerySlot[];
      fields: readonly number[];
      /** Words that may stand between those of the slots, all together. */
      slack: number;
    }>
  | Readonly<{ kind: 'any'; parts: readonly ResolvedSpans[] }>
  | Readonly<{
      kind: 'near';
      node: Extract<SpanNode, { kind: 'near' }>;
      left: ResolvedSpans;
      right: ResolvedSpans;
    }>;

export function fieldsOf(field: string | null): readonly number[] {
  const number = field === null ? null : fieldNumber(field);
  return number === null ? searchedFields : [number];
}

/** The documents of a segment in which the spans stand in any field: both sides of a nearness in the same one. */
export function matchResolved(spans: ResolvedSpans, segment: SegmentReader, snapshot: IndexSnapshot): BitSet {
  const found = new BitSet(segment.row.articles);
  const among = segment.liveDocuments();
  for (const field of searchedIn(spans)) {
    const source = sourceOf(spans, segment, field);
    if (source === null) continue;
    found.union(matchSpans(source, among, snapshot.checkpoint));
    among.subtract(found);
  }
  return found;
}

function searchedIn(spans: ResolvedSpans): readonly number[] {
  switch (spans.kind) {
    case 'slots':
      return spans.fields;
    case 'any':
      return [...new Set(spans.parts.flatMap(searchedIn))];
    case 'near':
      return searchedIn(spans.left).filter((field) => searchedIn(spans.right).includes(field));
  }
}

function sourceOf(spans: ResolvedSpans, segment: SegmentReader, field: number): SpanSource | null {
  switch (spans.kind) {
    case 'slots':
      if (!spans.fields.includes(field)) return null;
      return spans.slack === 0
        ? phraseSpans(spans.slots, segment, field)
        : slackSpans(spans.slots, spans.slack, segment, field);
    case 'any': {
      const sources = spans.parts.flatMap((part) => sourceOf(part, segment, field) ?? []);
      return sources.length === 0 ? null : anySpans(sources, segment.row.articles);
    }
    case 'near': {
      const left = sourceOf(spans.left, segment, field);
      const right = left === null ? null : sourceOf(spans.right, segment, field);
      if (left === null || right === null) return null;
      const { nearness } = spans.node;
      const isWords = typeof nearness.within === 'number';
      return nearSpans(left, right, nearness, isWords ? null : endsReader(segment, field, nearness.within));
    }
  }
}

/** Where sentences or paragraphs of the body end; null for other fields, of which each text is one of each. */
function endsReader(
  segment: SegmentReader,
  field: number,
  within: string | number,
): ((document: number) => Uint32Array) | null {
  if (field !== bodyField) return null;
  const readers = [endsIn(segment, paragraphTerm, paragraphStream)];
  // A paragraph's end is that of a sentence too, and stored once.
  if (within === 'sentence') readers.push(endsIn(segment, sentenceTerm, sentenceStream));
  return (document) => Uint32Array.from(readers.flatMap((read) => [...read(document)])).sort();
}

function endsIn(segment: SegmentReader, term: string, stream: number): (document: number) => Uint32Array {
  const entry = segment.dictionary.term(term);
  if (entry === null) return () => new Uint32Array();
  // The streams of ends are those of a field behind the last one.
  const inSegments = new Map([[segment, new IndexedTerm(segment, entry.postings)]]);
  const slot: QuerySlot = {
    terms: [new ExpandedTerm(term, inSegments)],
    stopWord: false,
    word: term,
    many: false,
    pattern: { terms: new Set(), forms: new Set(), wildcard: null, test: null },
  };
  const positions = slotPositions(slot, segment, stream >>> 1);
  return (document) => positions?.positionsIn(document) ?? new Uint32Array();
}
