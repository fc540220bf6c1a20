import { sentence, type Sentence } from '../../../words/sentence.ts';
import type { Database, Statement } from '../../sqlite.ts';
import { keyAt, nextSet, PageBuilder, pageArticles, pageUnits } from './article-set-page.ts';
import { checksumOfPage } from '../checksums.ts';
import { parseIds, parseNumbers, type PackedIds } from './packed-ids.ts';

/** What the sets are of: articles by the source that they are in, or by a tag that they carry. */
export type ArticleSetKind = 'source' | 'tag';

type Reading = Readonly<{ page: string; set: string; lastArticle: string }>;

/**
 * `page` gives key × 4096 + offset of each article between ?1 and ?2; `set` the offsets of those in the set ?3. Node's
 * own SQLite binds every number as a floating one, which would be joined as `5.0`.
 */
const rowsOf: Readonly<Record<ArticleSetKind, Reading>> = {
  source: {
    page: `
      SELECT group_concat(s.id * ${pageArticles} + l.article - CAST(?1 AS INTEGER)) AS ids
      FROM sources s CROSS JOIN locations l ON l.source = s.id AND l.article BETWEEN ?1 AND ?2`,
    set: `
      SELECT group_concat(article - CAST(?1 AS INTEGER)) AS ids FROM locations
      WHERE source = ?3 AND article BETWEEN ?1 AND ?2`,
    lastArticle: 'SELECT max(article) AS last FROM locations',
  },
  tag: {
    page: `
      SELECT group_concat(tag * ${pageArticles} + article - CAST(?1 AS INTEGER)) AS ids FROM article_tags
      WHERE article BETWEEN ?1 AND ?2`,
    set: `
      SELECT group_concat(article - CAST(?1 AS INTEGER)) AS ids FROM article_tags
      WHERE tag = ?3 AND article BETWEEN ?1 AND ?2`,
    lastArticle: 'SELECT max(article) AS last FROM article_tags',
  },
};

/** More sets of one page than this are cheaper read with the whole page. */
const maxSingleSets = 8;

/**
 * Keeps the pages that `ArticleSets` reads true to the rows of `locations` or `article_tags`. What has changed is never
 * worked out but read from the rows again.
 */
export class ArticleSetPages {
  readonly #db: Database;
  readonly #kind: ArticleSetKind;
  readonly #page: Statement<PackedIds>;
  readonly #set: Statement<PackedIds>;
  readonly #stored: Statement<{ members: Uint8Array }>;
  readonly #put: Statement<object>;
  readonly #builder = new PageBuilder();

  constructor(db: Database, kind: ArticleSetKind) {
    this.#db = db;
    this.#kind = kind;
    this.#page = db.prepare<PackedIds>(rowsOf[kind].page);
    this.#set = db.prepare<PackedIds>(rowsOf[kind].set);
    this.#stored = db.prepare<{ members: Uint8Array }>(`SELECT members FROM ${kind}_pages WHERE page = ?`);
    this.#put = db.prepare(`
      INSERT INTO ${kind}_pages (page, revision, members, crc)
      VALUES (?1, (SELECT ifnull(max(revision), 0) + 1 FROM ${kind}_pages), ?2, ?3)
      ON CONFLICT (page) DO UPDATE SET revision = excluded.revision, members = excluded.members, crc = excluded.crc`);
  }

  /** To be called in the transaction that changed which sets these articles are in. */
  refresh(articles: Iterable<number>): void {
    for (const page of pagesOf(articles)) this.#store(page, this.#read(page));
  }

  /** As `refresh`, when only whether they are in the sets of some keys has changed: articles by key. */
  refreshSets(changed: ReadonlyMap<number, Iterable<number>>): void {
    const keysOfPage = new Map<number, number[]>();
    for (const [key, articles] of changed) {
      for (const page of pagesOf(articles)) {
        const keys = keysOfPage.get(page);
        if (keys === undefined) keysOfPage.set(page, [key]);
        else keys.push(key);
      }
    }
    for (const [page, keys] of keysOfPage) {
      const members =
        keys.length > maxSingleSets ? this.#read(page) : this.#edited(page, keys.sort(ascending));
      this.#store(page, members);
    }
  }

  refreshAll(): void {
    for (let page = 0; page < this.#pages(); page += 1) this.#store(page, this.#read(page));
  }

  /** Sentences about pages that differ from the rows; none when all is well. */
  problems(): Sentence[] {
    let wrong = 0;
    for (let page = 0; page < this.#pages(); page += 1) {
      const members = this.#stored.get(page)?.members ?? new Uint8Array();
      if (Buffer.compare(members, this.#read(page)) !== 0) wrong += 1;
    }
    if (wrong === 0) return [];
    const name = this.#kind === 'source' ? 'damage.pages-of-sources' : 'damage.pages-of-tags';
    return [sentence(name, { count: wrong })];
  }

  #store(page: number, members: Uint8Array): void {
    this.#put.run(page, members, checksumOfPage(this.#kind, page, members));
  }

  /** The page as the rows say it is. */
  #read(page: number): Uint8Array {
    const first = page * pageArticles;
    const pairs = parseNumbers(this.#page.get(first, first + pageArticles - 1)?.ids ?? '').sort();
    const offsets = new Uint16Array(pageArticles);
    for (let at = 0; at < pairs.length;) {
      const key = Math.floor((pairs[at] ?? 0) / pageArticles);
      let count = 0;
      let last = -1;
      for (; at < pairs.length; at += 1) {
        const offset = (pairs[at] ?? 0) - key * pageArticles;
        if (offset >= pageArticles) break;
        if (offset !== last) offsets[count++] = offset;
        last = offset;
      }
      this.#builder.add(key, offsets.subarray(0, count));
    }
    return this.#builder.take();
  }

  /** The stored page with the sets `keys`, ascending, as the rows say they are. */
  #edited(page: number, keys: readonly number[]): Uint8Array {
    const units = pageUnits(this.#stored.get(page)?.members ?? new Uint8Array());
    const first = page * pageArticles;
    let at = 0;
    for (const key of keys) {
      const from = at;
      while (at < units.length && keyAt(units, at) < key) at = nextSet(units, at);
      this.#builder.copy(units.subarray(from, at));
      if (at < units.length && keyAt(units, at) === key) at = nextSet(units, at);
      const ids = parseIds(this.#set.get(first, first + pageArticles - 1, key)?.ids ?? '');
      this.#builder.add(key, ascendingOffsets(ids));
    }
    this.#builder.copy(units.subarray(at));
    return this.#builder.take();
  }

  #pages(): number {
    const sql = rowsOf[this.#kind].lastArticle;
    const last = this.#db.prepare<{ last: number | null }>(sql).get()?.last ?? -1;
    const stored = `SELECT max(page) AS last FROM ${this.#kind}_pages`;
    const lastPage = this.#db.prepare<{ last: number | null }>(stored).get()?.last ?? -1;
    return Math.max(Math.floor(last / pageArticles), lastPage) + 1;
  }
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** Several locations of one article in one source repeat it. */
function ascendingOffsets(ids: Uint32Array): Uint16Array {
  return Uint16Array.from(ids)
    .sort()
    .filter((offset, nth, all) => nth === 0 || offset !== all[nth - 1]);
}

/** The pages that articles are in. */
function pagesOf(articles: Iterable<number>): Set<number> {
  const pages = new Set<number>();
  let last = -1;
  for (const article of articles) {
    const page = Math.floor(article / pageArticles);
    if (page !== last) pages.add(page);
    last = page;
  }
  return pages;
}
