import type { ArticleFields } from '../../../contract/article.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { indexFields, searchedFields } from '../../index/schema/fields.ts';

/** How often an article has each of its terms in each searched field, by the number of the field. Without stop words. */
export type ArticleTerms = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The terms that the index has of an article of these fields. */
export function articleTerms(fields: ArticleFields, analysis: Analysis): ArticleTerms {
  const terms = new Map<string, Map<number, number>>();
  for (const field of searchedFields) {
    for (const text of indexFields[field]?.texts(fields) ?? []) {
      analysis.scan(text, (word) => {
        const { term } = analysis.analyseWord(word);
        if (term === null || term === '') return;
        let counts = terms.get(term);
        if (counts === undefined) terms.set(term, (counts = new Map<number, number>()));
        counts.set(field, (counts.get(field) ?? 0) + 1);
      });
    }
  }
  return terms;
}
