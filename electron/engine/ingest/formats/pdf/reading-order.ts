import { isRightToLeft, lineText } from './line-text.ts';
import type { Piece } from './pdf-pieces.ts';

/** A line of a column. */
export type PdfLine = Readonly<{
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
  isRtl: boolean;
}>;

/** The lines of a column, from the top down. */
export type Column = Readonly<{ lines: readonly PdfLine[]; isRtl: boolean }>;

/** A run of words on one baseline, without a gap that could be one between columns. */
type Segment = Readonly<{
  pieces: readonly Piece[];
  left: number;
  right: number;
  y: number;
  size: number;
  words: number;
}>;

const wordsApart = 1;
const minGutter = 0.7;
const minLines = 3;
/** Parts of the width of what is split, and of its own width that the lines of a column fill. */
const minShare = 0.12;
const minFilled = 0.5;
const minWords = 2.5;
const samples = 200;
const deepest = 12;
const baselineShare = 0.45;

/** The columns of a page in the order of reading, the lines that run across them between them. */
export function columnsOf(pieces: readonly Piece[]): Column[] {
  const columns: Column[] = [];
  split(segmentsOf(pieces), isRightToLeft(pieces), 0, columns);
  return columns;
}

function split(segments: readonly Segment[], isRtl: boolean, depth: number, columns: Column[]): void {
  if (segments.length === 0) return;
  const gutter = depth < deepest ? gutterOf(segments) : null;
  if (gutter === null) {
    columns.push(columnOf(segments));
    return;
  }
  // What runs across both columns ends the part of them above it.
  let band: Segment[] = [];
  let across: Segment[] = [];
  const endBand = (): void => {
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter(({ left: start }) => start >= gutter);
    for (const side of isRtl ? [right, left] : [left, right]) split(side, isRtl, depth + 1, columns);
    band = [];
  };
  const endAcross = (): void => {
    if (across.length > 0) columns.push(columnOf(across));
    across = [];
  };
  for (const segment of segments) {
    if (segment.left < gutter && segment.right > gutter) {
      if (band.length > 0) endBand();
      across.push(segment);
    } else {
      endAcross();
      band.push(segment);
    }
  }
  endAcross();
  endBand();
}

/** Where a page falls into columns: a strip that hardly a line crosses, with running text on both sides. */
function gutterOf(segments: readonly Segment[]): number | null {
  const left = Math.min(...segments.map((one) => one.left));
  const right = Math.max(...segments.map((one) => one.right));
  const size = median(segments.map((one) => one.size));
  const width = right - left;
  if (!(width > 0)) return null;
  let best: { at: number; crossing: number; width: number } | null = null;
  for (const { at, width: gap, crossing } of stripsOf(segments, left, width)) {
    if (gap < minGutter * size) continue;
    if (best !== null && (crossing > best.crossing || (crossing === best.crossing && gap <= best.width)))
      continue;
    if (
      isColumn(
        segments.filter((one) => one.right <= at),
        width,
      ) &&
      isColumn(
        segments.filter((one) => one.left >= at),
        width,
      ) &&
      isBeside(segments, at)
    )
      best = { at, crossing, width: gap };
  }
  return best?.at ?? null;
}

/** Strips that few lines cross, with their middles. */
function stripsOf(
  segments: readonly Segment[],
  left: number,
  width: number,
): { at: number; width: number; crossing: number }[] {
  const step = width / samples;
  const counts = new Array<number>(samples + 1).fill(0);
  for (const one of segments) {
    const first = Math.max(0, Math.ceil((one.left - left) / step));
    const last = Math.min(samples, Math.floor((one.right - left) / step));
    for (let at = first; at <= last; at++) counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = segments.length * 0.2;
  const strips: { at: number; width: number; crossing: number }[] = [];
  for (let at = 1; at < samples; at++) {
    const crossing = counts[at] ?? 0;
    if (crossing > most) continue;
    let end = at;
    while (end < samples && (counts[end] ?? 0) <= crossing) end++;
    // As wide as it is between the lines that do not cross it.
    strips.push({ at: left + ((at + end - 1) / 2) * step, width: (end - at + 1) * step, crossing });
    while (at < end - 1 && (counts[at + 1] ?? 0) === crossing) at++;
  }
  return strips;
}

function isColumn(side: readonly Segment[], width: number): boolean {
  const lines = sideLines(side);
  if (lines.length < minLines) return false;
  const left = Math.min(...side.map((one) => one.left));
  const right = Math.max(...side.map((one) => one.right));
  const own = right - left;
  const words = lines.reduce((sum, one) => sum + one.words, 0) / lines.length;
  const filled = median(lines.map((one) => one.right - one.left));
  return own >= width * minShare && filled >= own * minFilled && words >= minWords;
}

/** The lines of a side: words that are far apart in a justified line are one line all the same. */
function sideLines(side: readonly Segment[]): { left: number; right: number; words: number }[] {
  const lines: { y: number; left: number; right: number; words: number }[] = [];
  for (const { y, size, left, right, words } of side) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(y - last.y) < baselineShare * size) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.words += words;
    } else lines.push({ y, left, right, words });
  }
  return lines;
}

/** Whether both sides stand beside one another, and not one below the other. */
function isBeside(segments: readonly Segment[], at: number): boolean {
  const left = segments.filter((one) => one.right <= at).map(({ y }) => y);
  const right = segments.filter((one) => one.left >= at).map(({ y }) => y);
  const top = Math.max(Math.min(...left), Math.min(...right));
  const bottom = Math.min(Math.max(...left), Math.max(...right));
  const inside = (ys: readonly number[]): number => ys.filter((y) => y >= top - 1 && y <= bottom + 1).length;
  return inside(left) >= minLines && inside(right) >= minLines;
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const line of baselinesOf(pieces)) {
    let own: Piece[] = [];
    let end = -Infinity;
    for (const piece of [...line].sort((one, other) => one.x - other.x)) {
      if (own.length > 0 && piece.x - end > wordsApart * piece.size) {
        segments.push(segmentOf(own));
        own = [];
        end = -Infinity;
      }
      own.push(piece);
      end = Math.max(end, piece.x + piece.width);
    }
    if (own.length > 0) segments.push(segmentOf(own));
  }
  return segments;
}

/** Pieces on one baseline; what is set a little higher or lower, as the number of a note, stands on it as well. */
function baselinesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const last = lines.at(-1);
    if (last !== undefined && piece.y - last.y < baselineShare * Math.min(last.size, piece.size)) {
      last.pieces.push(piece);
      if (piece.size > last.size) Object.assign(last, { size: piece.size });
    } else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return lines.map((line) => line.pieces);
}

function segmentOf(pieces: readonly Piece[]): Segment {
  const words = pieces.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0);
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  return {
    pieces,
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: median(pieces.map(({ y }) => y)),
    size: Math.max(...pieces.map(({ size }) => size)),
    // Letters that are pieces of their own are no words.
    words: letters / words < 2.5 ? letters / 5 : words,
  };
}

function columnOf(segments: readonly Segment[]): Column {
  const lines = baselinesOf(segments.flatMap(({ pieces }) => [...pieces]));
  const isRtl = isRightToLeft(segments.flatMap(({ pieces }) => [...pieces]));
  return { isRtl, lines: lines.map((pieces) => lineOf(pieces, isRtl)).filter(({ text }) => text !== '') };
}

function lineOf(pieces: readonly Piece[], isRtl: boolean): PdfLine {
  const longest = pieces.reduce((one, other) => (other.text.length > one.text.length ? other : one));
  return {
    text: lineText(pieces, isRtl),
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: median(pieces.map(({ y }) => y)),
    size: longest.size,
    font: longest.font,
    isRtl,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
