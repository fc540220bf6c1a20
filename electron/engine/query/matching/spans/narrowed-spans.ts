import { lowerBound } from '../../../index/bytes/lower-bound.ts';
import type { Nearness } from '../../grammar/nearness.ts';
import { nearTestOf, type NearTest, type SpanSource, type Spans } from './spans.ts';

/** Of what stands in a field, that which ends at the last position of each document or before. */
export function limitedSpans(source: SpanSource, lastOf: (document: number) => number): SpanSource {
  const spansIn = (document: number): Spans => {
    const last = lastOf(document);
    return keptOf(source.spansIn(document), (_, end) => end <= last);
  };
  return {
    documents: source.documents,
    spansIn,
    isIn: (document) => spansIn(document).firsts.length > 0,
    list: null,
  };
}

/**
 * Of what stands on the left, that which nothing on the right is near to; what lies over it is, unless the one has to follow
 * the other.
 */
export function apartSpans(
  left: SpanSource,
  right: SpanSource,
  { within, ordered }: Nearness,
  ends: ((document: number) => Uint32Array) | null,
): SpanSource {
  const spansIn = (document: number): Spans => {
    const lefts = left.spansIn(document);
    if (lefts.firsts.length === 0 || !right.documents.has(document)) return lefts;
    // The next question to a source writes over what it answered.
    const own = { firsts: lefts.firsts.slice(), lasts: lefts.lasts.slice() };
    const rights = right.spansIn(document);
    return keptOf(own, apartTest(rights, ordered, nearTestOf(within, ends, document)));
  };
  return {
    documents: left.documents,
    spansIn,
    isIn: (document) => spansIn(document).firsts.length > 0,
    list: null,
  };
}

/** For spans of one document: whether none of `others` is near. */
function apartTest(
  { firsts, lasts }: Spans,
  ordered: boolean,
  isNear: NearTest,
): (first: number, last: number) => boolean {
  const endings = lasts.slice().sort();
  return (first, last) => {
    const begunBefore = lowerBound(firsts, last + 1);
    if (begunBefore < firsts.length && isNear(last, firsts[begunBefore] as number)) return false;
    if (ordered) return true;
    const endedBefore = lowerBound(endings, first);
    if (endedBefore > 0 && isNear(endings[endedBefore - 1] as number, first)) return false;
    // Of those that lie over it, only it itself is not near to it.
    return begunBefore - endedBefore === equalTo(first, last, firsts, lasts);
  };
}

/** How many of the spans are this one; they are in order of their first words, and then of their last. */
function equalTo(first: number, last: number, firsts: Uint32Array, lasts: Uint32Array): number {
  const from = lowerBound(firsts, first);
  const to = lowerBound(firsts, first + 1);
  return lowerBound(lasts, last + 1, from, to) - lowerBound(lasts, last, from, to);
}

function keptOf({ firsts, lasts }: Spans, isKept: (first: number, last: number) => boolean): Spans {
  const kept: number[] = [];
  for (let at = 0; at < firsts.length; at += 1) {
    if (isKept(firsts[at] as number, lasts[at] as number)) kept.push(at);
  }
  if (kept.length === firsts.length) return { firsts, lasts };
  return {
    firsts: Uint32Array.from(kept, (at) => firsts[at] as number),
    lasts: Uint32Array.from(kept, (at) => lasts[at] as number),
  };
}
