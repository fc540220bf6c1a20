import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { NewsEvaluation } from '../matching/news-evaluator.ts';

/** Unknown words that a sentence names. */
const maxNamed = 5;

/** Which words of an answer without hits no article has. */
export function missingWords({ unknownWords }: NewsEvaluation): Sentence[] {
  const words = [...new Set(unknownWords)];
  if (words.length === 0) return [];
  const named = words.slice(0, maxNamed).map((word) => sentence('common.quoted', { name: word }));
  const count = words.length - named.length;
  return [
    count === 0
      ? sentence('read.missing', { words: named })
      : sentence('read.missing-and-more', { words: named, count }),
  ];
}

/** How many words were looked for, each slot of a phrase by itself. */
export function wordsIn({ searched }: NewsEvaluation): number {
  return searched.reduce((sum, { slots }) => sum + slots.length, 0);
}
