import type { FileFailureCode } from '../../../contract/file-reports.ts';
import type { Said } from '../../../words/sentence.ts';
import { articleId, type ArticleId, type SourceId } from '../../../contract/ids.ts';
import type { Database } from '../../sqlite.ts';
import type { LabelOperation } from '../sources/labels.ts';
import type { CorrectionOperation } from '../corrections/apply-corrections.ts';
import type { GiveBackOperation } from '../removal/give-back.ts';
import type { RecordFile } from '../sources/record-file-rows.ts';

/** What a commit does to `library.sqlite`. Stored as JSON in the journal of `text.sqlite` until it is done. */
export type LibraryOperation =
  | Readonly<{ op: 'put'; article: ArticleId; sha256: string; encoding: string }>
  | Readonly<{
      op: 'locate';
      source: SourceId;
      path: string;
      /** Absent for a file that is one record. */
      record?: RecordPlace;
      article: ArticleId;
      sha256: string;
      size: number;
      modifiedMs: number;
      /** What it was read by; absent where it was not read anew. */
      format?: string;
    }>
  | Readonly<{
      op: 'fail';
      source: SourceId;
      path: string;
      /** Which record of the file; absent for the file itself. */
      record?: string;
      code: FileFailureCode;
      reason: Said;
      atMs: number;
      size: number;
      modifiedMs: number;
      /** What read it; absent where that is not known. */
      format?: string;
    }>
  | LabelOperation
  | Readonly<{ op: 'endFile'; file: RecordFile }>
  | Readonly<{ op: 'copyTagsAndNotes'; from: ArticleId; to: ArticleId }>
  | CorrectionOperation
  | GiveBackOperation
  | Readonly<{ op: 'remove'; article: ArticleId }>;

/** Which record of a file, and where it stands among them. */
export type RecordPlace = Readonly<{ name: string; position: number }>;

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
