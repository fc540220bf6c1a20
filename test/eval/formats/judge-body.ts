import type { ExtractedArticle } from '../../../electron/contract/article.ts';
import { overlapOf, wordsOfBenchmark } from '../shingles.ts';
import type { TrueArticle } from './format-sets.ts';

/** How much of the runs of four words has to be the same, and how far the numbers of words may be apart. */
export const bodyAims = { f1: 0.98, words: 0.03 };

export type Verdict = 'right' | 'wrong' | 'missing';

export type Judged = Readonly<{ verdict: Verdict; expected: string; got: string }>;

/**
 * The truth of a body is its first words, its last ones and how many there are. What was read is right when it has both, hardly
 * anything around them, and as many words. A dateline may be counted in. Null where nobody said what is right.
 */
export function judgeBody(truth: TrueArticle, article: ExtractedArticle): Judged | null {
  const { bodyStart, bodyEnd, words } = truth;
  if (bodyStart === null && words === 0) return null;
  const expected = `${bodyStart ?? '…'} … ${bodyEnd ?? '…'} (${String(words)} words)`;
  const bare = article.fields.body.join('\n');
  const dated = textOf(article, new Set(['dateline', 'body']));
  if (bare === '' && dated === '') return { verdict: 'missing', expected, got: '' };
  const isRight = [bare, dated].some((text) => isBody(text, truth));
  const got = isRight ? '' : descriptionOf(bare, truth);
  return { verdict: isRight ? 'right' : 'wrong', expected, got };
}

function textOf({ text, blocks }: ExtractedArticle, kinds: ReadonlySet<string>): string {
  return blocks
    .filter(({ kind }) => kinds.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

function isBody(text: string, truth: TrueArticle): boolean {
  const { bodyStart, bodyEnd, words } = truth;
  if (Math.abs(tokensOf(text) - words) > Math.max(1, words * bodyAims.words)) return false;
  if (bodyStart === null || bodyEnd === null) return true;
  const marked = markedPart(text, bodyStart, bodyEnd);
  return marked !== null && overlapOf(marked, text).f1 >= bodyAims.f1;
}

/** What of a text stands from the first words of the truth to its last ones, in whole words; null when it has not both. */
function markedPart(text: string, bodyStart: string, bodyEnd: string): string | null {
  const all = wordsOfBenchmark(text).join(' ');
  const start = all.indexOf(wordsOfBenchmark(bodyStart).join(' '));
  const last = wordsOfBenchmark(bodyEnd).join(' ');
  const end = all.lastIndexOf(last);
  if (start === -1 || end === -1 || end + last.length < start) return null;
  const space = all.indexOf(' ', end + last.length);
  return all.slice(start, space === -1 ? all.length : space);
}

function descriptionOf(text: string, { bodyStart, bodyEnd }: TrueArticle): string {
  const own = squeezed(text);
  const words = `(${String(tokensOf(text))} words)`;
  if (bodyStart === null || bodyEnd === null) return words;
  const marked = markedPart(text, bodyStart, bodyEnd);
  const f1 = marked === null ? 'not both ends' : `F1 ${overlapOf(marked, text).f1.toFixed(3)}`;
  return `${own.slice(0, 60)} … ${own.slice(-60)} ${words} ${f1}`;
}

/** How many words stand between white space. */
export function tokensOf(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

export function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
