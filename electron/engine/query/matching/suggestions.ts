import { searchedFields } from '../../index/schema/fields.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { countForms } from './term-expansion.ts';

const mostWords = 5;

/** Written words of the archive within two edits of `word`, those in most articles first. */
export function nearestWords(snapshot: IndexSnapshot, word: string): string[] {
  if (word.length < 3 || word.length > 40 || word.includes('*')) return [];
  const editDistance = word.length < 6 ? 1 : 2;
  return [...countForms(snapshot, { pattern: word, editDistance }, searchedFields)]
    .filter(([, articles]) => articles > 0)
    .sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([form]) => form);
}
