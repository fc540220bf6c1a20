import type { Analysis } from '../../analysis/analysis.ts';
import { fold } from '../../analysis/fold.ts';
import type { IndexSnapshot } from '../../index/index-reader.ts';
import { searchedFields } from '../../index/schema/fields.ts';
import { exactTerm, findForms } from '../matching/term-expansion.ts';

export type CountedWord = Readonly<{ word: string; articles: number }>;

/** So many forms are looked at: with fewer letters, more words would begin than anybody chooses from. */
const maxForms = 16_384;
/** Words of which it is counted in how many articles they are; the others are in fewer. */
const counted = 24;

/**
 * The words of the archive that begin so, by how many articles each finds, which has its other forms too; the shortest form
 * stands for all of them.
 */
export function wordCompletions(
  snapshot: IndexSnapshot,
  analysis: Analysis,
  prefix: string,
  max: number,
): CountedWord[] {
  const folded = fold(prefix);
  if (folded.length < 2) return [];
  const found = findForms(snapshot, { pattern: `${folded}*`, editDistance: 0 });
  if (found.some(({ indexes }) => indexes.length > maxForms)) return [];
  const listed = new Map<string, number>();
  for (const { segment, indexes } of found) {
    snapshot.checkpoint();
    const termOf = segment.column('form-terms');
    const documents = documentsOf(segment, [...new Set(indexes.map((index) => termOf[index] as number))]);
    for (const index of indexes) {
      const form = segment.forms().word(index);
      listed.set(form, (listed.get(form) ?? 0) + (documents.get(termOf[index] as number) ?? 0));
    }
  }
  const forms = new Map<string, string>();
  for (const [form] of [...listed].sort(
    ([a, x], [b, y]) => y - x || a.length - b.length || (a < b ? -1 : 1),
  )) {
    const { term } = analysis.analyseWord(form);
    if (term === null || term === '') continue;
    const known = forms.get(term);
    if (known === undefined && forms.size >= counted) continue;
    if (known === undefined || form.length < known.length) forms.set(term, form);
  }
  return [...forms]
    .map(([term, form]) => ({
      word: prefix + form.slice(folded.length),
      articles: exactTerm(snapshot, term)?.documentFrequency(snapshot, searchedFields) ?? 0,
    }))
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.word < b.word ? -1 : 1))
    .slice(0, max);
}

/** By number of a term, in how many documents its longest list has it. */
function documentsOf(
  segment: IndexSnapshot['segments'][number],
  terms: readonly number[],
): Map<number, number> {
  const ascending = Uint32Array.from(terms).sort();
  const documents = new Map<number, number>();
  segment.dictionary.findTerms(ascending, ({ postings }, nth) => {
    const most = postings.reduce((max, { documentCount }) => Math.max(max, documentCount), 0);
    documents.set(ascending[nth] as number, most);
  });
  return documents;
}
