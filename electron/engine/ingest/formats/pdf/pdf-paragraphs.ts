import type { Column, PdfLine } from './reading-order.ts';

/** A paragraph, its lines apart: words that are broken at their ends are put together by whoever reads the text. */
export type PdfParagraph = { text: string; size: number; page: number; isOpen: boolean; isRtl: boolean };

const sentenceEnd = /[.!?:…。؟!؛”"»)\]]\s*$/u;
const farApart = 1.35;
const indentShare = 0.7;
const shortShare = 0.85;
const sizeChange = 0.12;
const leastLeading = 0.8;

/** The paragraphs of the columns of a page: a new one begins at a gap, an indent, another size, or after a short last line. */
export function paragraphsOf(columns: readonly Column[], page: number): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  for (const { lines, isRtl } of columns) {
    const leading = leadingOf(lines);
    const bounds = boundsOf(lines);
    let last: PdfLine | null = null;
    for (const line of lines) {
      const open = paragraphs.at(-1);
      if (last !== null && open !== undefined && !isNew(last, line, leading, bounds)) {
        open.text += `\n${line.text}`;
        open.isOpen = isUnfinished(line, bounds);
      } else
        paragraphs.push({
          text: line.text,
          size: line.size,
          page,
          isOpen: isUnfinished(line, bounds),
          isRtl,
        });
      last = line;
    }
  }
  return paragraphs;
}

/** Paragraphs that go on in the next column or on the next page are one. */
export function joinedOver(paragraphs: readonly PdfParagraph[]): PdfParagraph[] {
  const joined: PdfParagraph[] = [];
  for (const paragraph of paragraphs) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      last.isOpen &&
      isAlike(last.size, paragraph.size) &&
      /^[\p{Ll}\p{Lo}\d(]/u.test(paragraph.text);
    if (!goesOn) joined.push({ ...paragraph });
    else {
      last.text += `\n${paragraph.text}`;
      last.isOpen = paragraph.isOpen;
    }
  }
  return joined;
}

type Bounds = Readonly<{ left: number; right: number }>;

function isNew(last: PdfLine, line: PdfLine, leading: number, { left, right }: Bounds): boolean {
  const gap = line.y - last.y;
  if (gap > farApart * Math.max(leading, line.size) || gap < 0) return true;
  if (!isAlike(last.size, line.size)) return true;
  const indent = indentShare * line.size;
  const isIndented = line.isRtl ? line.right < right - indent : line.left > left + indent;
  const wasIndented = line.isRtl ? last.right < right - indent : last.left > left + indent;
  if (isIndented && !wasIndented) return true;
  const end = line.isRtl ? right - last.left : last.right - left;
  return end < shortShare * (right - left) && sentenceEnd.test(last.text) && !wasIndented;
}

/** A line that fills its column and ends no sentence. */
function isUnfinished(line: PdfLine, { left, right }: Bounds): boolean {
  const end = line.isRtl ? right - line.left : line.right - left;
  return end >= shortShare * (right - left) && !sentenceEnd.test(line.text);
}

export function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) <= sizeChange * Math.max(one, other);
}

/** From one line of a paragraph to the next: of the gaps of a page with many short paragraphs only the narrower ones. */
function leadingOf(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => ({ gap: line.y - (lines[at]?.y ?? 0), size: line.size }))
    .filter(({ gap, size }) => gap > leastLeading * size)
    .map(({ gap }) => gap)
    .sort((one, other) => one - other);
  return gaps[Math.floor((gaps.length - 1) / 4)] ?? Infinity;
}

function boundsOf(lines: readonly PdfLine[]): Bounds {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}
