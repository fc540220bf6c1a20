import { sentence, type Sentence } from '../../words/sentence.ts';
import { listBackups } from './files/backup.ts';
import type { LibraryPaths } from './files/library-paths.ts';
import { asideFiles } from './opening/put-aside.ts';

/**
 * Sentences about files that still hold what was removed from a library. None is deleted for it: each may be the only one that
 * holds something else.
 */
export function remainsOfRemoved(paths: LibraryPaths): Sentence[] {
  const backups = listBackups(paths.backups);
  const aside = [paths.library, paths.text, paths.index].flatMap(asideFiles).map(({ path }) => path);
  const sentences: Sentence[] = [];
  if (backups.length > 0) sentences.push(sentence('done.remains-in-backups', { paths: backups }));
  if (aside.length > 0) sentences.push(sentence('done.remains-aside', { paths: aside }));
  return sentences;
}
