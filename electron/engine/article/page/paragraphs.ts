import { splitLines, type Line } from '../text/lines.ts';
import { isSpace } from '../text/space-units.ts';
import { unitAt } from '../text/char-code.ts';
import { unitKinds, wordCharacter } from '../text/char-classes.ts';
import { UnitWindow } from '../text/char-window.ts';
import { measure } from '../text/words.ts';

/** Lines that belong together: one line, or several that a fixed width has broken. */
export type Paragraph = Readonly<{
  start: number;
  end: number;
  blankBefore: boolean;
  /** Its beginning, enough to judge it by. */
  view: string;
  /** The kinds of all characters of the view, see `unitKinds`: most rules look for what most lines have none of. */
  kinds: number;
  /** Words of the view. */
  words: number;
  /** The same, where every two Han, kana or Thai characters count as a word. */
  weight: number;
  endsSentence: boolean;
}>;

const lineLimit = 20_000;
const viewLength = 1_500;
const restChunk = 65_536;
const widestWrap = 100;
const longestWord = 28;
const narrowestWrap = 40;
const fullStop = 0x2e;
const sentenceEnd = /[.!?…。！？؟۔][)\]»"'”’›\s]*$/u;

/** Splits a text into paragraphs, in order. Beyond 20,000 lines they are cut coarsely, so memory stays bounded. */
export function splitParagraphs(text: string): Paragraph[] {
  const { lines, restStart } = splitLines(text, 0, lineLimit);
  const paragraphs: Paragraph[] = [];
  const window = new UnitWindow(text);
  const runs = runsOf(lines);
  const widths = widthsOf(text, runs);
  runs.forEach((run, at) => {
    const width = widths[at] ?? null;
    let first: Line | null = null;
    let last: Line | null = null;
    for (const line of run) {
      if (first !== null && last !== null) {
        if (width !== null && continues(text, last, line, width)) {
          last = line;
          continue;
        }
        paragraphs.push(paragraphOf(text, window, first.start, last.end, first.blankBefore));
      }
      first = line;
      last = line;
    }
    if (first !== null && last !== null)
      paragraphs.push(paragraphOf(text, window, first.start, last.end, first.blankBefore));
  });
  for (let from = restStart; from < text.length;) {
    const to = chunkEnd(text, from);
    let start = from;
    let end = to;
    while (start < end && isSpace(unitAt(text, start))) start++;
    while (end > start && isSpace(unitAt(text, end - 1))) end--;
    if (start < end) paragraphs.push(paragraphOf(text, window, start, end, true));
    from = to;
  }
  return paragraphs;
}

function chunkEnd(text: string, from: number): number {
  const to = from + restChunk;
  // Within the chunk only: a search back through all that was read already would cost the square of the length.
  const chunk = text.slice(from, to + 1);
  const newline = chunk.lastIndexOf('\n');
  const within = newline > 0 ? newline : chunk.lastIndexOf('\r');
  if (within > 0) return from + within + 1;
  const beyond = text.indexOf('\n', to);
  return beyond < 0 ? text.length : beyond + 1;
}

function paragraphOf(
  text: string,
  window: UnitWindow,
  start: number,
  end: number,
  blankBefore: boolean,
): Paragraph {
  const viewEnd = Math.min(end, start + viewLength);
  const view = text.slice(start, viewEnd);
  const { kinds, words, weight } = measure(view, window.between(start, viewEnd));
  return {
    start,
    end,
    blankBefore,
    view,
    kinds,
    words,
    weight,
    endsSentence: endsSentence(text, start, end),
  };
}

function endsSentence(text: string, start: number, end: number): boolean {
  const last = unitAt(text, end - 1);
  if (last === fullStop) return true;
  if (((unitKinds[last] ?? 0) & wordCharacter) !== 0) return false;
  return sentenceEnd.test(text.slice(Math.max(start, end - 8), end));
}

/** Lines without a blank one between them. */
function runsOf(lines: readonly Line[]): (readonly Line[])[] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of lines) {
    if (run.length === 0 || line.blankBefore) {
      run = [line];
      runs.push(run);
    } else run.push(line);
  }
  return runs;
}

/**
 * The width that each run of lines was broken at, or null for lines that end where their writer ended them. Once
 * most of a text's runs show a width, the short runs that can't show it themselves follow.
 */
function widthsOf(text: string, runs: readonly (readonly Line[])[]): (number | null)[] {
  const widths = runs.map((run) => wrapWidth(text, run));
  const several = runs.filter((run) => run.length >= 3).length;
  const found = widths.filter((width) => width !== null);
  if (found.length * 2 < several || found.length === 0) return widths;
  const width = found.reduce((widest, one) => Math.max(widest, one), 0);
  return runs.map((run, at) => widths[at] ?? (widest(run) <= width + 2 ? width : null));
}

/**
 * Lines were filled to a width when nearly every one is too full to have taken the next line's first word as
 * well. Too few lines show nothing.
 */
function wrapWidth(text: string, run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  const width = widest(run);
  if (width < narrowestWrap || width > widestWrap) return null;
  let full = 0;
  for (let at = 1; at < run.length; at++) {
    const line = run[at - 1];
    const next = run[at];
    if (line && next && (isFull(text, line, next, width) || beginsSmall(text, next))) full++;
  }
  return full >= Math.max(2, 0.66 * (run.length - 1)) ? width : null;
}

function widest(run: readonly Line[]): number {
  return run.reduce((width, line) => Math.max(width, line.end - line.start), 0);
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let wordEnd = next.start;
  while (wordEnd < next.end && unitAt(text, wordEnd) > 0x20) wordEnd++;
  // Nothing that is no word (an address, a date) shows how full the line above was.
  const word = text.slice(next.start, Math.min(wordEnd, next.start + longestWord + 1));
  if (word.length > longestWord || /^(?:https?:|\d{4}-)/u.test(word)) return false;
  return line.end - line.start + 1 + (wordEnd - next.start) >= width - 2;
}

function beginsSmall(text: string, line: Line): boolean {
  return /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function continues(text: string, line: Line, next: Line, width: number): boolean {
  if (next.indent >= line.indent + 2) return false;
  if (isFull(text, line, next, width) || beginsSmall(text, next)) return true;
  // The rest of a line that a dateline stood on: neither full nor the end of a sentence.
  const length = line.end - line.start;
  return length >= width * 0.4 && !sentenceEnd.test(text.slice(line.end - Math.min(8, length), line.end));
}
