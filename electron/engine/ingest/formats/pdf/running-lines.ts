import type { PagePieces, Piece } from './pdf-pieces.ts';

/** Heads and feet of pages stand so near to their ends, at one height, and so far from the text. */
const share = 0.09;
const sameHeight = 4;
const apart = 1.5;
const pageNumber =
  /^[\s\-–—|·]*(?:(?:page|seite|pagina|p\.|صفحة|стр\.?)\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|van|من|из)\s*\d{1,4})?[\s\-–—|·]*$/iu;

export type PageParts = Readonly<{ pieces: readonly Piece[]; running: readonly string[] }>;

/** What runs over all pages of a document: heads, feet and the numbers of pages. Known by its first pages. */
export class RunningLines {
  readonly #often: ReadonlySet<string>;

  constructor(first: readonly PagePieces[]) {
    const counts = new Map<string, number>();
    for (const page of first)
      for (const key of new Set(edgesOf(page).map((line) => line.key)))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    const often = Math.max(2, first.length * 0.4);
    this.#often = new Set([...counts].filter(([, count]) => count >= often).map(([key]) => key));
  }

  /** Takes it from a page. */
  takenFrom(page: PagePieces): PageParts {
    const running = edgesOf(page).filter(({ key, text }) => this.#often.has(key) || pageNumber.test(text));
    const gone = new Set(running.flatMap((line) => line.pieces));
    return {
      pieces: page.pieces.filter((piece) => !gone.has(piece)),
      running: running.map(({ text }) => text),
    };
  }
}

/** A line at an end of a page, with what all pages are asked for; numbers are the same as all others. */
type Edge = Readonly<{ key: string; text: string; pieces: readonly Piece[] }>;

function edgesOf({ pieces, height }: PagePieces): Edge[] {
  const lines = linesOf(pieces);
  const top = lines.filter(({ y }) => y < height * share);
  const bottom = lines.filter(({ y }) => y > height * (1 - share));
  return [...apartFrom(top.reverse(), lines, 1), ...apartFrom(bottom, lines, -1)].map(
    ({ y, pieces: own }) => {
      const text = own
        .sort((one, other) => one.x - other.x)
        .map((piece) => piece.text.trim())
        .join(' ');
      return { key: `${Math.round(y / sameHeight)} ${text.replace(/\p{Nd}+/gu, '#')}`, text, pieces: own };
    },
  );
}

type Line = Readonly<{ y: number; size: number; pieces: Piece[] }>;

/** From the inside out, what stands apart from the line that is `inwards` of it, and all that stands after that. */
function apartFrom(edge: readonly Line[], lines: readonly Line[], inwards: 1 | -1): readonly Line[] {
  const start = edge.findIndex((line) => {
    const neighbour = lines[lines.indexOf(line) + inwards];
    return neighbour === undefined || Math.abs(neighbour.y - line.y) > apart * line.size;
  });
  return start === -1 ? [] : edge.slice(start);
}

function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const last = lines.at(-1);
    if (last !== undefined && piece.y - last.y < 2) last.pieces.push(piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return lines;
}
