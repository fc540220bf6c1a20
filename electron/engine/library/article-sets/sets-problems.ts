import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { Database } from '../../sqlite.ts';
import { ArticleSetPages } from './article-set-pages.ts';

/** What the library keeps ready besides the rows, and does not agree with them: a sentence each. */
export function setsProblems(library: Database): Sentence[] {
  const problems = [
    ...new ArticleSetPages(library, 'source').problems(),
    ...new ArticleSetPages(library, 'tag').problems(),
  ];
  const counted = library
    .prepare<{ kept: number; real: number }>(
      `SELECT value AS kept, (SELECT count(*) FROM articles) AS real FROM meta WHERE key = 'articles'`,
    )
    .get();
  if (counted !== undefined && counted.kept !== counted.real) {
    problems.push(sentence('damage.miscounted', counted));
  }
  return problems;
}

/** Makes what `setsProblems` looks at anew from the rows. Belongs into a transaction. */
export function mendSets(library: Database): void {
  new ArticleSetPages(library, 'source').refreshAll();
  new ArticleSetPages(library, 'tag').refreshAll();
  library.exec(`UPDATE meta SET value = (SELECT count(*) FROM articles) WHERE key = 'articles'`);
}
