import type { ArticleFields, TextRange } from '../../../../electron/contract/article.ts';
import { readingPartsOf, readingTextOf, type Passage } from '../../../../electron/contract/highlights.ts';

/** The elements that hold the parts of the reading text, by kind and number. */
function elementsIn(page: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const all = [...page.querySelectorAll<HTMLElement>('[data-part]')];
  return new Map(all.map((element) => [element.dataset['part'] ?? '', element]));
}

function partsIn(page: HTMLElement, fields: ArticleFields) {
  const elements = elementsIn(page);
  return readingPartsOf(fields).flatMap((part) => {
    const element = elements.get(`${part.kind}:${String(part.index)}`);
    return element === undefined ? [] : [{ ...part, element }];
  });
}

/** What a person has selected of the reading text of the article on `page`, without space at its ends; null for nothing. */
export function passageOf(selected: Range, page: HTMLElement, fields: ArticleFields): Passage | null {
  const parts = partsIn(page, fields).filter(({ element }) => selected.intersectsNode(element));
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.start + (lettersBefore(first.element, selected, 'start') ?? 0);
  const end = last.start + (lettersBefore(last.element, selected, 'end') ?? last.end - last.start);
  const text = readingTextOf(fields).slice(start, end);
  const exact = text.trim();
  const from = start + text.length - text.trimStart().length;
  return exact === '' ? null : { start: from, end: from + exact.length, exact };
}

/** Null where the selection begins or ends outside of the element. */
function lettersBefore(element: HTMLElement, selected: Range, side: 'start' | 'end'): number | null {
  const node = side === 'start' ? selected.startContainer : selected.endContainer;
  if (!element.contains(node)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, side === 'start' ? selected.startOffset : selected.endOffset);
  return before.toString().length;
}

/** Where a passage is on `page`, a range for each of its paragraphs that are shown. */
export function rangesOf([start, end]: TextRange, page: HTMLElement, fields: ArticleFields): Range[] {
  return partsIn(page, fields)
    .filter((part) => part.start < end && part.end > start)
    .map((part) =>
      rangeIn(part.element, Math.max(start, part.start) - part.start, Math.min(end, part.end) - part.start),
    );
}

function rangeIn(element: HTMLElement, from: number, to: number): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= at && from <= at + length) range.setStart(node, from - at);
    if (to >= at && to <= at + length) {
      range.setEnd(node, to - at);
      break;
    }
    at += length;
  }
  return range;
}
