import { isSpace } from './space-units.ts';
import { charCode } from './char-code.ts';

/** A line that holds more than white space; the range leaves out the white space around it. */
export type Line = Readonly<{
  start: number;
  end: number;
  /** White-space units in front of it on its line. */
  indent: number;
  blankBefore: boolean;
}>;

/** Lines up to a limit, and where the text that was not split begins (its length, mostly). */
export type SplitText = Readonly<{ lines: readonly Line[]; restStart: number }>;

const lineFeed = '\n';
const anyEnd = /\r\n|[\n-\r\x85\u2028\u2029]/g;
const otherEnds = ['\r', '\v', '\f', '\x85', '\u2028', '\u2029'];

/** Splits a text into its lines with content. `limit` bounds the memory that a text of many lines takes. */
export function splitLines(text: string, from: number, limit: number): SplitText {
  const lines: Line[] = [];
  const nextLine = otherEnds.some((end) => text.includes(end)) ? afterAnyEnd : afterLineFeed;
  let blank = false;
  for (let lineStart = from; lineStart < text.length;) {
    if (lines.length === limit) return { lines, restStart: lineStart };
    const nextStart = nextLine(text, lineStart);
    let start = lineStart;
    let end = nextStart;
    while (start < end && isSpace(charCode(text, start))) start++;
    while (end > start && isSpace(charCode(text, end - 1))) end--;
    if (start < end) lines.push({ start, end, indent: start - lineStart, blankBefore: blank });
    blank = start === end;
    lineStart = nextStart;
  }
  return { lines, restStart: text.length };
}

function afterLineFeed(text: string, from: number): number {
  const end = text.indexOf(lineFeed, from);
  return end < 0 ? text.length : end + 1;
}

function afterAnyEnd(text: string, from: number): number {
  anyEnd.lastIndex = from;
  return anyEnd.test(text) ? anyEnd.lastIndex : text.length;
}

/** A stretch of text as one line: hard line breaks become spaces. Stored records rely on it, see `decodeRecord`. */
export function unwrap(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  const { lines } = splitLines(text, 0, Infinity);
  return lines.map((line) => text.slice(line.start, line.end)).join(' ');
}
