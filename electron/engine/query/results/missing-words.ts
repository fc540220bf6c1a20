import type { NewsEvaluation } from '../matching/news-evaluator.ts';

/** Unknown words that a sentence names. */
const mostNamed = 5;

/** Which words of an answer without hits no article has. */
export function missingWords({ unknownWords }: NewsEvaluation): string[] {
  const words = [...new Set(unknownWords)];
  if (words.length === 0) return [];
  const named = words.slice(0, mostNamed).map((word) => `“${word}”`);
  const more = words.length > mostNamed ? ` or ${String(words.length - mostNamed)} more of these words` : '';
  return [`No article has ${named.join(', ')}${more}.`];
}

/** How many words were looked for, each place of a phrase by itself. */
export function wordsIn({ sought }: NewsEvaluation): number {
  return sought.reduce((sum, { slots }) => sum + slots.length, 0);
}
