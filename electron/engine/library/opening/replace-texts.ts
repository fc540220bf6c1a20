import { sentence, type Sentence } from '../../../words/sentence.ts';
import { existsSync } from 'node:fs';
import { articleId, type ArticleId } from '../../../contract/ids.ts';
import { inTransaction, openDatabase, type Database } from '../../sqlite.ts';
import type { LibraryPaths } from '../files/library-paths.ts';
import { openPages } from '../salvage/carved-rows.ts';
import { changeOf, setChange } from '../schema/commit-number.ts';
import { libraryIdOf, ownLibraryId, setLibraryId } from '../schema/library-id.ts';
import { CarvedTexts } from '../texts/carved-texts.ts';
import { salvageTexts } from '../texts/salvage-texts.ts';
import { NumberedTexts } from '../texts/text-source.ts';
import { openTexts } from './open-texts.ts';
import { asideFiles } from './put-aside.ts';
import { assertSound, replaceFile } from './replace-file.ts';

/** Said of texts that took the place of damaged ones. */
export type TextsReplaced = Readonly<{ text: Database; notice: Sentence }>;

/**
 * Puts a new file with what can be read of damaged texts in their place; `open`, where they could be opened, is closed once
 * the new file is whole. Nothing is lost when this fails or is cut off. The notice says how much could be read; the rest has
 * to be read again from its files.
 */
export function replaceTexts(
  paths: LibraryPaths,
  library: Database,
  open: Database | null,
  nowMs: number,
): TextsReplaced {
  const wanted = articlesOf(library);
  let lost: readonly ArticleId[] = wanted;
  const aside = replaceFile(paths.text, nowMs, (path) => {
    const text = openTexts({ ...paths, text: path });
    try {
      lost = salvageFrom(paths.text, text, wanted);
      // Of an earlier commit than the library, it says by itself that some are lost, whatever happens next.
      inTransaction(text, () => {
        setChange(text, lost.length === 0 ? changeOf(library) : 0);
        setLibraryId(text, ownLibraryId(library, null));
      });
      assertSound(text);
      // All in one file, so that it can be renamed.
      text.exec('PRAGMA journal_mode = DELETE');
    } finally {
      text.close();
    }
    open?.close();
  });
  const saved = wanted.length - lost.length;
  const kept = sentence('done.texts-kept', { path: paths.text, aside, saved, of: wanted.length });
  const notice = lost.length === 0 ? kept : sentence('done.others-read-again', { kept });
  return { text: openTexts(paths), notice };
}

/**
 * Looks for texts that are lost in the files that were put aside: an earlier repair may have been cut off. A file helps with
 * the articles that were not changed since it was current. Returns sentences about what was found.
 */
export function recoverPutAside(paths: LibraryPaths, library: Database, text: Database): Sentence[] {
  const notices: Sentence[] = [];
  const ownId = libraryIdOf(library);
  for (const { path, kind } of asideFiles(paths.text)) {
    if (kind === 'other') continue;
    const lost = lostArticles(library, text);
    if (lost.length === 0) break;
    const found = readAside(path, (carved) => {
      if (carved.libraryId !== null && carved.libraryId !== ownId) return 0;
      const unchanged = lost.filter(({ change }) => change <= (carved.change ?? -1));
      const ids = unchanged.map(({ id }) => articleId(id));
      return ids.length - salvageTexts(carved, text, ids).length;
    });
    if (found > 0) notices.push(sentence('done.texts-found', { count: found, path }));
  }
  return notices;
}

function articlesOf(library: Database): ArticleId[] {
  return library
    .prepare<{ id: number }>('SELECT id FROM articles ORDER BY id')
    .all()
    .map(({ id }) => articleId(id));
}

function lostArticles(library: Database, text: Database): Readonly<{ id: number; change: number }>[] {
  const stored = text.prepare('SELECT 1 FROM stored WHERE article = ?');
  return library
    .prepare<{ id: number; change: number }>('SELECT id, change FROM articles ORDER BY id')
    .all()
    .filter(({ id }) => stored.get(id) === undefined);
}

/** By their numbers first, which asks nothing of the pages in between; then page by page. Returns what is lost. */
function salvageFrom(path: string, text: Database, wanted: readonly ArticleId[]): readonly ArticleId[] {
  const damaged = openDamaged(path);
  let lost = wanted;
  try {
    if (damaged !== null) lost = salvageTexts(new NumberedTexts(damaged), text, lost);
  } finally {
    damaged?.close();
  }
  return lost.length === 0 ? lost : readPages(path, (carved) => salvageTexts(carved, text, lost));
}

/** Null for a file that SQLite takes for no database. */
function openDamaged(path: string): Database | null {
  try {
    return openDatabase(path, { readOnly: true });
  } catch {
    return null;
  }
}

function readPages<Value>(path: string, read: (carved: CarvedTexts) => Value): Value {
  const file = openPages(path);
  try {
    return read(new CarvedTexts(file));
  } finally {
    file.close();
  }
}

function readAside(path: string, read: (carved: CarvedTexts) => number): number {
  // It may be a folder, which was in the place of the file.
  try {
    return existsSync(path) ? readPages(path, read) : 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return 0;
    throw error;
  }
}
