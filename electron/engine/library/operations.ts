import type { FailureCodeOfFile } from '../../contract/archive-api.ts';
import { articleId, type ArticleId, type SourceId } from '../../contract/ids.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import { setChange } from './change-number.ts';

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

/** Applies commit `change` to the library, whole or not at all. */
export function applyOperations(
  library: Database,
  change: number,
  operations: readonly LibraryOperation[],
): void {
  inTransaction(library, () => {
    const apply = operationsOn(library, change);
    for (const operation of operations) apply(operation);
    setChange(library, change);
  });
}

function operationsOn(library: Database, change: number): (operation: LibraryOperation) => void {
  const put = library.prepare(`
    INSERT INTO articles (id, sha256, encoding, change) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, encoding = excluded.encoding, change = excluded.change`);
  // Ids are never used again, even when the newest article is removed.
  const reserve = library.prepare(`UPDATE meta SET value = max(value, ?) WHERE key = 'nextArticle'`);
  const locate = library.prepare(`
    INSERT INTO locations (source, path, article, sha256, size, modified_ms) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (path, record) DO UPDATE SET source = excluded.source, article = excluded.article,
      sha256 = excluded.sha256, size = excluded.size, modified_ms = excluded.modified_ms, missing = 0`);
  const present = library.prepare('UPDATE articles SET missing = 0 WHERE id = ? AND missing = 1');
  const succeeded = library.prepare('DELETE FROM failures WHERE path = ?');
  const survived = library.prepare('DELETE FROM crashes WHERE path = ?');
  const fail = library.prepare(`
    INSERT INTO failures (source, path, code, reason, at_ms, size, modified_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (path) DO UPDATE SET source = excluded.source, code = excluded.code, reason = excluded.reason,
      at_ms = excluded.at_ms, size = excluded.size, modified_ms = excluded.modified_ms`);
  const copyTags = library.prepare(
    'INSERT OR IGNORE INTO article_tags (tag, article) SELECT tag, ? FROM article_tags WHERE article = ?',
  );
  const copyNotes = library.prepare(`
    INSERT INTO notes (article, text, created_at_ms, changed_at_ms)
    SELECT ?, text, created_at_ms, changed_at_ms FROM notes WHERE article = ? ORDER BY id`);
  const remove = library.prepare('DELETE FROM articles WHERE id = ?');
  const recall = library.prepare('INSERT OR REPLACE INTO removals (article, change) VALUES (?, ?)');

  return (operation) => {
    switch (operation.op) {
      case 'put':
        put.run(operation.article, Buffer.from(operation.sha256, 'hex'), operation.encoding, change);
        reserve.run(operation.article + 1);
        return;
      case 'locate':
        locate.run(
          operation.source,
          operation.path,
          operation.article,
          Buffer.from(operation.sha256, 'hex'),
          operation.size,
          operation.modifiedMs,
        );
        present.run(operation.article);
        succeeded.run(operation.path);
        survived.run(operation.path);
        return;
      case 'fail': {
        const { source, path, code, reason, atMs, size, modifiedMs } = operation;
        fail.run(source, path, code, reason, atMs, size, modifiedMs);
        return;
      }
      case 'copyTagsAndNotes':
        copyTags.run(operation.to, operation.from);
        copyNotes.run(operation.to, operation.from);
        return;
      case 'remove':
        remove.run(operation.article);
        recall.run(operation.article, change);
        return;
    }
  };
}

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
