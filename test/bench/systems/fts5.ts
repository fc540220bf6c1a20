import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  closeWritable,
  inTransaction,
  openDatabase,
  type Database,
} from '../../../electron/engine/sqlite.ts';
import type { NumberedArticle } from '../corpus.ts';
import type { LoggedQuery, Match, Narrowing } from '../query-log/logged-query.ts';
import {
  dayOf,
  fieldTexts,
  pageSize,
  peerFields,
  type MemorySystem,
  type SizeOnDisk,
} from './memory-system.ts';

type Condition = Readonly<{ sql: string; values: readonly string[] }>;

const tokenizer = 'porter unicode61 remove_diacritics 2';
/** As an application would set it: SQLite's own 2 MB slow a large index down. */
const cacheKilobytes = 65_536;

/** SQLite FTS5 in a file: stemmed, ranked by bm25 with our fields and boosts, days and languages in a table beside it. */
export class Fts5 implements MemorySystem {
  readonly description: string;
  readonly #path: string;
  readonly #db: Database;

  constructor(dir: string) {
    this.#path = join(dir, 'fts5.sqlite');
    this.#db = openDatabase(this.#path, { readOnly: false });
    this.#db.exec(`PRAGMA cache_size = -${String(cacheKilobytes)}`);
    const [options, version] = [
      this.#all('PRAGMA compile_options'),
      this.#all('SELECT sqlite_version() AS version'),
    ];
    if (!options.some((row) => Object.values(row).includes('ENABLE_FTS5'))) {
      throw new Error('this SQLite was built without FTS5');
    }
    this.description = `SQLite ${String(version[0]?.['version'])} FTS5, tokenize="${tokenizer}", bm25 over the same fields`;
    const columns = peerFields.map(({ name }) => name).join(', ');
    const boosts = peerFields.map(({ boost }) => boost.toFixed(1)).join(', ');
    this.#db.exec(`
      CREATE VIRTUAL TABLE articles USING fts5(${columns}, tokenize = '${tokenizer}');
      INSERT INTO articles(articles, rank) VALUES ('rank', 'bm25(${boosts})');
      CREATE TABLE facts (id INTEGER PRIMARY KEY, day TEXT NOT NULL, language TEXT NOT NULL);
      CREATE INDEX facts_by_day ON facts (day);
      CREATE INDEX facts_by_language ON facts (language);
    `);
  }

  add(articles: readonly NumberedArticle[]): void {
    const holes = peerFields.map(() => '?').join(', ');
    const columns = peerFields.map(({ name }) => name).join(', ');
    inTransaction(this.#db, () => {
      const insert = this.#db.prepare(`INSERT INTO articles (rowid, ${columns}) VALUES (?, ${holes})`);
      const note = this.#db.prepare('INSERT INTO facts VALUES (?, ?, ?)');
      for (const { id, article } of articles) {
        insert.run(id, ...fieldTexts(article.fields));
        note.run(id, dayOf(article.fields), article.fields.language);
      }
    });
  }

  finish(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  size(): SizeOnDisk {
    const sql = 'SELECT sum(length(block)) AS bytes FROM articles_data';
    const indexBytes = this.#db.prepare<{ bytes: number }>(sql).get()?.bytes ?? 0;
    return { indexBytes, storedTextBytes: statSync(this.#path).size - indexBytes, note: null };
  }

  find(query: LoggedQuery): number | null {
    const condition = fts5Condition(query);
    if (condition === null) return null;
    const { sql, values } = condition;
    const ranked =
      query.match === null ? 'SELECT id FROM facts' : 'SELECT articles.rowid, headline, rank FROM articles';
    const order = query.match === null ? 'id' : 'rank';
    this.#db.prepare(`${ranked} ${sql} ORDER BY ${order} LIMIT ${String(pageSize)}`).all(...values);
    const from = query.match === null ? 'facts' : 'articles';
    const count = this.#db.prepare<{ total: number }>(`SELECT count(*) AS total FROM ${from} ${sql}`);
    return count.get(...values)?.total ?? 0;
  }

  close(): void {
    closeWritable(this.#db);
  }

  #all(sql: string): Record<string, unknown>[] {
    return this.#db.prepare(sql).all();
  }
}

/** What follows FROM for a query; null where FTS5 has no way to ask it. */
export function fts5Condition({ match, narrowing }: LoggedQuery): Condition | null {
  const narrowed = narrowing === null ? { sql: '', values: [] } : factsCondition(narrowing);
  if (narrowed === null) return null;
  if (match === null)
    return narrowing === null ? null : { sql: `WHERE ${narrowed.sql}`, values: narrowed.values };
  const expression = fts5Expression(match);
  if (expression === null) return null;
  if (narrowing === null) return { sql: 'WHERE articles MATCH ?', values: [expression] };
  return {
    sql: `JOIN facts ON facts.id = articles.rowid WHERE articles MATCH ? AND ${narrowed.sql}`,
    values: [expression, ...narrowed.values],
  };
}

function factsCondition(narrowing: Narrowing): Condition | null {
  switch (narrowing.by) {
    case 'days':
      return { sql: 'day BETWEEN ? AND ?', values: [narrowing.from, narrowing.to] };
    case 'language':
      return { sql: 'language = ?', values: [narrowing.code] };
    case 'tag':
      return null;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** In FTS5's query syntax, which has wildcards at the end of a word only, and no edit distance. */
export function fts5Expression(match: Match): string | null {
  switch (match.op) {
    case 'all':
    case 'any':
      return inField(match.field, match.words.map(quoted).join(match.op === 'all' ? ' AND ' : ' OR '));
    case 'phrase':
      return inField(match.field, quoted(match.words.join(' ')));
    case 'near':
      return `NEAR(${match.words.map(quoted).join(' ')}, ${String(match.within)})`;
    case 'wildcard':
      return /^[^*]+\*$/u.test(match.pattern) ? `${quoted(match.pattern.slice(0, -1))} *` : null;
    case 'begun':
      return [...match.words.map(quoted), `${quoted(match.prefix)} *`].join(' AND ');
    case 'fuzzy':
      return null;
    case 'signed': {
      // An optional word changes the order and not what is found; FTS5 can't say that of a word.
      const required = match.required.map(quoted).join(' AND ');
      return match.barred.length === 0
        ? required
        : `(${required}) NOT (${match.barred.map(quoted).join(' OR ')})`;
    }
  }
}

function inField(field: string | null, expression: string): string {
  return field === null ? expression : `${field} : (${expression})`;
}
