import { splitParagraphs } from '../../../article/paragraphs/paragraphs.ts';
import { unwrap } from '../../../article/text/lines.ts';
import { linkedParagraphs } from '../markdown/linked-paragraphs.ts';

const listHeading = /\n(?:References|Links)\n[\s\S]{0,200}?\n? +1\. \S+:/u;
const linkNumber = /\[\d{1,5}\](?=\S|$)/gu;
const longestHeading = 400;

/**
 * A text without the addresses of its links, for pages that were flattened together with them: `[word](address)` as Markdown
 * has it, or `[1]word` with a list of addresses at the end. Its lines are then its paragraphs. Any other text as it is.
 */
export function withoutAddresses(text: string): string {
  const linked = text.includes('](') ? linkedParagraphs(text) : null;
  if (linked !== null) return linked;
  const list = text.lastIndexOf('\nReferences\n');
  if (list < 0 || !listHeading.test(text.slice(list, list + longestHeading))) return text;
  const page = text.slice(0, list);
  return splitParagraphs(page)
    .map(({ itemStart, end, blankBefore }) => {
      const line = unwrap(page.slice(itemStart, end)).replace(linkNumber, '');
      return `${blankBefore ? '\n' : ''}${line}\n`;
    })
    .join('');
}
