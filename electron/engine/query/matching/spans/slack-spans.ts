import type { SegmentReader } from '../../../index/segment/segment-reader.ts';
import type { QuerySlot } from '../query-slot.ts';
import { documentsOfAll, placedByRarity, type SpanSource, type Spans } from './spans.ts';

const nowhere: Spans = { firsts: new Uint32Array(), lasts: new Uint32Array() };

/**
 * Words in this order with at most `slack` others between them, all together; null when one of them is nowhere in the
 * field. From each position of the first word the shortest run is taken.
 */
export function slackSpans(
  slots: readonly QuerySlot[],
  slack: number,
  segment: SegmentReader,
  field: number,
): SpanSource | null {
  const byRarity = placedByRarity(slots, segment, field);
  if (byRarity === null) return null;
  const inOrder = [...byRarity].sort((a, b) => a.offset - b.offset);
  const maxLength = slots.length - 1 + slack;
  const spansIn = (document: number, max: number): Spans => {
    const positions: Uint32Array[] = [];
    for (const { own } of inOrder) {
      // A cursor's array is written over at its next document, and two slots may share a list.
      const ownPositions = own.positionsIn(document).slice();
      if (ownPositions.length === 0) return nowhere;
      positions.push(ownPositions);
    }
    return runsOf(positions, maxLength, max);
  };
  return {
    documents: documentsOfAll(byRarity, segment.row.articles),
    spansIn: (document) => spansIn(document, Number.POSITIVE_INFINITY),
    isIn: (document) => spansIn(document, 1).firsts.length > 0,
    list: null,
  };
}

/** At most `max` runs from a position of the first list over the next position of each other one, `maxLength` words on at most. */
function runsOf(positions: readonly Uint32Array[], maxLength: number, max: number): Spans {
  const [starts = new Uint32Array(), ...others] = positions;
  const next = others.map(() => 0);
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (const first of starts) {
    let last = first;
    for (const [nth, positions] of others.entries()) {
      let at = next[nth] ?? 0;
      while (at < positions.length && (positions[at] as number) <= last) at += 1;
      next[nth] = at;
      // None stands after this start, and so after no later one.
      if (at === positions.length)
        return { firsts: Uint32Array.from(firsts), lasts: Uint32Array.from(lasts) };
      last = positions[at] as number;
    }
    if (last - first > maxLength) continue;
    firsts.push(first);
    lasts.push(last);
    if (firsts.length === max) break;
  }
  return { firsts: Uint32Array.from(firsts), lasts: Uint32Array.from(lasts) };
}
