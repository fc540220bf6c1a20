import { assertNever } from '../../../contract/failure.ts';
import type { ArticleId } from '../../../contract/ids.ts';
import { inTransaction, type Database, type Statement } from '../../sqlite.ts';
import { setChange } from '../schema/commit-number.ts';
import { ArticleSetPages } from '../article-sets/article-set-pages.ts';
import type { NoteRow } from '../checksums.ts';
import { ApplyCorrections } from '../corrections/apply-corrections.ts';
import { copyAnnotations } from '../highlights/copy-annotations.ts';
import { insertNote } from '../notes.ts';
import type { LibraryOperation } from './commit-operations.ts';
import { GiveBack } from '../removal/give-back.ts';
import { Labels } from '../sources/labels.ts';
import { endRecordFile } from '../sources/record-file-rows.ts';
import { storedSaid } from '../stored-said.ts';

type Operation<Name extends LibraryOperation['op']> = Extract<LibraryOperation, { op: Name }>;
type KnownPlace = Readonly<{ source: number; article: number; missing: number }>;
type Changeable = Readonly<{
  failed: number;
  crashed: number;
  missing: number;
  next: number;
  articles: number;
}>;

/** What a commit has come upon so far. */
type Run = {
  readonly change: number;
  /** Whether there is anything that finding a file could put right. */
  failed: boolean;
  readonly crashed: boolean;
  readonly missing: boolean;
  /** The smallest id that was never given away. */
  next: number;
  articles: number;
  /** Articles of which a location came, went or moved. */
  readonly moved: Set<ArticleId>;
  readonly retagged: Set<ArticleId>;
};

/** The record of a file that is one. */
const itself = { name: '', position: 0 };

/** Applies commit `change` to the library, whole or not at all. */
export function applyOperations(
  library: Database,
  change: number,
  operations: readonly LibraryOperation[],
): void {
  new LibraryOperations(library).apply(change, operations);
}

/** Applies commits to `library.sqlite`. Statements are prepared once for a connection. */
export class LibraryOperations {
  readonly #db: Database;
  readonly #corrections: ApplyCorrections;
  readonly #giveBack: GiveBack;
  readonly #labels: Labels;
  readonly #sourcePages: ArticleSetPages;
  readonly #tagPages: ArticleSetPages;
  readonly #changeable: Statement<Changeable>;
  readonly #insertArticle: Statement<object>;
  readonly #updateArticle: Statement<object>;
  readonly #locationAt: Statement<KnownPlace>;
  readonly #insertLocation: Statement<object>;
  readonly #updateLocation: Statement<object>;
  readonly #present: Statement<object>;
  readonly #succeeded: Statement<object>;
  readonly #survived: Statement<object>;
  readonly #fail: Statement<object>;
  readonly #copyTags: Statement<object>;
  readonly #notesOf: Statement<Omit<NoteRow, 'id' | 'article'>>;
  readonly #remove: Statement<object>;
  readonly #recall: Statement<object>;
  readonly #setMeta: Statement<object>;

  constructor(db: Database) {
    this.#db = db;
    this.#corrections = new ApplyCorrections(db);
    this.#giveBack = new GiveBack(db, this.#corrections);
    this.#labels = new Labels(db);
    this.#sourcePages = new ArticleSetPages(db, 'source');
    this.#tagPages = new ArticleSetPages(db, 'tag');
    this.#changeable = db.prepare<Changeable>(`
      SELECT EXISTS (SELECT 1 FROM failures) AS failed, EXISTS (SELECT 1 FROM crashes) AS crashed,
        EXISTS (SELECT 1 FROM articles WHERE missing = 1) AS missing,
        (SELECT value FROM meta WHERE key = 'nextArticle') AS next,
        (SELECT value FROM meta WHERE key = 'articles') AS articles`);
    this.#insertArticle = db.prepare(
      'INSERT INTO articles (id, sha256, encoding, change) VALUES (?1, ?2, ?3, ?4)',
    );
    this.#updateArticle = db.prepare(
      'UPDATE articles SET sha256 = ?2, encoding = ?3, change = ?4 WHERE id = ?1',
    );
    this.#locationAt = db.prepare<KnownPlace>(
      'SELECT source, article, missing FROM locations WHERE path = ? AND record = ?',
    );
    this.#insertLocation = db.prepare(
      `INSERT INTO locations (path, source, article, sha256, size, modified_ms, record, position, format)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ifnull(?9, ''))
       ON CONFLICT (path, record) DO NOTHING`,
    );
    this.#updateLocation = db.prepare(`
      UPDATE locations SET source = ?2, article = ?3, sha256 = ?4, size = ?5, modified_ms = ?6, position = ?8, missing = 0,
        format = ifnull(?9, format)
      WHERE path = ?1 AND record = ?7`);
    this.#present = db.prepare('UPDATE articles SET missing = 0 WHERE id = ? AND missing = 1');
    this.#succeeded = db.prepare('DELETE FROM failures WHERE path = ? AND record = ?');
    this.#survived = db.prepare('DELETE FROM crashes WHERE path = ?');
    this.#fail = db.prepare(`
      INSERT INTO failures (source, path, record, code, reason, at_ms, size, modified_ms, format)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (path, record) DO UPDATE SET source = excluded.source, code = excluded.code, reason = excluded.reason,
        at_ms = excluded.at_ms, size = excluded.size, modified_ms = excluded.modified_ms, format = excluded.format`);
    this.#copyTags = db.prepare(
      'INSERT OR IGNORE INTO article_tags (tag, article) SELECT tag, ?1 FROM article_tags WHERE article = ?2',
    );
    this.#notesOf = db.prepare(`
      SELECT text, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs FROM notes WHERE article = ? ORDER BY id`);
    this.#remove = db.prepare('DELETE FROM articles WHERE id = ?');
    this.#recall = db.prepare('INSERT OR REPLACE INTO removals (article, change) VALUES (?, ?)');
    this.#setMeta = db.prepare('UPDATE meta SET value = ?2 WHERE key = ?1');
  }

  /** Applies commit `change`, whole or not at all. */
  apply(change: number, operations: readonly LibraryOperation[]): void {
    inTransaction(this.#db, () => {
      const run = this.#begin(change);
      for (const operation of operations) this.#do(run, operation);
      this.#sourcePages.refresh(run.moved);
      this.#tagPages.refresh(run.retagged);
      this.#setMeta.run('nextArticle', run.next);
      this.#setMeta.run('articles', run.articles);
      setChange(this.#db, change);
    });
  }

  #begin(change: number): Run {
    const now = this.#changeable.get() ?? { failed: 1, crashed: 1, missing: 1, next: 1, articles: 0 };
    return {
      change,
      failed: now.failed === 1,
      crashed: now.crashed === 1,
      missing: now.missing === 1,
      next: now.next,
      articles: now.articles,
      moved: new Set(),
      retagged: new Set(),
    };
  }

  #do(run: Run, operation: LibraryOperation): void {
    switch (operation.op) {
      case 'put':
        this.#put(run, operation);
        return;
      case 'locate':
        this.#locate(run, operation);
        return;
      case 'fail': {
        const { source, path, record = '', code, reason, atMs, size, modifiedMs, format = '' } = operation;
        this.#fail.run(source, path, record, code, storedSaid(reason), atMs, size, modifiedMs, format);
        run.failed = true;
        return;
      }
      case 'endFile':
        endRecordFile(this.#db, operation.file);
        if (run.failed) this.#succeeded.run(operation.file.path, '');
        if (run.crashed) this.#survived.run(operation.file.path);
        return;
      case 'copyTagsAndNotes':
        this.#copyTags.run(operation.to, operation.from);
        for (const note of this.#notesOf.all(operation.from))
          insertNote(this.#db, { ...note, article: operation.to });
        copyAnnotations(this.#db, operation.from, operation.to);
        this.#corrections.copy(operation.from, operation.to);
        run.retagged.add(operation.to);
        return;
      case 'label':
        this.#labels.apply(operation);
        return;
      case 'correct':
      case 'beginCorrecting':
      case 'turnCorrecting':
        this.#corrections.apply(run.change, operation);
        return;
      case 'giveBack': {
        const { article } = operation.removed;
        for (const holder of this.#giveBack.apply(run.change, operation.removed)) run.moved.add(holder);
        run.articles += 1;
        run.moved.add(article);
        run.retagged.add(article);
        return;
      }
      case 'remove':
        if (Number(this.#remove.run(operation.article).changes) > 0) run.articles -= 1;
        this.#recall.run(operation.article, run.change);
        run.moved.add(operation.article);
        run.retagged.add(operation.article);
        return;
      default:
        assertNever(operation);
    }
  }

  #put(run: Run, { article, sha256, encoding }: Operation<'put'>): void {
    const bytes = Buffer.from(sha256, 'hex');
    const known =
      article < run.next && Number(this.#updateArticle.run(article, bytes, encoding, run.change).changes) > 0;
    if (known) return;
    this.#insertArticle.run(article, bytes, encoding, run.change);
    run.articles += 1;
    // Ids are never used again, even when the newest article is removed.
    run.next = Math.max(run.next, article + 1);
  }

  #locate(run: Run, operation: Operation<'locate'>): void {
    const { path, source, record, article, sha256, size, modifiedMs, format = null } = operation;
    const { name, position } = record ?? itself;
    const bytes = Buffer.from(sha256, 'hex');
    const row = [path, source, article, bytes, size, modifiedMs, name, position, format] as const;
    if (Number(this.#insertLocation.run(...row).changes) > 0) run.moved.add(article);
    else {
      const before = this.#locationAt.get(path, name);
      this.#updateLocation.run(...row);
      if (before?.source !== source || before.article !== article) run.moved.add(article);
      if (before !== undefined && before.article !== article) run.moved.add(before.article as ArticleId);
    }
    if (run.missing) this.#present.run(article);
    if (run.failed) this.#succeeded.run(path, name);
    if (run.crashed && record === undefined) this.#survived.run(path);
  }
}
