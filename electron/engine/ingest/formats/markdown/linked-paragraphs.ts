import { inlineText } from './inline-text.ts';
import { withoutTargets } from './without-targets.ts';

/** Fewer links are those of a text that somebody wrote. */
const minLinks = 5;
const item = /^\s{0,20}(?:[*+-]|\d{1,4}[.)])[ \t]+/u;
const heading = /^ {0,3}#{1,6}[ \t]+/u;
const quoted = /^ {0,3}(?:> ?)+/u;
const rule = /^[\s|:*_-]*$/u;
const cells = /\s\|\s/u;
const breaks = / {2}$/u;

/** The paragraphs of a page in Markdown without the addresses of its links, each a line; null where it has few links. */
export function linkedParagraphs(text: string): string | null {
  const { text: plain, links } = withoutTargets(text);
  if (links < minLinks) return null;
  const lines: string[] = [];
  let open: string[] = [];
  let isItem = false;
  let wasItem = false;
  const close = (): void => {
    const line = inlineText(open.join(' '));
    if (line !== '') {
      // Between items nothing stands, so that a menu is one.
      if (lines.length > 0 && !(isItem && wasItem)) lines.push('');
      lines.push(line);
      wasItem = isItem;
    }
    open = [];
    isItem = false;
  };
  for (const written of plain.split(/\r\n|[\n\r]/)) {
    const line = written.replace(quoted, '');
    if (rule.test(line)) {
      close();
      continue;
    }
    if (item.test(line) || heading.test(line) || cells.test(line)) close();
    isItem ||= item.test(line);
    open.push(line.replace(heading, '').trim());
    if (breaks.test(line) || cells.test(line)) close();
  }
  close();
  return lines.join('\n');
}
