import type { Said } from '../../words/sentence.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { Commit } from '../library/commits/committer.ts';
import type { ImportBatch } from './import-batch.ts';
import type { ScanTask } from './scan-task.ts';

/** What an import writes into. */
export interface ImportTarget {
  newBatch(): ImportBatch;
  /** Makes a batch durable and searchable. */
  commit(commit: Commit): Promise<void>;
  /** One small step of work that can wait until there is time; false when there is none. */
  mergeStep(): boolean;
  /** The same, of work that only pays when no import goes on. */
  restStep(): boolean;
  /** Called before each source is read, with nothing pending. `away`: it can't be reached and is passed over. */
  begin(task: ScanTask): Promise<'ready' | 'away'>;
  /** Called after a source was read to its end. */
  end(task: ScanTask): void;
  /** Told what stopped, for the person. */
  stopped(message: Said): void;
  /** The text of an article; null where it is lost. */
  textOf(article: ArticleId): string | null;
}
