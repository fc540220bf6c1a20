import type { NewsToken } from './lexer/news-token.ts';
import type { QueryNode } from './query-node.ts';
import type { WrittenAs } from './written-as.ts';

/** What stands around an operand: the field that it is in, how it has to be written, and how many brackets are open. */
export type Around = Readonly<{ field: string | null; written: WrittenAs | null; depth: number }>;

/** Null for a phrase of nothing. */
export function phraseOf(
  token: NewsToken & { kind: 'phrase' },
  { field, written }: Around,
): QueryNode | null {
  const { boost, closed, slack } = token;
  const text = token.text.trim();
  if (text === '') return null;
  const asked = written === null ? {} : { written };
  return { kind: 'phrase', text, field, boost, unfinished: !closed, slack, ...asked };
}

/** Null for marks alone. */
export function wordOf(
  { text, boost, editDistance }: NewsToken & { kind: 'word' },
  { field, written }: Around,
  unfinished: boolean,
): QueryNode | null {
  if (!/[\p{L}\p{N}*]/u.test(text)) return null;
  if (/^\*+$/u.test(text)) return { kind: 'everything' };
  const asked = written === null ? {} : { written };
  return { kind: 'word', text, field, boost, editDistance, unfinished, ...asked };
}
