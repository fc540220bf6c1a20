import { articleId, type ArticleId } from '../../../contract/ids.ts';
import type { ExtractedArticle } from '../../../contract/article.ts';
import { rowsInSteps } from '../../rows-in-steps.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import type { ArticleIndex } from './article-index.ts';
import { changeOf, setChange } from '../schema/commit-number.ts';
import { journalAfter } from './commit-operations.ts';
import { applyOperations } from './apply-operations.ts';
import { requireScans } from '../sources/sources.ts';
import { keepingNone, TextReader } from '../texts/text-reader.ts';
import { TextWriter } from '../texts/text-writer.ts';
import { yieldToEventLoop } from '../../concurrency/serial-queue.ts';

const articlesAStep = 64;
const articlesACommit = 1024;

/** Applies to the library what the text database holds and the library does not. */
export function replayLibrary(library: Database, text: Database): void {
  for (const { change, operations } of journalAfter(text, changeOf(library))) {
    applyOperations(library, change, operations);
  }
}

/**
 * Whether a library was put back from a backup: its texts are of later commits than the journal goes back, or the
 * journal speaks of what the library does not have.
 */
function isOlderThanJournal(library: Database, text: Database): boolean {
  const [oldest] = journalAfter(text, changeOf(library));
  if (changeOf(text) > changeOf(library) && (oldest?.change ?? Infinity) > changeOf(library) + 1) return true;
  try {
    replayLibrary(library, text);
    return false;
  } catch (error) {
    if (isConstraint(error)) return true;
    throw error;
  }
}

/** SQLITE_CONSTRAINT (https://sqlite.org/rescode.html#constraint). */
function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === 19
  );
}

/**
 * Brings library and texts together. What a crash kept from the library is applied to it. Of texts that are of later
 * commits than a library that was put back from a backup, those that no article of the library has are forgotten, and
 * their ids stay used. Returns whether that was so; then the index has to be built anew and the sources have to be
 * read again.
 */
export function bringTogether(library: Database, text: Database, nowMs: number): boolean {
  if (!isOlderThanJournal(library, text)) return false;
  const known = library.prepare('SELECT 1 FROM articles WHERE id = ?');
  const stored = text.prepare<{ article: number }>('SELECT article FROM stored ORDER BY article').all();
  const strays = stored.map(({ article }) => articleId(article)).filter((id) => known.get(id) === undefined);
  inTransaction(text, () => new TextWriter(text).apply([], strays));
  inTransaction(library, () => {
    library
      .prepare(`UPDATE meta SET value = max(value, ?) WHERE key = 'nextArticle'`)
      .run((stored.at(-1)?.article ?? 0) + 1);
    setChange(library, changeOf(text));
    requireScans(library, nowMs);
  });
  return true;
}

/**
 * Tells the library to read every file again when texts are gone: `text.sqlite` was lost, or is older than the
 * library, and what it says of articles that have changed since is forgotten. Returns how many articles lack a text.
 */
export function forgetLostTexts(library: Database, text: Database, nowMs: number): number {
  const textChange = changeOf(text);
  if (textChange >= changeOf(library)) return 0;
  // At 0 it was begun anew, and holds what could be saved as it is now.
  const stale = textChange === 0 ? [] : changedSince(library, textChange);
  inTransaction(text, () => new TextWriter(text).apply([], stale));
  const stored = text.prepare('SELECT 1 FROM stored WHERE article = ?');
  const unread = library.prepare('UPDATE locations SET size = -1, modified_ms = -1 WHERE article = ?');
  let lost = 0;
  const files = library.prepare(
    `UPDATE record_files SET size = -1, modified_ms = -1 WHERE path IN (SELECT path FROM locations WHERE article = ?)`,
  );
  inTransaction(library, () => {
    for (const { id } of library.prepare<{ id: number }>('SELECT id FROM articles').all()) {
      if (stored.get(id) !== undefined) continue;
      unread.run(id);
      files.run(id);
      lost += 1;
    }
    if (lost > 0) requireScans(library, nowMs);
  });
  inTransaction(text, () => setChange(text, changeOf(library)));
  return lost;
}

function changedSince(library: Database, change: number): ArticleId[] {
  return library
    .prepare<{ id: number }>('SELECT id FROM articles WHERE change > ? ORDER BY id')
    .all(change)
    .map(({ id }) => articleId(id));
}

export type ReplayOptions = Readonly<{
  /** Articles indexed so far, of how many. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}>;

/** How many articles and removals the index does not hold yet. */
export function indexGap(library: Database, index: ArticleIndex): number {
  const row = library
    .prepare<{ gap: number }>(
      `SELECT (SELECT count(*) FROM articles WHERE change > ?1) + (SELECT count(*) FROM removals WHERE change > ?1) AS gap`,
    )
    .get(index.change);
  return row?.gap ?? 0;
}

/**
 * Indexes from the stored texts what the index lacks, oldest change first, so that an interrupted run goes on where
 * it stopped. A text that is damaged or missing is passed over: `check` names it.
 */
export async function replayIndex(
  library: Database,
  text: Database,
  index: ArticleIndex,
  { onProgress, signal }: ReplayOptions,
): Promise<void> {
  const target = changeOf(library);
  const removals = library.prepare<{ article: number }>('SELECT article FROM removals WHERE change > ?');
  for (const { article } of removals.all(index.change)) index.remove(articleId(article));
  const total = indexGap(library, index);
  if (total > 0) await index.ready();
  const reader = new TextReader(text, keepingNone);
  const next = library.prepare<{ id: number; change: number }>(
    'SELECT id, change FROM articles WHERE (change, id) > (?, ?) AND change <= ? ORDER BY change, id LIMIT ?',
  );
  const steps = rowsInSteps(
    (last: { id: number; change: number } | null) =>
      next.all(last?.change ?? index.change, last?.id ?? Number.MAX_SAFE_INTEGER, target, articlesAStep),
    (row, before) => row.change > before.change || (row.change === before.change && row.id > before.id),
  );
  let done = 0;
  let sinceCommit = 0;
  for (const rows of steps) {
    for (const { id } of rows) {
      const article = readIntact(reader, id);
      if (article !== null) index.add(articleId(id), article.fields);
      if (++done % 8 === 0) await yieldToEventLoop();
    }
    sinceCommit += rows.length;
    if (signal.aborted) return;
    // The last change may go on in the next rows, so only the one before it is whole.
    const whole = (rows.at(-1)?.change ?? 0) - 1;
    if (sinceCommit >= articlesACommit && whole > index.change) {
      index.commit(whole);
      sinceCommit = 0;
    }
    onProgress(done, total);
  }
  index.commit(target);
}

function readIntact(reader: TextReader, id: number): ExtractedArticle | null {
  try {
    return reader.read([articleId(id)]).get(articleId(id)) ?? null;
  } catch {
    // A damaged text costs its article, not the whole index.
    return null;
  }
}
