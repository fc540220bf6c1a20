import type { NewsToken } from './news-token.ts';

/** A question has so many words at least. */
const minWords = 4;

/** The tokens of a question in plain words without the mark at its end, which elsewhere stands for a letter. */
export function withoutQuestionMark(tokens: readonly NewsToken[]): readonly NewsToken[] {
  const last = tokens.at(-1);
  if (last?.kind !== 'word' || !last.text.endsWith('?') || tokens.length < minWords) return tokens;
  if (tokens.some(({ kind }) => kind !== 'word' && kind !== 'phrase')) return tokens;
  return [...tokens.slice(0, -1), { ...last, text: last.text.replace(/\?+$/, '') }];
}
