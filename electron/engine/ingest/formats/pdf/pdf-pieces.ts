import type { PdfPage } from './pdf-library.ts';

/** A stretch of text where it stands on a page: from its left end on, `y` down from the top of the page to its baseline. */
export type Piece = Readonly<{
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of its letters. */
  size: number;
  font: string;
}>;

export type PagePieces = Readonly<{
  width: number;
  height: number;
  pieces: readonly Piece[];
  /** Text that runs up or down the page beside the rest. */
  aside: string;
}>;

/** Presentation forms of Arabic and ligatures of Latin: what fonts show, and nobody writes. */
const shown = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]/g;
/** What fonts without a table of letters give. */
const unreadable = /[\x00-\x08\x0e-\x1f]/g;

/** The text of a page piece by piece, turned as a reader would turn the page. */
export async function piecesOf(page: PdfPage): Promise<PagePieces> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const upright: Piece[] = [];
  const turned: Piece[] = [];
  const aside: string[] = [];
  for (const { str, transform, width = 0, fontName = '' } of items) {
    if (str === undefined || transform === undefined || str.trim() === '') continue;
    const [a, b, c, d, x, y] = multiplied(viewport.transform, transform);
    const size = Math.hypot(c, d);
    const text = str.replace(shown, (letter) => letter.normalize('NFKC')).replace(unreadable, '\ufffd');
    if (!(size > 0)) continue;
    if (Math.abs(b) <= Math.abs(a)) upright.push({ text, x, y, width, size, font: fontName });
    else {
      // Read from the bottom up or from the top down: as if the page lay on its side.
      const isUp = b < 0;
      turned.push({ text, x: isUp ? -y : y, y: isUp ? x : viewport.width - x, width, size, font: fontName });
      aside.push(text);
    }
  }
  if (turned.length > upright.length * 3)
    return { width: viewport.height, height: viewport.width, pieces: fromZero(turned), aside: '' };
  return { width: viewport.width, height: viewport.height, pieces: upright, aside: aside.join(' ') };
}

function fromZero(pieces: readonly Piece[]): Piece[] {
  const left = pieces.reduce((least, { x }) => Math.min(least, x), Infinity);
  return pieces.map((piece) => ({ ...piece, x: piece.x - left }));
}

type Matrix = readonly [number, number, number, number, number, number];

function multiplied(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [k = 1, l = 0, m = 0, n = 1, o = 0, p = 0] = second;
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * o + c * p + e, b * o + d * p + f];
}
