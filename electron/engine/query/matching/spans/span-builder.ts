import type { IndexSnapshot } from '../../../index/index-reader.ts';
import { bodyField, fieldNumber, headlineField, searchedFields } from '../../../index/schema/fields.ts';
import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import {
  paragraphStream,
  paragraphTerm,
  sentenceStream,
  sentenceTerm,
} from '../../../index/schema/streams.ts';
import { BitSet } from '../../../index/bytes/bit-set.ts';
import { ExpandedTerm, IndexedTerm } from '../expanded-term.ts';
import type { SpanNode } from '../../grammar/query-node.ts';
import { zoneOf, type Zone } from '../../grammar/zones.ts';
import type { QuerySlot } from '../query-slot.ts';
import { slotPositions } from './slot-positions.ts';
import { slackSpans } from './slack-spans.ts';
import { anySpans, eachSpans, matchSpans, nearSpans, phraseSpans, type SpanSource } from './spans.ts';
import { apartSpans, limitedSpans } from './narrowed-spans.ts';

/** A node with its words looked up, so that the words of a query are looked up once and not for every field. */
export type ResolvedSpans =
  | Readonly<{
      kind: 'slots';
      slots: readonly QuerySlot[];
      fields: readonly number[];
      /** Words that may stand between those of the slots, all together. */
      slack: number;
      /** How much of the body they may stand in; null for all of it. */
      within: Zone['within'] | null;
    }>
  | Readonly<{ kind: 'any'; parts: readonly ResolvedSpans[] }>
  | Readonly<{
      kind: 'near';
      node: Extract<SpanNode, { kind: 'near' }>;
      left: ResolvedSpans;
      right: ResolvedSpans;
    }>;

/** Where the words of a field or zone are looked for; all that is searched, for null. */
export function scopeOf(
  name: string | null,
): Readonly<{ fields: readonly number[]; within: Zone['within'] | null }> {
  const zone = name === null ? null : zoneOf(name);
  if (zone !== null) {
    return { fields: zone.headline ? [headlineField, bodyField] : [bodyField], within: zone.within };
  }
  const number = name === null ? null : fieldNumber(name);
  return { fields: number === null ? searchedFields : [number], within: null };
}

/** The documents of a segment in which the spans stand in any field: both sides of a nearness in the same one. */
export function matchResolved(spans: ResolvedSpans, segment: SegmentReader, snapshot: IndexSnapshot): BitSet {
  const found = new BitSet(segment.row.articles);
  const among = segment.liveDocuments();
  for (const field of fieldsIn(spans)) {
    const source = sourceOf(spans, segment, field);
    if (source === null) continue;
    found.union(matchSpans(source, among, snapshot.checkpoint));
    among.subtract(found);
  }
  return found;
}

/** The documents with `min` mentions or more, in all fields together; mentions at the same place count once. */
export function matchMentions(
  spans: ResolvedSpans,
  min: number,
  segment: SegmentReader,
  snapshot: IndexSnapshot,
): BitSet {
  const mentions = new Uint32Array(segment.row.articles);
  for (const field of fieldsIn(spans)) {
    const source = sourceOf(spans, segment, field);
    if (source === null) continue;
    eachSpans(source, segment.liveDocuments(), snapshot.checkpoint, (document, { firsts, lasts }) => {
      for (let at = 0; at < firsts.length; at += 1) {
        if (at > 0 && firsts[at] === firsts[at - 1] && lasts[at] === lasts[at - 1]) continue;
        mentions[document] = (mentions[document] as number) + 1;
      }
    });
  }
  const found = new BitSet(segment.row.articles);
  for (let document = 0; document < mentions.length; document += 1) {
    if ((mentions[document] as number) >= min) found.add(document);
  }
  return found;
}

function fieldsIn(spans: ResolvedSpans): readonly number[] {
  switch (spans.kind) {
    case 'slots':
      return spans.fields;
    case 'any':
      return [...new Set(spans.parts.flatMap(fieldsIn))];
    case 'near': {
      const left = fieldsIn(spans.left);
      return spans.node.negated ? left : left.filter((field) => fieldsIn(spans.right).includes(field));
    }
  }
}

function sourceOf(spans: ResolvedSpans, segment: SegmentReader, field: number): SpanSource | null {
  switch (spans.kind) {
    case 'slots':
      return slotSource(spans, segment, field);
    case 'any': {
      const sources = spans.parts.flatMap((part) => sourceOf(part, segment, field) ?? []);
      return sources.length === 0 ? null : anySpans(sources, segment.row.articles);
    }
    case 'near': {
      const left = sourceOf(spans.left, segment, field);
      const right = left === null ? null : sourceOf(spans.right, segment, field);
      const { nearness, negated } = spans.node;
      if (left === null) return null;
      if (right === null) return negated ? left : null;
      const isWords = typeof nearness.within === 'number';
      const ends = isWords ? null : endsReader(segment, field, nearness.within);
      return negated ? apartSpans(left, right, nearness, ends) : nearSpans(left, right, nearness, ends);
    }
  }
}

function slotSource(
  { slots, fields, slack, within }: ResolvedSpans & { kind: 'slots' },
  segment: SegmentReader,
  field: number,
): SpanSource | null {
  if (!fields.includes(field)) return null;
  const source = slack === 0 ? phraseSpans(slots, segment, field) : slackSpans(slots, slack, segment, field);
  if (source === null || within === null || field !== bodyField) return source;
  if (within !== 'paragraph') return limitedSpans(source, () => within - 1);
  const ends = endsIn(segment, paragraphTerm, paragraphStream);
  return limitedSpans(source, (document) => ends(document)[0] ?? Number.POSITIVE_INFINITY);
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
  // The streams of ends are those of a field after the last one.
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
