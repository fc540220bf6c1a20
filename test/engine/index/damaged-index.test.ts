import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleId } from '../../../electron/contract/ids.ts';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { IndexReader } from '../../../electron/engine/index/index-reader.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import { indexPageBytes } from '../../../electron/engine/index/schema/index-schema.ts';
import { evaluateLunrQuery, parseLunrQuery } from '../../../electron/engine/query/lunr-query.ts';
import { rankAll } from '../../../electron/engine/query/ranking/top-k.ts';
import { lunrModel } from '../../../electron/engine/query/ranking/scorer.ts';
import { closeWritable, openDatabase, type Database } from '../../../electron/engine/sqlite.ts';
import { randomArticle, randomLunrQuery, seededRandom } from '../../parity/random-corpus.ts';

const articles = 90;
const queries = Array.from({ length: 25 }, (_, nth) => randomLunrQuery(seededRandom(nth)));

let dir = '';
let sound = new Uint8Array();
let expected: readonly (readonly number[])[] = [];
let live: readonly number[] = [];

function answer(db: Database, query: string): number[] {
  return new IndexReader(db).snapshot((snapshot) => {
    const { matched, terms } = evaluateLunrQuery(snapshot, parseLunrQuery(query).clauses, extendedAnalysis);
    return [...rankAll(snapshot, lunrModel(snapshot, terms), matched).articles];
  });
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-flips-'));
  const path = join(dir, 'sound.sqlite');
  const db = openDatabase(path, { readOnly: false });
  const writer = IndexWriter.open(db);
  const random = seededRandom(1);
  for (let id = 1; id <= articles; id += 1) {
    writer.add(articleId(id), randomArticle(random));
    if (id % 30 === 0) writer.commit(id);
  }
  for (let id = 3; id < articles; id += 10) writer.remove(articleId(id));
  writer.commit(articles + 1);
  expected = queries.map((query) => answer(db, query));
  live = [...writer.articles()].sort((a, b) => a - b);
  closeWritable(db);
  sound = readFileSync(path);
});

afterAll(() => rmSync(dir, { recursive: true }));

/** Half of the flips lie where SQLite keeps its trees: at the beginning and at the end of pages. */
function place(random: () => number): number {
  const at = Math.floor(random() * sound.length);
  const page = at - (at % indexPageBytes);
  const where = random();
  if (where < 0.25) return page + Math.floor(random() * 40);
  return where < 0.5 ? page + indexPageBytes - 1 - Math.floor(random() * 60) : at;
}

type Outcome = 'right' | 'failed' | 'wrong';

function outcomeOf(db: Database, nth: number): Outcome {
  try {
    return JSON.stringify(answer(db, queries[nth] ?? '')) === JSON.stringify(expected[nth])
      ? 'right'
      : 'wrong';
  } catch {
    // The search says so; the engine has the index built anew.
    return 'failed';
  }
}

/** What a check of the library looks at. */
function isFound(path: string): boolean {
  const db = openDatabase(path, { readOnly: false });
  try {
    const said = db
      .prepare<{ said: string }>('SELECT integrity_check AS said FROM pragma_integrity_check')
      .all();
    if (said.some((row) => row.said !== 'ok')) return true;
    const writer = IndexWriter.open(db);
    const ids = [...writer.articles()].sort((a, b) => a - b);
    return writer.check().length > 0 || JSON.stringify(ids) !== JSON.stringify(live);
  } catch {
    // So damaged that it can't be looked through.
    return true;
  } finally {
    db.close();
  }
}

function outcomes(seed: number): Outcome[] {
  const path = join(dir, `${seed}.sqlite`);
  const random = seededRandom(seed);
  const bytes = new Uint8Array(sound);
  for (let flips = 1 + (seed % 3); flips > 0; flips -= 1) {
    const at = place(random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  writeFileSync(path, bytes);
  let found: Outcome[] = ['failed'];
  try {
    const db = openDatabase(path, { readOnly: false });
    try {
      found = queries.map((_, nth) => outcomeOf(db, nth));
    } finally {
      db.close();
    }
  } catch {
    // Not even a database any more.
  }
  if (found.includes('wrong')) expect([seed, isFound(path)]).toEqual([seed, true]);
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  return found;
}

test('flipped bits never give a wrong answer that no check would name', () => {
  const all = Array.from({ length: 150 }, (_, seed) => outcomes(seed)).flat();
  // Neither does all damage go unmet, nor does every flip spoil everything.
  expect(all).toContain('right');
  expect(all).toContain('failed');
});

test('a part of another segment is not taken for one of this', () => {
  const path = join(dir, 'exchanged.sqlite');
  writeFileSync(path, sound);
  const db = openDatabase(path, { readOnly: false });
  try {
    const [one, other] = db.prepare<{ id: number }>('SELECT id FROM segments ORDER BY id').all();
    db.prepare(
      `UPDATE columns SET (crc, data) = (SELECT crc, data FROM columns AS theirs
        WHERE theirs.segment = ? AND theirs.part = columns.part) WHERE segment = ?`,
    ).run(other?.id ?? 0, one?.id ?? 0);
    expect(() => answer(db, 'river')).toThrow(/columns \d+ is damaged \(its checksum differs\) of segment/);
  } finally {
    db.close();
  }
});
