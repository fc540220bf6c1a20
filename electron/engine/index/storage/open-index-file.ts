import { FailureError, messageOf, saidBy } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import type { Database } from '../../sqlite.ts';
import {
  IndexUnusableError,
  OutdatedIndexError,
  indexPageBytes,
  indexSchema,
  indexVersion,
} from '../schema/index-schema.ts';
import { readMeta, writeFirstMeta } from './index-meta.ts';

/** Of these the index is not to blame, and building it anew would not help. */
const passingTrouble = /database (?:table )?is locked|disk I\/O error/i;

/**
 * Opens what is in `db` at the newest change that was committed, making an index there when the file is new. Throws an `IndexUnusableError` for an index of another version or analyser, or
 * one that can't be read, and a `FailureError` where that is no fault of the index.
 */
export function openIndexFile<Index>(db: Database, analyser: string, open: (change: number) => Index): Index {
  try {
    const isNew = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    // In write-ahead mode the size of pages can only be changed by writing the empty file anew.
    if (isNew)
      db.exec(
        `PRAGMA journal_mode = DELETE; PRAGMA page_size = ${indexPageBytes}; PRAGMA auto_vacuum = INCREMENTAL; VACUUM; PRAGMA journal_mode = WAL`,
      );
    // Zeros what is deleted on pages that are written anyway; free pages are left to `scrub`.
    db.exec('PRAGMA secure_delete = FAST');
    db.exec(indexSchema);
    const meta = readMeta(db);
    if (meta.size === 0) writeFirstMeta(db, analyser);
    else if (meta.get('version') !== indexVersion) {
      throw new OutdatedIndexError(
        sentence('damage.version', { found: String(meta.get('version')), expected: indexVersion }),
      );
    } else if (meta.get('analyser') !== analyser) {
      throw new OutdatedIndexError(sentence('damage.analyser'));
    }
    return open(Number(meta.get('change') ?? 0));
  } catch (error) {
    // A full disk, say, is no fault of the index.
    if (error instanceof IndexUnusableError) throw error;
    if (error instanceof FailureError && error.failure.code !== 'damaged') throw error;
    const reason = messageOf(error);
    if (passingTrouble.test(reason)) {
      const message = sentence('trouble.index-busy', { why: reason });
      throw new FailureError({ code: 'library-unusable', message });
    }
    throw new IndexUnusableError(saidBy(error));
  }
}
