import type { PlaceCursor } from './slot-positions.ts';

/*
 * Whether words that have one list each stand near each other in a document. Two frequent words are both in most
 * documents, so that their positions are compared where they were read, and the first pair that fits is enough.
 */

/** A list, and how many words of the phrase stand before its own. */
export type PlacedList = Readonly<{ list: PlaceCursor; place: number }>;

/** For documents in ascending order: whether the lists stand in their places; the rarest first. */
export function runTest(lists: readonly PlacedList[]): (document: number) => boolean {
  const [first, ...others] = lists;
  /** Where each of the others is looked at. */
  const ats = new Uint32Array(others.length);
  return (document) => {
    if (first?.list.moveTo(document) !== true) return false;
    const { held, from, to } = first.list;
    /** So many of the others have gone on to the document: most are not asked, since the first pair does not fit. */
    let moved = 0;
    for (let at = from; at < to; at += 1) {
      const start = (held[at] as number) - first.place;
      let nth = 0;
      for (; nth < others.length; nth += 1) {
        const { list, place } = others[nth] as PlacedList;
        if (nth === moved) {
          if (!list.moveTo(document)) return false;
          ats[nth] = list.from;
          moved += 1;
        }
        const sought = start + place;
        let other = ats[nth] as number;
        while (other < list.to && (list.held[other] as number) < sought) other += 1;
        if (other === list.to) return false;
        ats[nth] = other;
        if (list.held[other] !== sought) break;
      }
      if (nth === others.length) return true;
    }
    return false;
  };
}

/** For documents in ascending order: whether a word of `left` and one of `right` are at most `within` words apart. */
export function nearTest(
  left: PlaceCursor,
  right: PlaceCursor,
  within: number,
  ordered: boolean,
): (document: number) => boolean {
  return (document) => {
    if (!left.moveTo(document) || !right.moveTo(document)) return false;
    let at = right.from;
    for (let nth = left.from; nth < left.to; nth += 1) {
      const position = left.held[nth] as number;
      const least = ordered ? position + 1 : position - within;
      while (at < right.to && (right.held[at] as number) < least) at += 1;
      // The word itself may be both, and is not near itself.
      const isSame = at < right.to && right.held[at] === position;
      const other = isSame ? at + 1 : at;
      if (other < right.to && (right.held[other] as number) <= position + within) return true;
      if (at === right.to) return false;
    }
    return false;
  };
}
