import type { SegmentReader } from '../../index/segment/segment-reader.ts';
import type { QuerySlot } from './query-slot.ts';
import { documentsOfAll, placedByRarity, type SpanSource, type Spans } from './spans.ts';

const nowhere: Spans = { firsts: new Uint32Array(), lasts: new Uint32Array() };

/**
 * Words in this order with at most `slack` others between them, all together; null when one of them is nowhere in the
 * field. From each place of the first word the shortest run is taken.
 */
export function slackSpans(
  slots: readonly QuerySlot[],
  slack: number,
  segment: SegmentReader,
  field: number,
): SpanSource | null {
  const byRarity = placedByRarity(slots, segment, field);
  if (byRarity === null) return null;
  const inOrder = [...byRarity].sort((a, b) => a.place - b.place);
  const longest = slots.length - 1 + slack;
  const spansIn = (document: number, most: number): Spans => {
    const positions: Uint32Array[] = [];
    for (const { own } of inOrder) {
      // A cursor's array is written over at its next document, and two slots may share a list.
      const places = own.positionsIn(document).slice();
      if (places.length === 0) return nowhere;
      positions.push(places);
    }
    return runsOf(positions, longest, most);
  };
  return {
    documents: documentsOfAll(byRarity, segment.row.articles),
    spansIn: (document) => spansIn(document, Number.POSITIVE_INFINITY),
    isIn: (document) => spansIn(document, 1).firsts.length > 0,
    list: null,
  };
}

/** At most `most` runs from a place of the first list over the next place of each other one, `longest` words on at most. */
function runsOf(positions: readonly Uint32Array[], longest: number, most: number): Spans {
  const [starts = new Uint32Array(), ...others] = positions;
  const next = others.map(() => 0);
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (const first of starts) {
    let last = first;
    for (const [nth, places] of others.entries()) {
      let at = next[nth] ?? 0;
      while (at < places.length && (places[at] as number) <= last) at += 1;
      next[nth] = at;
      // None stands behind this start, and so behind no later one.
      if (at === places.length) return { firsts: Uint32Array.from(firsts), lasts: Uint32Array.from(lasts) };
      last = places[at] as number;
    }
    if (last - first > longest) continue;
    firsts.push(first);
    lasts.push(last);
    if (firsts.length === most) break;
  }
  return { firsts: Uint32Array.from(firsts), lasts: Uint32Array.from(lasts) };
}
