import type { BlockKind } from '../../../contract/article.ts';
import { blocksOf } from '../page/blocks.ts';
import { outlineOf } from '../page/outline.ts';
import { splitParagraphs } from '../paragraphs/paragraphs.ts';
import type { ArticleContext } from '../read-article.ts';
import type { TextBlock } from '../record-text.ts';
import { countWords } from '../text/words.ts';
import type { LineRole } from './line-roles.ts';

/** The reader's word on the lines is taken when it leaves so much of them in the text. */
const minKept = 0.75;
const gap = '\n\n';
const ofText = new Set<BlockKind>(['body', 'standfirst', 'dateline']);

type Line = Readonly<{ text: string }>;

/** SerialQueue lines with roles into blocks of text: those of the text as the reader of flattened text reads them under their headline. */
export function blocksOfLines(
  lines: readonly Line[],
  roles: readonly LineRole[],
  headline: string | null,
  context: ArticleContext,
): TextBlock[] {
  const body = lines.filter((_, at) => roles[at] === 'body');
  const read = readBody(body, headline, context);
  let next = 0;
  return lines.flatMap(({ text }, at): TextBlock[] => {
    const kind = roles[at] ?? 'body';
    if (kind !== 'body') return [{ kind, text }];
    return [...(read[next++] ?? [{ kind, text }])];
  });
}

/** The blocks of each line; none at all when the reader would take too much of them out of the text. */
function readBody(
  body: readonly Line[],
  headline: string | null,
  context: ArticleContext,
): readonly (readonly TextBlock[])[] {
  let text = headline === null ? '' : headline + gap;
  const starts: number[] = [];
  for (const line of body) {
    starts.push(text.length);
    text += line.text + gap;
  }
  const paragraphs = splitParagraphs(text);
  const found = body.map((): TextBlock[] => []);
  let next = 0;
  let kept = 0;
  for (const { kind, start, end } of blocksOf(text, paragraphs, outlineOf(paragraphs, context))) {
    if (kind === 'space') continue;
    while (next + 1 < starts.length && (starts[next + 1] ?? 0) <= start) next++;
    if (start < (starts[next] ?? text.length)) continue;
    const own = text.slice(start, end);
    if (ofText.has(kind)) kept += countWords(own);
    add(found[next], kind, own);
  }
  const all = body.reduce((sum, line) => sum + countWords(line.text), 0);
  return kept < all * minKept ? [] : found;
}

/** What the page marks as text is no second headline, and a dateline is told from its paragraph later. */
function add(blocks: TextBlock[] | undefined, kind: Exclude<BlockKind, 'space'>, text: string): void {
  const last = blocks?.at(-1);
  if (blocks === undefined) return;
  if (last?.kind === 'dateline' && kind !== 'dateline') blocks.pop();
  const own = last?.kind === 'dateline' && kind !== 'dateline' ? `${last.text} ${text}` : text;
  blocks.push({ kind: kind === 'headline' ? 'body' : kind, text: own });
}
