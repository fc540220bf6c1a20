import { isFragment, readFragment } from '../../../article/html/read-fragment.ts';
import type { TextBlock } from '../../../article/record-text.ts';
import { inlineText } from './inline-text.ts';

/** What a text in Markdown says: its first heading, where it stands on top, and its blocks without the marks. */
export type MarkdownText = Readonly<{ headline: string | null; blocks: readonly TextBlock[] }>;

const fence = /^ {0,3}(?:`{3,}|~{3,})/u;
const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/u;
const underline = /^ {0,3}(=+|-+)[ \t]*$/u;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const item = /^\s{0,12}(?:[*+-]|\d{1,4}[.)])[ \t]+/u;
const quoted = /^ {0,3}(?:> ?)+/u;
const definition = /^ {0,3}\[[^\]]{1,200}\]:\s*\S+/u;
const picture = /^!\[([^\]]{0,1000})\]\([^)\s]{0,2000}(?:\s+"([^"]{0,1000})")?\)$/u;

/** Reads the paragraphs of a text in Markdown. */
export function markdownBlocks(text: string): MarkdownText {
  const blocks: TextBlock[] = [];
  let headline: string | null = null;
  let open: string[] = [];
  let isCode = false;
  const close = (): void => {
    const block = blockOf(open.join('\n'));
    open = [];
    blocks.push(...block);
  };
  const title = (written: string): void => {
    close();
    const own = inlineText(written);
    if (headline === null && blocks.length === 0) headline = own;
    else if (own !== '') blocks.push({ kind: 'body', text: own });
  };
  for (const line of text.split(/\r\n|[\n\r]/)) {
    if (fence.test(line)) {
      close();
      isCode = !isCode;
      continue;
    }
    if (isCode) {
      open.push(line);
      continue;
    }
    const named = heading.exec(line);
    if (named !== null) title(named[2] ?? '');
    else if (underline.test(line) && open.length === 1) {
      const [written = ''] = open;
      open = [];
      title(written);
    } else if (line.trim() === '' || rule.test(line) || definition.test(line)) close();
    else {
      const bare = line.replace(quoted, '');
      if (item.test(bare)) close();
      open.push(bare.replace(item, ''));
    }
  }
  close();
  return { headline, blocks };
}

function blockOf(written: string): TextBlock[] {
  const text = written.trim();
  if (text === '') return [];
  const [, name, caption] = picture.exec(text) ?? [];
  if (name !== undefined) {
    const said = inlineText(caption ?? name);
    return said === '' ? [] : [{ kind: 'caption', text: said }];
  }
  if (isFragment(text))
    return readFragment(text).map((block) => ({ ...block, text: inlineText(block.text) }));
  const own = inlineText(text);
  return own === '' ? [] : [{ kind: 'body', text: own }];
}
