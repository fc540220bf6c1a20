import { searchedFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { isPattern } from '../grammar/wildcards.ts';
import { countForms } from './term-expansion.ts';

const maxWords = 5;

/** Unknown words for which others are offered: each looks through all words of the archive. */
const maxUnknown = 3;

/** Written words of the archive within two edits of `word`, those in most articles first. */
function nearestWords(snapshot: IndexSnapshot, word: string): string[] {
  if (word.length < 3 || word.length > 40 || isPattern(word)) return [];
  const editDistance = word.length < 6 ? 1 : 2;
  return [...countForms(snapshot, { pattern: word, editDistance }, searchedFields)]
    .filter(([, articles]) => articles > 0)
    .sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
    .slice(0, maxWords)
    .map(([form]) => form);
}

/** Written words of the archive that are near to the first of these. */
export function nearestOfAll(snapshot: IndexSnapshot, words: readonly string[]): string[] {
  return [...new Set(words.slice(0, maxUnknown).flatMap((word) => nearestWords(snapshot, word)))];
}
