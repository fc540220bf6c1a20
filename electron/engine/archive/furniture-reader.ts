import { setImmediate } from 'node:timers/promises';
import type { RecurringLines } from '../../contract/recurring-lines.ts';
import { articleId, type SourceId } from '../../contract/ids.ts';
import { HiddenLines } from '../library/furniture/hidden-lines.ts';
import { LineCounts } from '../library/furniture/line-counts.ts';
import type { TextReader } from '../library/texts/text-reader.ts';
import type { Database } from '../sqlite.ts';

/** What recurs in a source recurs in so many of its articles. */
const maxLookedAt = 20_000;
const articlesAStep = 64;

/** Learns which lines of a source are furniture, by looking at its texts. */
export class FurnitureReader {
  readonly #db: Database;
  readonly #texts: TextReader;
  readonly #hidden: HiddenLines;

  constructor(db: Database, texts: TextReader) {
    this.#db = db;
    this.#texts = texts;
    this.#hidden = new HiddenLines(db);
  }

  /** Between its steps, searches are answered. */
  async recurring(source: SourceId): Promise<RecurringLines> {
    const ids = this.#db
      .prepare<{ article: number }>(
        `SELECT DISTINCT article FROM locations WHERE source = ? AND record = '' ORDER BY article`,
      )
      .all(source)
      .map(({ article }) => articleId(article));
    const every = Math.max(1, ids.length / maxLookedAt);
    const counts = new LineCounts(new Set(this.#hidden.of(source)));
    const some = Array.from(
      { length: Math.floor(ids.length / every) },
      (_, nth) => ids[Math.floor(nth * every)],
    );
    const looked = some.filter((id) => id !== undefined);
    for (let at = 0; at < looked.length; at += articlesAStep) {
      const texts = this.#texts.readUndamaged(looked.slice(at, at + articlesAStep));
      for (const { fields } of texts.values()) counts.add(fields);
      await setImmediate();
    }
    return { lines: counts.recurring(), lookedAt: counts.articles, articles: ids.length };
  }
}
