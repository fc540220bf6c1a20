import { BitSet } from '../index/bit-set.ts';
import type { SegmentReader } from '../index/segment-reader.ts';
import type { QuerySlot } from './query-slot.ts';

/** The positions of one slot in one field, document by document. */
type SlotPositions = ReadonlyMap<number, Uint32Array>;

function positionsOf(slot: QuerySlot, segment: SegmentReader, field: number): SlotPositions {
  const positions = new Map<number, Uint32Array>();
  const lists = slot.terms.flatMap((term) => term.postings(segment, field));
  for (const postings of lists) {
    let at = 0;
    for (let nth = 0; nth < postings.documents.length; nth += 1) {
      const document = postings.documents[nth] as number;
      const end = at + (postings.frequencies[nth] as number);
      const own = postings.positions.subarray(at, end);
      const known = positions.get(document);
      positions.set(document, known === undefined ? own : merged(known, own));
      at = end;
    }
  }
  return positions;
}

function merged(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both.sort();
}

function includes(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] as number;
    if (found === value) return true;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function standsIn(document: number, slots: readonly SlotPositions[], anchor: number): boolean {
  for (const position of slots[anchor]?.get(document) ?? []) {
    const start = position - anchor;
    if (start < 0) continue;
    const whole = slots.every((positions, nth) => {
      const own = positions.get(document);
      return nth === anchor || (own !== undefined && includes(own, start + nth));
    });
    if (whole) return true;
  }
  return false;
}

/** The documents of a segment in which the slots stand one right after the other, in one of `fields`. */
export function matchPhrase(
  slots: readonly QuerySlot[],
  segment: SegmentReader,
  fields: readonly number[],
): BitSet {
  const found = new BitSet(segment.row.articles);
  for (const field of fields) {
    const positions: SlotPositions[] = [];
    for (const slot of slots) {
      const own = positionsOf(slot, segment, field);
      if (own.size === 0) break;
      positions.push(own);
    }
    if (positions.length < slots.length) continue;
    let anchor = 0;
    for (const [nth, { size }] of positions.entries())
      if (size < (positions[anchor]?.size ?? 0)) anchor = nth;
    for (const document of positions[anchor]?.keys() ?? []) {
      if (standsIn(document, positions, anchor)) found.add(document);
    }
  }
  return found;
}
