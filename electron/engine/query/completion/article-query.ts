import type { ArticleFields } from '../../../contract/article.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { indexFields, searchedFields } from '../../index/schema/fields.ts';
import { exactTerm } from '../matching/term-expansion.ts';
import { saturated } from '../ranking/bm25f.ts';
import { inverseDocumentFrequency } from '../ranking/scorer.ts';

/** Words that stand for an article; more would hide from whoever reads the query what it is about. */
const maxWords = 12;
/** Words of which it is counted how many articles have them: what only this one has finds no other. */
const maxCounted = 60;
/** What a larger share of the archive has says little of one article. */
const maxShare = 0.25;
/** Words of a text that are looked at. */
const maxLooked = 20_000;

type Weighed = { readonly word: string; frequency: number };

/**
 * The words that tell an article from others, as a query that finds articles with any of them: their frequency by the boosts
 * of the fields, saturated as in ranking, by how few articles have them. Empty where nothing else shares a word of it.
 */
export function articleQuery(snapshot: IndexSnapshot, fields: ArticleFields, analysis: Analysis): string {
  const { articles } = snapshot;
  const weighed = [...wordsOf(fields, analysis)].map(([term, { word, frequency }]) => {
    const roughly = Math.min(articles, Math.max(1, articlesWith(snapshot, term)));
    return { term, word, frequency, weight: weightOf(frequency, articles, roughly) };
  });
  return weighed
    .sort(heavierFirst)
    .slice(0, maxCounted)
    .flatMap(({ term, word, frequency }) => {
      const found = exactTerm(snapshot, term)?.documentFrequency(snapshot, searchedFields) ?? 0;
      if (found < 2 || found > Math.max(2, maxShare * articles)) return [];
      return [{ word, weight: weightOf(frequency, articles, found) }];
    })
    .sort(heavierFirst)
    .slice(0, maxWords)
    .map(({ word }) => word)
    .join(' OR ');
}

function weightOf(frequency: number, articles: number, found: number): number {
  return saturated(frequency) * inverseDocumentFrequency(articles, found);
}

type Heavy = Readonly<{ word: string; weight: number }>;

function heavierFirst(a: Heavy, b: Heavy): number {
  return b.weight - a.weight || (a.word < b.word ? -1 : 1);
}

/** By term, as it is first written. */
function wordsOf(fields: ArticleFields, analysis: Analysis): Map<string, Weighed> {
  const words = new Map<string, Weighed>();
  let looked = 0;
  for (const field of searchedFields) {
    const { boost = 1, texts } = indexFields[field] ?? {};
    for (const text of texts?.(fields) ?? []) {
      analysis.scan(text, (scanned, start, end) => {
        if ((looked += 1) > maxLooked) return;
        const word = text.slice(start, end);
        const { term } = analysis.analyseWord(scanned);
        if (term === null || term === '' || !isPlain(word)) return;
        const known = words.get(term);
        if (known === undefined) words.set(term, { word, frequency: boost });
        else known.frequency += boost;
      });
    }
  }
  return words;
}

const plain = /^\p{L}[\p{L}\p{M}\p{N}]+$/u;
const operators: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** Whether a word says something by itself, and is read as one in a query. */
function isPlain(word: string): boolean {
  return plain.test(word) && word.length > 2 && !operators.has(word);
}

/** In how many articles a term is, at least: what the dictionary says of its longest lists. */
function articlesWith({ segments }: IndexSnapshot, term: string): number {
  return segments.reduce((sum, { dictionary }) => {
    const postings = dictionary.term(term)?.postings ?? [];
    return sum + postings.reduce((most, { documentCount }) => Math.max(most, documentCount), 0);
  }, 0);
}
