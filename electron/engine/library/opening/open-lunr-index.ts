import { IndexWriter } from '../../index/index-writer.ts';
import { tieredMergePolicy, type MergePolicy } from '../../index/merging/merge-policy.ts';
import { closeWritable, openDatabase } from '../../sqlite.ts';
import type { OpenIndex } from '../commits/article-index.ts';

/** A policy that can be told to rid the index of deleted articles, a segment at a time, before it goes on. */
export function purgingMergePolicy(base: MergePolicy): MergePolicy & Readonly<{ purge(): void }> {
  let purging = false;
  return {
    purge: () => {
      purging = true;
    },
    choose: (segments) => {
      const unclean = purging ? segments.find(({ articles, live }) => live < articles) : undefined;
      purging = unclean !== undefined;
      return unclean === undefined ? base.choose(segments) : [unclean.id];
    },
  };
}

/** Opens `index.sqlite`; throws `IndexUnusableError` when it is damaged or of another version. */
export function openLunrIndex(path: string): OpenIndex {
  const database = openDatabase(path, { readOnly: false });
  try {
    const mergePolicy = purgingMergePolicy(tieredMergePolicy());
    const index = IndexWriter.open(database, { mergePolicy });
    return {
      index,
      purge: () => {
        mergePolicy.purge();
        index.scrub();
      },
      checkpoint: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
      close: () => closeWritable(database),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
