import type { TextBlock } from '../record-text.ts';
import { countWords } from '../text/words.ts';
import { isCaptionElement } from './furniture-elements.ts';
import { linesOf } from './page-lines.ts';
import { elementsIn, isElement, textOf, type PageElement } from './page-tree.ts';
import { parsePage } from './parse-page.ts';

const tag = /<(?:\/[a-z][a-z0-9]{0,20}|(?:br|p|hr|img|div)\b[^<>]{0,2000})\s*\/?>/i;
const blockTag = /<\/?(?:p|br|div|li|h[1-6]|blockquote|table|tr|td|section|article)\b/i;
const smallTags = new Set(['small', 'i', 'em']);
const maxCaptionLength = 60;

/** Whether a text is written in HTML: it has a closing tag or a break. */
export function isFragment(text: string): boolean {
  return tag.test(text);
}

/**
 * The text of a piece of HTML that holds an article and nothing around it, as feeds, agencies, tables and
 * read-later lists keep it: every paragraph, item and cell a block, and what belongs to a picture its caption. A first
 * heading that repeats `headline` is left out. Pure; never throws.
 */
export function readFragment(html: string, headline: string | null = null): TextBlock[] {
  const { root } = parsePage(blockTag.test(html) ? html : marked(html));
  const words = new Map<PageElement, number>();
  const lines = linesOf(root);
  for (const { element, text } of lines) {
    const own = countWords(text);
    for (let up: PageElement | null = element; up !== null; up = up.parent)
      words.set(up, (words.get(up) ?? 0) + own);
  }
  return lines.flatMap(({ text, element }, at): TextBlock[] => {
    if (at === 0 && text.trim() === headline?.trim()) return [];
    return [{ kind: isCaption(element, words) ? 'caption' : 'body', text }];
  });
}

/** What a piece of HTML says as one line; the text itself when it has no tags and entities. */
export function lineOfHtml(html: string): string {
  const text = /[<&]/u.test(html)
    ? linesOf(parsePage(html).root)
        .map((line) => line.text)
        .join(' ')
    : html;
  return text.replace(/\s+/gu, ' ').trim();
}

/** Blank lines are paragraphs where no element makes any. */
function marked(html: string): string {
  return html.replace(/\n[^\S\n]*\n/g, '<p>');
}

function isCaption(element: PageElement, words: ReadonlyMap<PageElement, number>): boolean {
  for (let up: PageElement | null = element; up !== null; up = up.parent)
    if (isCaptionElement(up, words.get(up) ?? 0)) return true;
  return (words.get(element) ?? 0) <= maxCaptionLength && isSmallUnderPicture(element);
}

/** A paragraph of a picture and words that are all set small or slanted. */
function isSmallUnderPicture(element: PageElement): boolean {
  const inside = [...elementsIn(element)];
  if (!inside.some(({ tag: own }) => own === 'img')) return false;
  return isSmall(element) && textOf(element).trim() !== '';
}

function isSmall(element: PageElement): boolean {
  return element.children.every((node) =>
    isElement(node) ? smallTags.has(node.tag) || isSmall(node) : node.trim() === '',
  );
}
