import type { Database, Statement } from '../../sqlite.ts';
import {
  headUnits,
  bitmapUnits,
  isBitmap,
  keyAt,
  nextSet,
  pageArticles,
  pageUnits,
} from '../article-sets/article-set-page.ts';

/** Articles by tag. */
export type Carriers = Map<number, Set<number>>;

/**
 * Which articles carry which tag is written three times: by tag, by article, and in pages. What any of them still says counts.
 * `damaged` is null for a file that SQLite can't open; `pages` are those that were found without it.
 */
export function carriedTags(
  damaged: Database | null,
  pages: ReadonlyMap<number, Uint8Array>,
  tags: Iterable<number>,
  articles: Iterable<number>,
): Carriers {
  const carriers: Carriers = new Map();
  const add = (tag: number, article: number): void => {
    const held = carriers.get(tag);
    if (held === undefined) carriers.set(tag, new Set([article]));
    else held.add(article);
  };
  for (const [page, members] of pages) addPage(page, members, add);
  if (damaged === null) return carriers;
  const ids = [...articles];
  const byTag = numbers(damaged, 'SELECT article AS number FROM article_tags WHERE tag = ?');
  for (const tag of tags) for (const article of byTag(tag)) add(tag, article);
  const byArticle = numbers(
    damaged,
    'SELECT tag AS number FROM article_tags INDEXED BY article_tags_by_article WHERE article = ?',
  );
  for (const article of ids) for (const tag of byArticle(article)) add(tag, article);
  addStoredPages(damaged, Math.max(0, ...ids.map((id) => Math.floor(id / pageArticles))), add);
  return carriers;
}

/** Numbers of one row after the other, as far as they can be read. */
function numbers(db: Database, sql: string): (key: number) => number[] {
  let find: Statement<{ number: number }>;
  try {
    find = db.prepare(sql);
  } catch {
    // The page is gone that says where the table is.
    return () => [];
  }
  return (key) => {
    const found: number[] = [];
    try {
      for (const { number } of find.iterate(key)) found.push(number);
    } catch {
      // Here the damage begins; what lies after it is looked for in the other two places.
    }
    return found;
  };
}

function addStoredPages(db: Database, last: number, add: (tag: number, article: number) => void): void {
  let find: Statement<{ members: Uint8Array }>;
  try {
    find = db.prepare('SELECT members FROM tag_pages WHERE page = ?');
  } catch {
    return;
  }
  for (let page = 0; page <= last; page += 1) {
    try {
      const row = find.get(page);
      if (row !== undefined) addPage(page, row.members, add);
    } catch {
      // On a damaged page of the file, or damaged itself.
    }
  }
}

function addPage(page: number, members: Uint8Array, add: (tag: number, article: number) => void): void {
  const units = pageUnits(members);
  for (let at = 0; at + headUnits <= units.length; at = nextSet(units, at)) {
    const tag = keyAt(units, at);
    const count = units[at + 2] ?? 0;
    const body = units.subarray(at + headUnits, nextSet(units, at));
    for (let nth = 0; nth < body.length; nth += 1) {
      const unit = body[nth] ?? 0;
      if (!isBitmap(count)) add(tag, page * pageArticles + unit);
      else
        for (let bit = 0; bit < pageArticles / bitmapUnits; bit += 1)
          if ((unit >>> bit) & 1) add(tag, page * pageArticles + nth * 16 + bit);
    }
  }
}
