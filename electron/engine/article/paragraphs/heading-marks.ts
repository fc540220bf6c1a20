import { charCode } from '../text/char-code.ts';
import type { Line } from '../text/lines.ts';
import { isSpace } from '../text/space-units.ts';

const asterisk = 0x2a;
const numberSign = 0x23;
const underline = 0x5f;
const equals = 0x3d;
const maxNumberSigns = 6;
const minMarks = 2;
const maxMarks = 6;

/**
 * The range of a line or paragraph without the marks that a flattened page has around a heading, a strong or an emphasised
 * line: `****** Heading ******`, `# Heading`, `**strong**`, `_emphasis_`. A lone mark is the text's, and so is what is
 * nothing but marks.
 */
export function withoutMarks(
  text: string,
  start: number,
  end: number,
): Readonly<{ start: number; end: number }> {
  const mark = charCode(text, start);
  if (mark === numberSign) {
    let at = start;
    while (charCode(text, at) === numberSign) at++;
    if (at - start > maxNumberSigns || !isSpace(charCode(text, at))) return { start, end };
    return trimmed(text, at, end, start, end);
  }
  if (mark !== asterisk && mark !== underline && mark !== equals) return { start, end };
  let from = start;
  while (from < end && charCode(text, from) === mark) from++;
  let to = end;
  while (to > from && charCode(text, to - 1) === mark) to--;
  const marks = from - start;
  if (marks !== end - to || (marks < 2 && mark !== underline)) return { start, end };
  return trimmed(text, from, to, start, end);
}

/** Whether a line is the marks that close the heading of `first`, for which its line had no room. */
export function closesHeading(text: string, first: Line, line: Line): boolean {
  const length = line.end - line.start;
  if (length < minMarks || length > maxMarks || charCode(text, line.start) !== asterisk) return false;
  const marks = text.slice(line.start, line.end);
  return (
    marks === '*'.repeat(length) &&
    text.startsWith(`${marks} `, first.start) &&
    first.end - first.start > length
  );
}

function trimmed(
  text: string,
  from: number,
  to: number,
  start: number,
  end: number,
): Readonly<{ start: number; end: number }> {
  let first = from;
  let last = to;
  while (first < last && isSpace(charCode(text, first))) first++;
  while (last > first && isSpace(charCode(text, last - 1))) last--;
  return first === last ? { start, end } : { start: first, end: last };
}
