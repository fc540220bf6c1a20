import { articleId } from '../../../contract/ids.ts';
import type { ReadArticle } from '../../../contract/article.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import type { ArticleIndex } from './article-index.ts';
import { changeOf, setChange } from '../schema/commit-number.ts';
import { journalAfter } from './commit-operations.ts';
import { applyOperations } from './apply-operations.ts';
import { oweScans } from '../sources/sources.ts';
import { TextReader } from '../texts/text-reader.ts';
import { TextWriter } from '../texts/text-writer.ts';
import { breathe } from '../../concurrency/serial-queue.ts';

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
    oweScans(library, nowMs);
  });
  return true;
}

/**
 * Tells the library to read every file again when texts are gone: `text.sqlite` was lost, or is older than the
 * library. Returns how many articles lack a text.
 */
export function forgetLostTexts(library: Database, text: Database, nowMs: number): number {
  if (changeOf(text) >= changeOf(library)) return 0;
  const stored = text.prepare('SELECT 1 FROM stored WHERE article = ?');
  const unread = library.prepare('UPDATE locations SET size = -1, modified_ms = -1 WHERE article = ?');
  let lost = 0;
  inTransaction(library, () => {
    for (const { id } of library.prepare<{ id: number }>('SELECT id FROM articles').all()) {
      if (stored.get(id) !== undefined) continue;
      unread.run(id);
      lost += 1;
    }
    if (lost > 0) oweScans(library, nowMs);
  });
  inTransaction(text, () => setChange(text, changeOf(library)));
  return lost;
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
  const reader = new TextReader(text);
  const next = library.prepare<{ id: number; change: number }>(
    'SELECT id, change FROM articles WHERE (change, id) > (?, ?) AND change <= ? ORDER BY change, id LIMIT ?',
  );
  let at: Readonly<{ id: number; change: number }> = { id: Number.MAX_SAFE_INTEGER, change: index.change };
  let done = 0;
  let sinceCommit = 0;
  for (;;) {
    const rows = next.all(at.change, at.id, target, articlesAStep);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { id } of rows) {
      const article = readIntact(reader, id);
      if (article !== null) index.add(articleId(id), article.fields);
      if (++done % 8 === 0) await breathe();
    }
    sinceCommit += rows.length;
    at = last;
    if (signal.aborted) return;
    // The change of `last` may go on in the next rows, so only the one before it is whole.
    if (sinceCommit >= articlesACommit && last.change - 1 > index.change) {
      index.commit(last.change - 1);
      sinceCommit = 0;
    }
    onProgress(done, total);
  }
  index.commit(target);
}

function readIntact(reader: TextReader, id: number): ReadArticle | null {
  try {
    return reader.read([articleId(id)]).get(articleId(id)) ?? null;
  } catch {
    // A damaged text costs its article, not the whole index.
    return null;
  }
}
