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

function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** White space, controls, and the marks without a shape of their own that cling to the ends of lines. */
export function isSpace(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (unit < 0x7f) return false;
  if (unit <= 0xa0) return true;
  return (
    (unit >= 0x2000 && unit <= 0x200b) ||
    (unit >= 0x200e && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    (unit >= 0x205f && unit <= 0x2060) ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** Splits a text into its lines with content. `limit` bounds the memory that a text of many lines takes. */
export function splitLines(text: string, from: number, limit: number): SplitText {
  const lines: Line[] = [];
  let at = from;
  let blank = false;
  while (at < text.length) {
    if (lines.length === limit) return { lines, restStart: at };
    const lineStart = at;
    let first = -1;
    let last = -1;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      if (isLineBreak(unit)) break;
      if (!isSpace(unit)) {
        if (first < 0) first = at;
        last = at;
      }
      at++;
    }
    if (at < text.length) at += text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
    if (first < 0) {
      blank = true;
      continue;
    }
    lines.push({ start: first, end: last + 1, indent: first - lineStart, blankBefore: blank });
    blank = false;
  }
  return { lines, restStart: text.length };
}

/** A stretch of text as one line: hard line breaks become spaces. */
export function unwrap(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text;
  const { lines } = splitLines(text, 0, Infinity);
  return lines.map((line) => text.slice(line.start, line.end)).join(' ');
}
