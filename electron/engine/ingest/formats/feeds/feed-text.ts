import { inUsualOrder } from '../../../article/dates/said-date.ts';
import { lineOfHtml, readFragment } from '../../../article/html/read-fragment.ts';
import { countWords } from '../../../article/text/words.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import { onceEncoded } from './double-encoded.ts';

const blockTag = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|tr|pre|figure|section|article)\b/i;
const maxWordsOfStandfirst = 100;
const sameOpening = 60;
const maxDateLength = 100;

/** The text of an item, which is HTML or was typed with empty lines between its paragraphs. */
export function blocksOfFeed(html: string): TextBlock[] {
  const own = onceEncoded(html);
  return readFragment(blockTag.test(own) ? own : own.replace(/\r?\n[^\S\n]*\r?\n/g, '<p>'));
}

/** A title, in which some feeds have tags and entities. */
export function lineOfFeed(text: string): string {
  return onceEncoded(lineOfHtml(text));
}

/** A description beside the whole text is its standfirst, unless it is how the text begins. */
export function standfirstOf(description: string, text: readonly TextBlock[]): string {
  const own = lineOfFeed(description);
  const opening = letters(text.map((block) => block.text).join(' ')).slice(0, 2_000);
  const isOpening = own === '' || opening.includes(letters(own).slice(0, sameOpening));
  return isOpening || countWords(own) > maxWordsOfStandfirst ? '' : own;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A date of RFC 822, with its year and its time in full: "03 Apr 02 1500 GMT". */
export function feedDate(text: string): string {
  return inUsualOrder(text.slice(0, maxDateLength).trim()).replace(
    /(\d{4}\s+)(\d{2})(\d{2})(?=\s+[A-Z+-])/,
    '$1$2:$3',
  );
}

/** The name of an author of RSS, whose field is an address with a name after it: "a@b.c (Mina Okoro)". */
export function authorOf(text: string): string {
  const own = lineOfFeed(text);
  const behind = /^\S+@\S+\s*\(([^()]+)\)$/u.exec(own)?.[1];
  if (behind !== undefined) return behind.trim();
  return own.replace(/\s*[(<]?\S+@\S+\.\w+[)>]?$/u, '').trim() || own;
}
