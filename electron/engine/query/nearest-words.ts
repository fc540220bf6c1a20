import type { IndexSnapshot } from '../index/index-snapshot.ts';
import { expandForms, formOfKey } from './term-expansion.ts';

const mostWords = 5;

/** Written words of the archive within two edits of `word`, those in most articles first. */
export function nearestWords(snapshot: IndexSnapshot, word: string): string[] {
  if (word.length < 3 || word.length > 40 || word.includes('*')) return [];
  const editDistance = word.length < 6 ? 1 : 2;
  return expandForms(snapshot, { pattern: word, editDistance })
    .terms.map((term) => ({
      word: formOfKey(term.key) ?? term.key,
      articles: term.documentFrequency(snapshot),
    }))
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords)
    .map((found) => found.word);
}
