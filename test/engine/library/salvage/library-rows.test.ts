import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId, sourceId } from '../../../../electron/contract/ids.ts';
import { LibraryOperations } from '../../../../electron/engine/library/commits/apply-operations.ts';
import type { LibraryOperation } from '../../../../electron/engine/library/commits/commit-operations.ts';
import { HiddenLines } from '../../../../electron/engine/library/furniture/hidden-lines.ts';
import { openPages } from '../../../../electron/engine/library/salvage/carved-rows.ts';
import { LibraryRows } from '../../../../electron/engine/library/salvage/library-rows.ts';
import { libraryMigrations } from '../../../../electron/engine/library/schema/library-schema.ts';
import { migrate } from '../../../../electron/engine/library/schema/migrate.ts';
import { SearchShelf } from '../../../../electron/engine/library/searches/search-shelf.ts';
import { Sources } from '../../../../electron/engine/library/sources/sources.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';

const articles = 400;

let folder: string;
let whole: string;
let damaged: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'microfiche-rows-'));
  whole = join(folder, 'whole.sqlite');
  damaged = join(folder, 'damaged.sqlite');
  const db = openDatabase(whole, { readOnly: false, journal: 'delete' });
  migrate(db, libraryMigrations);
  new Sources(db).add('/press/clippings', 0);
  const operations = Array.from({ length: articles }, (_, nth) => arrival(nth + 1)).flat();
  new LibraryOperations(db).apply(1, operations);
  db.close();
});

afterEach(() => rmSync(folder, { recursive: true }));

function hashOf(article: number): string {
  return (0x1000_0000 + article).toString(16).repeat(8);
}

function pathOf(article: number): string {
  return `/press/clippings/${'section/'.repeat(article % 9)}${article}.txt`;
}

function arrival(article: number): LibraryOperation[] {
  const sha256 = hashOf(article);
  return [
    { op: 'put', article: articleId(article), sha256, encoding: 'utf-8' },
    {
      op: 'locate',
      source: sourceId(1),
      path: pathOf(article),
      article: articleId(article),
      sha256,
      size: 1,
      modifiedMs: 1,
    },
  ];
}

function rowsOf(path: string): LibraryRows {
  const pages = openPages(path);
  try {
    return new LibraryRows(pages);
  } finally {
    pages.close();
  }
}

/** Rows of locations and articles that nobody has written. */
function invented(rows: LibraryRows): string[] {
  const places = [...rows.locations.values()].filter(
    ({ article, path, sha256 }) =>
      path !== pathOf(article) || Buffer.from(sha256).toString('hex') !== hashOf(article),
  );
  const read = [...rows.articles].filter(
    ([id, { sha256 }]) => Buffer.from(sha256).toString('hex') !== hashOf(id),
  );
  return [...places.map(({ path }) => path), ...read.map(([id]) => String(id))];
}

describe('the rows of a damaged library', () => {
  it('are all of them where nothing is damaged', () => {
    const rows = rowsOf(whole);
    expect(rows.locations.size).toBe(articles);
    expect(rows.articles.size).toBe(articles);
    expect(invented(rows)).toEqual([]);
  });

  it('are those that were written, wherever the file is cut short', () => {
    const { size } = statSync(whole);
    copyFileSync(whole, damaged);
    for (let cut = size - 1; cut > 4096; cut -= 997) {
      truncateSync(damaged, cut);
      expect(invented(rowsOf(damaged))).toEqual([]);
    }
  });

  it('hold no path that zeros have cut, and no article without a number', () => {
    const { size } = statSync(whole);
    for (let at = 4096; at < size; at += 1531) {
      copyFileSync(whole, damaged);
      const file = openSync(damaged, 'r+');
      writeSync(file, Buffer.alloc(512), 0, 512, at);
      closeSync(file);
      const { locations } = rowsOf(damaged);
      const wrong = [...locations.values()].filter(({ path, article }) => path.includes('\0') || article < 1);
      expect(wrong).toEqual([]);
    }
  });

  it('finds the lines that people chose to be furniture', () => {
    const db = openDatabase(whole, { readOnly: false, journal: 'delete' });
    const line = 'Our reporting is paid for by readers such as you.';
    new HiddenLines(db).choose(sourceId(1), [line], 0);
    db.close();
    expect(rowsOf(whole).hiddenLines).toEqual(new Map([[1, new Set([line])]]));
  });

  it('finds the searches that people saved', () => {
    const db = openDatabase(whole, { readOnly: false, journal: 'delete' });
    const filter = { tags: [], sources: [], untagged: false };
    const question = { query: 'ferry', grammar: 'news', sort: 'newest', filter } as const;
    const { id } = new SearchShelf(db).save('Ferries', question, 400, 1000);
    db.close();
    const found = rowsOf(whole).searches.get(id);
    expect(found).toMatchObject({ name: 'Ferries', question: JSON.stringify(question), seenUpTo: 400 });
  });
});
