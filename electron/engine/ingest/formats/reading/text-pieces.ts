/** A piece is given up beyond so many characters, so that a file without openings costs no more memory than that. */
const maxPieceLength = 4_000_000;
/** No opening is longer. */
const maxOpeningLength = 400;

export type TextPiece = Readonly<{
  /** Counted from 0, which is what stands before the first opening. */
  number: number;
  text: string;
  /** Whether it was longer than may be kept, and `text` is only its beginning. */
  isCut: boolean;
}>;

/** Cuts a text that comes in windows into pieces, each of which but the first begins where `opening` matches. */
export function* piecesOf(windows: Iterable<string>, opening: RegExp): Generator<TextPiece> {
  const search = new RegExp(opening.source, `${opening.flags.replace(/[gy]/g, '')}g`);
  let text = '';
  let isCut = false;
  let number = 0;
  /** What is before it was looked at. */
  let seen = 0;
  const take = (end: number): TextPiece => {
    const piece = { number: number++, text: text.slice(0, end), isCut };
    text = text.slice(end);
    isCut = false;
    // The opening itself is not to be found again.
    seen = 1;
    return piece;
  };
  for (const window of windows) {
    text += window;
    for (;;) {
      search.lastIndex = seen;
      const found = search.exec(text);
      // One at the very end may go on in the next window.
      if (found === null || found.index > text.length - maxOpeningLength) break;
      yield take(found.index);
    }
    seen = Math.max(seen, text.length - maxOpeningLength);
    if (text.length > maxPieceLength) {
      const kept = Math.floor(maxPieceLength / 2);
      isCut = true;
      text = text.slice(0, kept) + text.slice(seen);
      seen = kept;
    }
  }
  for (;;) {
    search.lastIndex = seen;
    const found = search.exec(text);
    if (found === null) break;
    yield take(found.index);
  }
  yield take(text.length);
}
