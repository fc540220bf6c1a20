import type { Said } from '../../../words/sentence.ts';
import type { ArticleFields } from '../../../contract/article.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import type { EncodedSegment } from '../../index/storage/segment-parts.ts';

/** What the library asks of the index: `IndexCommitter` is one. */
export interface ArticleIndex {
  /** The last commit that the index holds; 0 when it is new. */
  readonly change: number;
  /** Settles when `add` and `check` can be called. */
  ready(): Promise<void>;
  /** Takes the place of an earlier version of the article. */
  add(id: ArticleId, fields: ArticleFields): void;
  /** Takes in many at once; `ids` names the article of each document, -1 for one to be left out. */
  addSegment(segment: EncodedSegment, ids: Int32Array): void;
  remove(id: ArticleId): void;
  commit(change: number): void;
  /** One small step of merging; false when nothing is left to be merged. */
  mergeStep(): boolean;
  /** One small step of what pays only when nothing else is to be done; false when there is nothing. */
  restStep(): boolean;
  /** One small step towards one segment in a file without free pages; false at the end. */
  optimizeStep(): boolean;
  /** What is wrong. */
  check(): Said[];
  /** Ids of the articles it holds, in no order. */
  articles(): Uint32Array;
}

/** An open index file. */
export type OpenIndex = Readonly<{
  index: ArticleIndex;
  /** Has the next merge steps write anew whatever still holds words of removed articles. */
  purge(): void;
  /** Empties the log of the database into its file. */
  checkpoint(): void;
  close(): void;
}>;

/**
 * Opens the index in the file `path`, which is made when missing and is that of the library `libraryId` from now on; throws
 * when it is damaged or of another version.
 */
export type IndexOpener = (path: string, libraryId: number) => OpenIndex;
