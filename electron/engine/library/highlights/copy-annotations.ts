import type { ArticleId } from '../../../contract/ids.ts';
import type { Database } from '../../sqlite.ts';
import type { HighlightRow, ReadingStateRow } from '../checksums.ts';
import { highlightColumns, HighlightRows } from './highlight-rows.ts';
import { ReadingStateRows } from './reading-state-rows.ts';

/** What people said in an article and of its reading. */
export type ArticleAnnotations = Readonly<{ highlights: readonly HighlightRow[]; state: ReadingStateRow }>;

export function annotationsOf(db: Database, article: ArticleId): ArticleAnnotations {
  const highlights = db
    .prepare<HighlightRow>(`SELECT ${highlightColumns} FROM highlights WHERE article = ? ORDER BY id`)
    .all(article);
  return { highlights, state: new ReadingStateRows(db).of(article) };
}

/** Gives another article copies of its own. Belongs into a transaction. */
export function copyAnnotations(db: Database, from: ArticleId, to: ArticleId): void {
  const { highlights, state } = annotationsOf(db, from);
  const rows = new HighlightRows(db);
  for (const { id: _, ...row } of highlights) rows.add({ ...row, article: to });
  new ReadingStateRows(db).put({ ...state, article: to });
}

/** Puts back what an article had before it was removed. Belongs into a transaction. */
export function putAnnotations(db: Database, { highlights, state }: ArticleAnnotations): void {
  const rows = new HighlightRows(db);
  for (const row of highlights) rows.put(row);
  new ReadingStateRows(db).put(state);
}
