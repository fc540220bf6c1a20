import type { Outline } from './page/outline.ts';
import type { Paragraph } from './paragraphs/paragraphs.ts';
import { countWords } from './text/words.ts';

const counted = new Set(['headline', 'standfirst', 'body']);

/** The words of an article's headline, standfirst and body, of which most were counted with their paragraphs. */
export function articleWords(text: string, paragraphs: readonly Paragraph[], outline: Outline): number {
  return paragraphs.reduce((sum, { start, end, view, words }, at) => {
    if (!counted.has(outline.roles[at] ?? 'body')) return sum;
    const datelineLength = outline.dateline?.at === at ? outline.dateline.found.length : 0;
    const isCounted = datelineLength === 0 && view.length === end - start;
    return sum + (isCounted ? words : countWords(text.slice(start + datelineLength, end)));
  }, 0);
}
