import type { Block, BlockKind } from '../../../contract/article.ts';
import { isByline, isName } from '../credits/byline.ts';
import { creditOf } from '../credits/caption.ts';
import type { FoundDate } from '../dates/found-date.ts';
import { isSpace } from '../text/space-units.ts';
import type { Outline } from './outline.ts';
import type { Paragraph } from '../paragraphs/paragraphs.ts';
import { charCode } from '../text/char-code.ts';

/** SerialQueue paragraphs and what they are into blocks that are in order, touch, and cover `[0, text.length)`. */
export function blocksOf(text: string, paragraphs: readonly Paragraph[], outline: Outline): Block[] {
  const pieces: Block[] = [];
  paragraphs.forEach((paragraph, at) => {
    const kind = outline.roles[at] ?? 'body';
    const datelineLength = outline.dateline?.at === at ? outline.dateline.found.length : 0;
    pieces.push(...piecesOf(paragraph, kind, datelineLength, outline));
  });
  return cover(text, pieces);
}

function piecesOf(paragraph: Paragraph, kind: BlockKind, datelineLength: number, outline: Outline): Block[] {
  const { start, end } = paragraph;
  if (datelineLength > 0) {
    return [
      { kind: 'dateline', start, end: start + datelineLength },
      { kind, start: start + datelineLength, end },
    ];
  }
  if (kind === 'caption') {
    const credit = creditOf(paragraph.view);
    if (credit !== null && credit.start > 0) {
      return [
        { kind: 'caption', start, end: start + credit.start },
        { kind: 'credit', start: start + credit.start, end },
      ];
    }
  }
  if (kind === 'published')
    return publishedPieces(paragraph, outline.published.get(paragraph.view)?.dates ?? []);
  return [{ kind, start: kind === 'body' ? paragraph.itemStart : start, end }];
}

/** A line such as "By Jane Doe - Nov 19, 2019" is a byline and a date. */
function publishedPieces({ start, end, view }: Paragraph, dates: readonly FoundDate[]): Block[] {
  const date = dates.find(({ year }) => year !== null);
  if (date !== undefined) {
    const before = view.slice(0, date.start).replace(/[\s|,•·–—-]+$/u, '');
    const nameBefore = before.replace(/[\s|,•·–—-]*(?:published|updated|posted|on|,)+[\s:]*$/iu, '');
    if (isByline(nameBefore) || (nameBefore.includes(' ') && isName(nameBefore))) {
      return [
        { kind: 'byline', start, end: start + nameBefore.length },
        { kind: 'published', start: start + nameBefore.length, end },
      ];
    }
    const gap = /^[\s|,•·–—-]*/u.exec(view.slice(date.end))?.[0].length ?? 0;
    if (isByline(view.slice(date.end + gap))) {
      return [
        { kind: 'published', start, end: start + date.end },
        { kind: 'byline', start: start + date.end + gap, end },
      ];
    }
  }
  return [{ kind: 'published', start, end }];
}

/** Fills the gaps between pieces with space, and moves white space at their edges into the gaps. */
function cover(text: string, pieces: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const piece of pieces) {
    let { start, end } = piece;
    while (start < end && isSpace(charCode(text, start))) start++;
    while (end > start && isSpace(charCode(text, end - 1))) end--;
    if (start === end) continue;
    if (start > at) blocks.push({ kind: 'space', start: at, end: start });
    blocks.push({ kind: piece.kind, start, end });
    at = end;
  }
  if (at < text.length) blocks.push({ kind: 'space', start: at, end: text.length });
  return blocks;
}
