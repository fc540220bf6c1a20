import type { FailureCodeOfFile } from '../../../contract/archive-api.ts';
import { articleId, type ArticleId, type SourceId } from '../../../contract/ids.ts';
import type { Database } from '../../sqlite.ts';

/** What a commit does to `library.sqlite`. Stored as JSON in the journal of `text.sqlite` until it is done. */
export type LibraryOperation =
  | Readonly<{ op: 'put'; article: ArticleId; sha256: string; encoding: string }>
  | Readonly<{
      op: 'locate';
      source: SourceId;
      path: string;
      article: ArticleId;
      sha256: string;
      size: number;
      modifiedMs: number;
    }>
  | Readonly<{
      op: 'fail';
      source: SourceId;
      path: string;
      code: FailureCodeOfFile;
      reason: string;
      atMs: number;
      size: number;
      modifiedMs: number;
    }>
  | Readonly<{ op: 'copyTagsAndNotes'; from: ArticleId; to: ArticleId }>
  | Readonly<{ op: 'remove'; article: ArticleId }>;

/** Operations of commits after `change` that the library does not hold yet, oldest first. */
export function journalAfter(
  text: Database,
  change: number,
): Readonly<{ change: number; operations: readonly LibraryOperation[] }>[] {
  return text
    .prepare<{ change: number; operations: string }>(
      'SELECT change, operations FROM journal WHERE change > ? ORDER BY change',
    )
    .all(change)
    .map((row) => ({
      change: row.change,
      operations: JSON.parse(row.operations) as LibraryOperation[],
    }));
}

/** The smallest article id that was never given away. */
export function nextArticleId(library: Database): ArticleId {
  const row = library.prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'nextArticle'`).get();
  return articleId(row?.value ?? 1);
}
