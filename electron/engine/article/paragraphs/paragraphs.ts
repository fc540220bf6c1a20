import { splitLines, type Line } from '../text/lines.ts';
import { isSpace } from '../text/space-units.ts';
import { charCode } from '../text/char-code.ts';
import { charClasses, wordCharacter } from '../text/char-classes.ts';
import { CharWindow } from '../text/char-window.ts';
import { closesHeading, withoutMarks } from './heading-marks.ts';
import { hasJoinedLinks, isLink, withoutJoints } from './joined-links.ts';
import { itemMarkLength } from './item-mark.ts';
import { measure } from '../text/words.ts';
import { breaksWord, sentenceEnd } from './line-fill.ts';
import { continues, widthsOf } from './wrapping.ts';

/** Lines that belong together: one line, or several that a fixed width has broken. */
export type Paragraph = Readonly<{
  start: number;
  end: number;
  blankBefore: boolean;
  /** Where the mark of a list's item in front of it stands, or `start`. */
  itemStart: number;
  /** Its beginning, enough to judge it by. */
  view: string;
  /** The kinds of all characters of the view, see `charClasses`: most rules look for what most lines have none of. */
  kinds: number;
  /** Words of the view. */
  words: number;
  /** The same, where every two Han, kana or Thai characters count as a word. */
  weight: number;
  endsSentence: boolean;
  /** Nothing but a link, as converters write them. */
  isLink: boolean;
}>;

const lineLimit = 20_000;
const viewLength = 1_500;
const restChunk = 65_536;
const fullStop = 0x2e;

/** Splits a text into paragraphs, in order. Beyond 20,000 lines they are cut coarsely, so memory stays bounded. */
export function splitParagraphs(text: string): Paragraph[] {
  const { lines, restStart } = splitLines(text, 0, lineLimit);
  const paragraphs: Paragraph[] = [];
  const window = new CharWindow(text);
  const joined = hasJoinedLinks(text);
  const runs = runsOf(lines);
  const widths = widthsOf(text, runs);
  runs.forEach((run, at) => {
    const width = widths[at] ?? null;
    let first: Line | null = null;
    let last: Line | null = null;
    for (const line of run) {
      if (first !== null && last !== null) {
        if (
          closesHeading(text, first, line) ||
          breaksWord(text, last, line) ||
          (width !== null && continues(text, last, line, width, last === run[0]))
        ) {
          last = line;
          continue;
        }
        paragraphs.push(paragraphOf(text, window, first.start, last.end, first.blankBefore, joined));
      }
      first = line;
      last = line;
    }
    if (first !== null && last !== null)
      paragraphs.push(paragraphOf(text, window, first.start, last.end, first.blankBefore, joined));
  });
  for (let from = restStart; from < text.length;) {
    const to = chunkEnd(text, from);
    let start = from;
    let end = to;
    while (start < end && isSpace(charCode(text, start))) start++;
    while (end > start && isSpace(charCode(text, end - 1))) end--;
    if (start < end) paragraphs.push(paragraphOf(text, window, start, end, true, joined));
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
  window: CharWindow,
  lineStart: number,
  lineEnd: number,
  blankBefore: boolean,
  joined: boolean,
): Paragraph {
  const marked = withoutMarks(text, lineStart, lineEnd);
  const { end } = marked;
  const start = marked.start + itemMarkLength(text, marked.start, end);
  const viewEnd = Math.min(end, start + viewLength);
  const written = text.slice(start, viewEnd);
  const { kinds, words, weight } = measure(written, window.between(start, viewEnd));
  return {
    start,
    end,
    itemStart: marked.start,
    blankBefore,
    view: joined ? withoutJoints(written) : written,
    kinds,
    words,
    weight,
    endsSentence: endsSentence(text, start, end),
    isLink: isLink(written),
  };
}

function endsSentence(text: string, start: number, end: number): boolean {
  const last = charCode(text, end - 1);
  if (last === fullStop) return true;
  if (((charClasses[last] ?? 0) & wordCharacter) !== 0) return false;
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
