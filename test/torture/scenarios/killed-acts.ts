import { word } from '../../../electron/words/word.ts';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { checkout } from '../../../electron/dev/checkout.ts';
import { listBackups } from '../../../electron/engine/library/files/backup.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';
import { killInAct, type ActName } from '../killed-act.ts';
import { differences, plainly, sampleLibrary, seenIn } from '../sample-library.ts';
import { always, draw, type Scenario } from '../trial.ts';

type Killed = Readonly<{
  name: string;
  act: ActName;
  /** Makes the library that the act is done to, which is the same each time. */
  prepare: (root: string) => Promise<TemporaryLibrary>;
  /** The act only mends: what it left undone is there after the next opening. */
  isMended: boolean;
  check?: (library: TemporaryLibrary) => string[];
}>;

const pageBytes = 16_384;

function overwrite(path: string, page: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(pageBytes, 0x55), 0, pageBytes, (page - 1) * pageBytes);
  closeSync(file);
}

function rootOf(path: string, table: string): number {
  const db = openDatabase(path, { readOnly: true });
  try {
    const sql = 'SELECT rootpage FROM sqlite_schema WHERE name = ?';
    return db.prepare<{ rootpage: number }>(sql).get(table)?.rootpage ?? 1;
  } finally {
    db.close();
  }
}

/** Its files are away, so that a text which is lost stays lost. */
async function damagedTexts(root: string): Promise<TemporaryLibrary> {
  const library = await sampleLibrary(root);
  const { text } = libraryPaths(library.dir);
  overwrite(text, rootOf(text, 'texts'));
  renameSync(library.folder, `${library.folder}-away`);
  return new TemporaryLibrary(library.root);
}

async function damagedLibrary(root: string): Promise<TemporaryLibrary> {
  const library = await sampleLibrary(root);
  writeFileSync(
    libraryPaths(library.dir).library,
    Buffer.concat([Buffer.alloc(100, 0x55), readFileSync(libraryPaths(library.dir).library).subarray(100)]),
  );
  return library;
}

async function damagedIndex(root: string): Promise<TemporaryLibrary> {
  const library = await sampleLibrary(root);
  const db = openDatabase(libraryPaths(library.dir).index, { readOnly: false });
  db.exec(`UPDATE columns SET data = x'00'`);
  db.close();
  return library;
}

async function noIndex(root: string): Promise<TemporaryLibrary> {
  const library = await sampleLibrary(root);
  rmSync(libraryPaths(library.dir).index);
  return library;
}

async function olderVersion(root: string): Promise<TemporaryLibrary> {
  rmSync(join(root, 'work'), { recursive: true, force: true });
  const library = new TemporaryLibrary(join(root, 'work'));
  mkdirSync(library.dir, { recursive: true });
  for (const name of ['library', 'text', 'index']) {
    const packed = readFileSync(
      join(checkout, 'test/fixtures/library-2-text-2-index-4', `${name}.sqlite.br`),
    );
    writeFileSync(join(library.dir, `${name}.sqlite`), brotliDecompressSync(packed));
  }
  return library;
}

const many = 50_000;

/** Articles without a text are enough for acts on tags. */
async function manyTagged(root: string): Promise<TemporaryLibrary> {
  rmSync(join(root, 'work'), { recursive: true, force: true });
  const library = new TemporaryLibrary(join(root, 'work'));
  await library.open(plainly);
  await library.close();
  const db = openDatabase(libraryPaths(library.dir).library, { readOnly: false });
  db.exec(`WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${many})
    INSERT INTO articles (id, sha256, encoding, change) SELECT id, randomblob(32), 'utf-8', 0 FROM n;
    UPDATE meta SET value = ${many} WHERE key = 'articles';
    UPDATE meta SET value = ${many + 1} WHERE key = 'nextArticle'`);
  db.close();
  await library.open(plainly);
  const ids = Uint32Array.from({ length: many }, (_, nth) => nth + 1);
  await library.writer.setTags({ ids, add: ['all'], remove: [] });
  await library.writer.setTags({ ids, add: ['every', 'one'], remove: ['all'] });
  await library.close();
  return library;
}

function soundBackups(library: TemporaryLibrary): string[] {
  return listBackups(libraryPaths(library.dir).backups).flatMap((path) => {
    const db = openDatabase(path, { readOnly: true, immutable: true });
    try {
      const said = db.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check;
      return said === 'ok' ? [] : [`${path} is not sound: ${said ?? ''}`];
    } finally {
      db.close();
    }
  });
}

const killed: readonly Killed[] = [
  { name: 'repair of texts', act: 'repair', prepare: damagedTexts, isMended: true },
  { name: 'repair of the library', act: 'open', prepare: damagedLibrary, isMended: true },
  { name: 'repair of the index', act: 'repair', prepare: damagedIndex, isMended: true },
  { name: 'rebuild', act: 'open', prepare: noIndex, isMended: true },
  { name: 'migration', act: 'open', prepare: olderVersion, isMended: true },
  { name: 'optimize', act: 'optimize', prepare: sampleLibrary, isMended: true },
  { name: 'backup', act: 'backup', prepare: sampleLibrary, isMended: true, check: soundBackups },
  { name: 'merge of tags', act: 'merge', prepare: sampleLibrary, isMended: false },
  { name: 'undo of 50,000', act: 'undo', prepare: manyTagged, isMended: false },
];

/** What the acts lead to when nobody kills them, and how long they take: the same in each trial. */
const known = new Map<
  string,
  Readonly<{ before: readonly string[]; after: readonly string[]; tookMs: number }>
>();

function summed(library: TemporaryLibrary): string[] {
  if (library.read((reader) => reader.counts().articles) < many) return seenIn(library);
  return library.read((reader) => reader.tags().map(({ name, articles }) => `${name}: ${articles}`));
}

async function unkilled(kill: Killed, root: string): Promise<ReturnType<typeof known.get> & object> {
  const before = known.get(kill.name);
  if (before !== undefined) return before;
  const prepared = await kill.prepare(root);
  const first = kill.isMended ? [] : summed(prepared);
  const { tookMs } = await killInAct(kill.act, prepared.root, null);
  const found = { before: first, after: summed(prepared), tookMs };
  known.set(kill.name, found);
  return found;
}

/** An act whose process is killed is done whole, or not at all; what mends goes on at the next opening. */
export const killedActs: readonly Scenario[] = killed.map((kill) => ({
  name: `killed in ${kill.name}`,
  weight: kill.name === 'undo of 50,000' ? 1 : 2,
  unable: always,
  run: async ({ dir, random }) => {
    const { before, after, tookMs } = await unkilled(kill, dir);
    const library = await kill.prepare(dir);
    const { killed: wasKilled } = await killInAct(kill.act, library.root, draw(random, Math.ceil(tookMs)));
    const what = `${kill.name}${wasKilled ? '' : ', done before'}`;
    const problems = kill.check?.(library) ?? [];
    try {
      await library.open({ ...plainly, salvage: true });
      if (kill.isMended) await library.writer.check({ repair: true });
      await library.writer.importFinished({});
      const isLarge = kill.act === 'undo';
      const left = isLarge ? [] : (await library.writer.check({ repair: false })).problems;
      problems.push(...left.map((problem) => `check says: ${word(problem)}`));
    } finally {
      await library.close();
    }
    const found = summed(library);
    const apart = differences(after, found);
    const isBefore = !kill.isMended && differences(before, found).length === 0;
    if (apart.length > 0 && !isBefore) problems.push([`${kill.name} is half done:`, ...apart].join('\n'));
    return { what, problems };
  },
}));
