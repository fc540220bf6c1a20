import { extendedVersion } from '../../analysis/analysis-version.ts';
import { IndexCommitter } from '../../index/index-committer.ts';
import { LoadedLater } from '../../index/loaded-later.ts';
import { tieredMergePolicy, type MergePolicy } from '../../index/merging/merge-policy.ts';
import { closeWritable, openDatabase } from '../../sqlite.ts';
import type { OpenIndex } from '../commits/article-index.ts';
import { dropBegun } from './begun-database.ts';
import { libraryIdOf, setLibraryId } from '../schema/library-id.ts';

/** A policy that can be told to rid the index of deleted articles, a segment at a time, before it goes on. */
function purgingMergePolicy(base: MergePolicy): MergePolicy & Readonly<{ purge(): void }> {
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

const work = new LoadedLater(async () => {
  const { extendedWork } = await import('../article-work.ts');
  return extendedWork;
});

/** Opens `index.sqlite`, from now on that of the library `libraryId`; throws `IndexUnusableError` when it is damaged or of another version. */
export function openLunrIndex(path: string, libraryId: number): OpenIndex {
  dropBegun(path);
  const database = openDatabase(path, { readOnly: false });
  try {
    const mergePolicy = purgingMergePolicy(tieredMergePolicy());
    const index = IndexCommitter.open(database, { analyser: extendedVersion, work, mergePolicy });
    if (libraryIdOf(database) !== libraryId) setLibraryId(database, libraryId);
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
