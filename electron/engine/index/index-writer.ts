import { extendedAnalysis, type Analysis } from '../analysis/analysis.ts';
import type { Database } from '../sqlite.ts';
import { IndexCommitter, type IndexOptions } from './index-committer.ts';
import { LoadedLater } from './loaded-later.ts';
import { segmentWork } from './segment-work.ts';

export type IndexWriterOptions = IndexOptions &
  Readonly<{
    /** Of the articles that `add` takes; an index made by another one is unusable. */
    analysis?: Analysis;
  }>;

/** A committer that has all its code from the beginning. */
export type IndexWriter = IndexCommitter;

export const IndexWriter = {
  /** As `IndexCommitter.open`. */
  open(db: Database, { analysis = extendedAnalysis, ...options }: IndexWriterOptions = {}): IndexWriter {
    const work = LoadedLater.of(segmentWork(analysis));
    return IndexCommitter.open(db, { ...options, analyser: analysis.version, work });
  },
};
