import { articleId, type ArticleId } from '../../contract/ids.ts';
import { openDatabase, type Database } from '../sqlite.ts';
import type { ArticleIndex } from './commits/article-index.ts';
import { checkTexts } from './texts/check-texts.ts';
import { DamagedLibrary } from './files/damaged-files.ts';
import type { LibraryPaths } from './files/library-paths.ts';
import { setsProblems } from './article-sets/sets-problems.ts';
import { wordsProblems } from './words-problems.ts';
import { saidBy } from '../../contract/failure.ts';
import { sentence, type Said, type Sentence } from '../../words/sentence.ts';

export type LibraryCheck = Readonly<{
  /** Each names the file it is about. */
  problems: readonly Said[];
  /** Articles that have to be read from their source again. */
  withoutText: readonly ArticleId[];
  /** False when `library.sqlite` has to be written anew; then nothing else is known. */
  libraryIsSound: boolean;
  /** What the library keeps ready besides the rows agrees with them. */
  setsAreSound: boolean;
  /** What people wrote is as they wrote it. */
  wordsAreSound: boolean;
  /** False when the file has to be written anew; a damaged text costs its own article only. */
  textIsSound: boolean;
  indexIsSound: boolean;
}>;

/** An open library, as far as a check looks into it. */
type CheckedLibrary = Readonly<{
  library: Database;
  text: Database;
  paths: LibraryPaths;
  index: ArticleIndex;
}>;

const shownProblems = 20;

/** Reads every part of a library and says what is wrong with it. */
export async function checkLibrary(opened: CheckedLibrary): Promise<LibraryCheck> {
  const { library, text, paths } = opened;
  const libraryProblems = [...sqliteProblems(library, 'library.sqlite'), ...foreignKeyCheck(library)];
  if (libraryProblems.length > 0) return damaged(paths, libraryProblems);
  const wrongSets = setsProblems(library);
  const wrongWords = wordsProblems(library);
  const problems: Said[] = [...wrongSets, ...wrongWords];
  const textProblems = sqliteProblems(text, 'text.sqlite');
  problems.push(...textProblems);
  const texts = await checkTexts(text);
  problems.push(...texts.problems);
  const articles = idSet(library, 'SELECT id FROM articles');
  const stored = idSet(text, 'SELECT article AS id FROM stored');
  const unreadable: ReadonlySet<number> = texts.unreadable;
  const withoutText = [...articles].filter((id) => !stored.has(id) || unreadable.has(id));
  if (withoutText.length > 0) {
    problems.push(sentence('damage.no-texts', { count: withoutText.length }));
  }
  const strays = [...stored].filter((id) => !articles.has(id)).length;
  if (strays > 0) problems.push(sentence('damage.stray-texts', { count: strays }));

  await opened.index.ready();
  const indexProblems = [...checkFile(paths.index, 'index.sqlite'), ...indexProblemsOf(opened, articles)];
  problems.push(...indexProblems);
  return {
    problems: shorten(problems),
    libraryIsSound: true,
    withoutText: withoutText.map(articleId),
    setsAreSound: wrongSets.length === 0,
    wordsAreSound: wrongWords.length === 0,
    textIsSound: textProblems.length === 0 && texts.listsAreSound && strays === 0,
    indexIsSound: indexProblems.length === 0,
  };
}

/** Of a library that can't be read nothing can be said but that. */
function damaged(paths: LibraryPaths, problems: readonly Said[]): LibraryCheck {
  const cure = new DamagedLibrary(paths, sentence('damage.see-above')).said;
  return {
    problems: shorten([cure, ...problems]),
    libraryIsSound: false,
    withoutText: [],
    setsAreSound: true,
    wordsAreSound: true,
    textIsSound: true,
    indexIsSound: true,
  };
}

/** `quick_check` would leave out whether SQLite's own indexes lead to the right rows, which no checksum says. */
function sqliteProblems(db: Database, file: string): Sentence[] {
  try {
    const rows = db
      .prepare<{ said: string }>('SELECT integrity_check AS said FROM pragma_integrity_check')
      .all();
    return rows.filter(({ said }) => said !== 'ok').map(({ said }) => inFile(file, said));
  } catch (error) {
    return [inFile(file, saidBy(error))];
  }
}

function inFile(file: string, why: Said): Sentence {
  return sentence('damage.in-file', { file, why });
}

function checkFile(path: string, file: string): Sentence[] {
  try {
    const db = openDatabase(path, { readOnly: true });
    try {
      return sqliteProblems(db, file);
    } finally {
      db.close();
    }
  } catch (error) {
    return [inFile(file, saidBy(error))];
  }
}

function foreignKeyCheck(db: Database): Sentence[] {
  try {
    const broken = db.prepare<{ table: string }>('PRAGMA foreign_key_check').all().length;
    return broken === 0 ? [] : [sentence('damage.lost-rows', { count: broken })];
  } catch {
    // `sqliteProblems` has said already that this database can't be read.
    return [];
  }
}

function indexProblemsOf({ index }: CheckedLibrary, articles: ReadonlySet<number>): Said[] {
  try {
    const problems = index.check();
    const indexed = new Set(index.articles());
    const lacking = [...articles].filter((id) => !indexed.has(id)).length;
    const extra = [...indexed].filter((id) => !articles.has(id)).length;
    if (lacking > 0) problems.push(sentence('damage.not-found', { count: lacking }));
    if (extra > 0) problems.push(sentence('damage.strays-indexed', { count: extra }));
    return problems;
  } catch (error) {
    return [inFile('index.sqlite', saidBy(error))];
  }
}

function idSet(db: Database, sql: string): Set<number> {
  try {
    return new Set(
      db
        .prepare<{ id: number }>(sql)
        .all()
        .map(({ id }) => id),
    );
  } catch {
    // `sqliteProblems` has said already that this database can't be read.
    return new Set();
  }
}

function shorten(problems: readonly Said[]): Said[] {
  if (problems.length <= shownProblems) return [...problems];
  return [
    ...problems.slice(0, shownProblems),
    sentence('damage.more', { count: problems.length - shownProblems }),
  ];
}
