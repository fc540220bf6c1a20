import type { ConcordanceSort } from '../../../electron/contract/concordance-api.ts';

/** A stretch of text around the word by which it is sorted; an empty word where it is not sorted by one of its own. */
export type SortedWord = Readonly<{ before: string; word: string; after: string }>;

/** Finds the first, second or third word to the left or right of a hit in the words on that side. */
export function sortedWordOf(text: string, side: 'L' | 'R', sort: ConcordanceSort): SortedWord {
  const nth = sort.startsWith(side) ? Number(sort.slice(1)) : Number.NaN;
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*(?<![.-])/gu)];
  const found = side === 'L' ? words.at(-nth) : words[nth - 1];
  if (Number.isNaN(nth) || found === undefined) return { before: text, word: '', after: '' };
  const [word] = found;
  return {
    before: text.slice(0, found.index),
    word,
    after: text.slice(found.index + word.length),
  };
}
