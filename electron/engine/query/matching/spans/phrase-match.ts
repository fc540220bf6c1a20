import type { PositionCursor } from './slot-positions.ts';

/*
 * Whether words that have one list each stand near each other in a document. Two frequent words are both in most
 * documents, so that their positions are compared where they were read, and the first pair that fits is enough.
 */

/** A list, and how many words of the phrase come before its own. */
export type PhraseList = Readonly<{ list: PositionCursor; offset: number }>;

/** For documents in ascending order: whether the words of the lists stand as in the phrase; the rarest first. */
export function phraseTest(lists: readonly PhraseList[]): (document: number) => boolean {
  const [first, ...others] = lists;
  /** Where each of the others is looked at. */
  const ats = new Uint32Array(others.length);
  return (document) => {
    if (first?.list.moveTo(document) !== true) return false;
    const { held, from, to } = first.list;
    /** So many of the others have gone on to the document: most are not asked, since the first pair does not fit. */
    let moved = 0;
    for (let at = from; at < to; at += 1) {
      const start = (held[at] as number) - first.offset;
      let nth = 0;
      for (; nth < others.length; nth += 1) {
        const { list, offset } = others[nth] as PhraseList;
        if (nth === moved) {
          if (!list.moveTo(document)) return false;
          ats[nth] = list.from;
          moved += 1;
        }
        const wanted = start + offset;
        let other = ats[nth] as number;
        while (other < list.to && (list.held[other] as number) < wanted) other += 1;
        if (other === list.to) return false;
        ats[nth] = other;
        if (list.held[other] !== wanted) break;
      }
      if (nth === others.length) return true;
    }
    return false;
  };
}

/** For documents in ascending order: whether a word of `left` and one of `right` are at most `within` words apart. */
export function nearTest(
  left: PositionCursor,
  right: PositionCursor,
  within: number,
  ordered: boolean,
): (document: number) => boolean {
  return (document) => {
    if (!left.moveTo(document) || !right.moveTo(document)) return false;
    let at = right.from;
    for (let nth = left.from; nth < left.to; nth += 1) {
      const position = left.held[nth] as number;
      const min = ordered ? position + 1 : position - within;
      while (at < right.to && (right.held[at] as number) < min) at += 1;
      // The word itself may be both, and is not near itself.
      const isSame = at < right.to && right.held[at] === position;
      const other = isSame ? at + 1 : at;
      if (other < right.to && (right.held[other] as number) <= position + within) return true;
      if (at === right.to) return false;
    }
    return false;
  };
}
