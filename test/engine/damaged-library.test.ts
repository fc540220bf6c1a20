import { word } from '../../electron/words/word.ts';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../electron/engine/create-engine.ts';
import { libraryPaths, type LibraryPaths } from '../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import { seededRandom } from '../parity/random-corpus.ts';
import { threadsUrl } from '../support/bundles.ts';

const articles = 120;
const things = ['ferry', 'crane', 'lock', 'quay', 'lighthouse', 'pilot'];
const queries = [
  'harbour',
  'ferry',
  '"sold the crane"',
  'qua*',
  'lighthouse~1',
  'tag:kept',
  'number',
  'pilot OR lock',
];

/** A sound library, copied for each test, with the answers to `queries` before anything was damaged. */
let sound = '';
let answers: readonly (readonly number[])[] = [];
let root = '';
let paths: LibraryPaths;
let engine: Engine | null = null;
let notices: string[] = [];

async function open(dir: string): Promise<Engine> {
  notices = [];
  engine = await createEngine({
    libraryDir: dir,
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
  engine.on('noticed', ({ message }) => notices.push(word(message)));
  notices.push(...(await engine.api.status({})).notices.map(word));
  return engine;
}

/** Opens a library and waits until its index has been built anew. */
async function openRebuilt(dir: string): Promise<Engine> {
  const opened = await open(dir);
  await opened.api.importFinished({});
  return opened;
}

async function close(): Promise<void> {
  const closing = engine;
  engine = null;
  await closing?.close();
}

async function find({ api }: Engine, query: string): Promise<number[]> {
  const filter = { tags: [], sources: [], untagged: false };
  const request = {
    query,
    grammar: 'news',
    sort: 'oldest',
    filter,
    offset: 0,
    limit: 200,
    typing: false,
  } as const;
  return (await api.search(request)).hits.map(({ id }) => Number(id)).sort((a, b) => a - b);
}

async function findAll(opened: Engine): Promise<number[][]> {
  const found: number[][] = [];
  for (const query of queries) found.push(await find(opened, query));
  return found;
}

/** Flips one bit at each of some places of a file. */
function flipBits(path: string, random: () => number, flips: number, from = 0): void {
  const bytes = readFileSync(path);
  for (let nth = 0; nth < flips; nth += 1) {
    const at = from + Math.floor(random() * (bytes.length - from));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  writeFileSync(path, bytes);
}

function truncate(path: string, share: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * share)));
}

beforeAll(async () => {
  sound = mkdtempSync(join(tmpdir(), 'microfiche-damage-'));
  const folder = join(sound, 'articles');
  mkdirSync(folder);
  for (let nth = 0; nth < articles; nth += 1) {
    const thing = things[nth % things.length] ?? '';
    const text = `The ${thing} number ${nth}\n\nThe harbour sold the ${thing} number ${nth} on Monday, ${'its owner said. '.repeat(nth % 9)}\n`;
    writeFileSync(join(folder, `${String(nth).padStart(4, '0')}.txt`), text);
  }
  const opened = await open(join(sound, 'library'));
  await opened.api.addSources({ paths: [folder] });
  await opened.api.importFinished({});
  const selection = { ids: [] };
  await opened.api.setTags({ selection, add: [], remove: [] });
  const filter = { tags: [], sources: [], untagged: false };
  const request = {
    query: 'crane',
    grammar: 'news',
    sort: 'oldest',
    filter,
    offset: 0,
    limit: 1,
    typing: false,
  } as const;
  const { resultSet } = await opened.api.search(request);
  await opened.api.setTags({ selection: { resultSet, except: [] }, add: ['kept'], remove: [] });
  answers = await findAll(opened);
  await close();
  // A second opening leaves a backup that holds the tags.
  const db = openDatabase(libraryPaths(join(sound, 'library')).library, {
    readOnly: false,
    journal: 'delete',
  });
  db.exec(`UPDATE meta SET value = 0 WHERE key = 'backedUpAtMs'`);
  db.close();
  await open(join(sound, 'library'));
  await close();
});

afterAll(() => rmSync(sound, { recursive: true }));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'microfiche-damage-'));
  paths = libraryPaths(join(root, 'library'));
  mkdirSync(join(paths.dir, 'backups'), { recursive: true });
  for (const file of readdirSync(join(sound, 'library'))) {
    if (file.endsWith('.sqlite')) copyFileSync(join(sound, 'library', file), join(paths.dir, file));
  }
  for (const file of readdirSync(join(sound, 'library/backups'))) {
    copyFileSync(join(sound, 'library/backups', file), join(paths.backups, file));
  }
});

afterEach(async () => {
  await close();
  rmSync(root, { recursive: true });
});

async function expectWhole(opened: Engine): Promise<void> {
  expect(await findAll(opened)).toEqual(answers);
  await opened.api.importFinished({});
  expect(await opened.api.check({ repair: false })).toEqual({ ok: true, problems: [] });
}

describe('a damaged index.sqlite', () => {
  it.each([0, 0.1, 0.5, 0.9])('that was cut off after %f of it is built anew by itself', async (share) => {
    truncate(paths.index, share);
    await expectWhole(await openRebuilt(paths.dir));
  });

  it('that is a text, or a folder, or of a newer version, is built anew by itself, and said', async () => {
    writeFileSync(paths.index, 'Shopping list\n'.repeat(500));
    await expectWhole(await openRebuilt(paths.dir));
    expect(notices.join()).toContain('built anew');
    await close();

    rmSync(paths.index);
    mkdirSync(paths.index);
    writeFileSync(join(paths.index, 'mine.txt'), 'mine');
    await expectWhole(await openRebuilt(paths.dir));
    expect(notices.join()).toContain('put aside');
    const aside = readdirSync(paths.dir).find((name) => name.startsWith('index.sqlite.damaged'));
    expect(readdirSync(join(paths.dir, aside ?? ''))).toEqual(['mine.txt']);
    await close();

    const index = openDatabase(paths.index, { readOnly: false, journal: 'delete' });
    index.exec(`UPDATE meta SET value = 99 WHERE key = 'version'`);
    index.close();
    await expectWhole(await openRebuilt(paths.dir));
    expect(notices.join()).toContain('built anew');
  });
});

describe('a damaged text.sqlite', () => {
  it('with flipped bits keeps what can be read, and reads the rest again when it is repaired', async () => {
    const random = seededRandom(5);
    for (let round = 0; round < 6; round += 1) {
      flipBits(paths.text, random, 3, 100);
      const opened = await open(paths.dir);
      await opened.api.check({ repair: true });
      await opened.api.importFinished({});
      await expectWhole(opened);
      await close();
    }
  });

  it.each([0.05, 0.5, 0.9])('that was cut off after %f of it is put aside and read again', async (share) => {
    truncate(paths.text, share);
    const opened = await open(paths.dir);
    await opened.api.check({ repair: true });
    await expectWhole(opened);
    await close();
    expect(readdirSync(paths.dir).some((name) => name.startsWith('text.sqlite.damaged'))).toBe(true);
  });
});

describe('a damaged library.sqlite', () => {
  const refusal = async (): Promise<string> => {
    try {
      const opened = await open(paths.dir);
      await findAll(opened);
      const { ok, problems } = await opened.api.check({ repair: true });
      return ok ? '' : problems.map(word).join('\n');
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  it.each([0.05, 0.5])(
    'that was cut off after %f of it is named with the newest backup, which brings it back',
    async (share) => {
      truncate(paths.library, share);
      const before = readFileSync(paths.library);
      const said = await refusal();
      const newest = join(paths.backups, readdirSync(paths.backups).sort().at(-1) ?? '');
      expect(said).toContain(paths.library);
      expect(said).toContain(newest);
      expect(said).toContain(`copy the backup to ${paths.library}`);
      await close();
      expect(readFileSync(paths.library).equals(before)).toBe(true);

      rmSync(paths.library);
      rmSync(`${paths.library}-wal`, { force: true });
      copyFileSync(newest, paths.library);
      await expectWhole(await open(paths.dir));
    },
  );

  it('with a damaged header is named with the newest backup', async () => {
    const bytes = readFileSync(paths.library);
    bytes.fill(0x55, 0, 64);
    writeFileSync(paths.library, bytes);
    expect(await refusal()).toContain('The newest backup is');
    expect(readFileSync(paths.library).equals(bytes)).toBe(true);
  });

  it('never drives a sound backup out', async () => {
    const db = openDatabase(paths.library, { readOnly: false, journal: 'delete' });
    db.exec(`UPDATE meta SET value = 0 WHERE key = 'backedUpAtMs'`);
    db.close();
    const bytes = readFileSync(paths.library);
    bytes.fill(0x55, 4096 * 8, 4096 * 9);
    writeFileSync(paths.library, bytes);
    const before = readdirSync(paths.backups);
    await refusal();
    await close();
    expect(readdirSync(paths.backups)).toEqual(before);
  });
});

it.each(['library', 'text', 'index'] as const)(
  'a crash whose log of %s.sqlite was thrown away costs no article',
  async (name) => {
    const opened = await open(paths.dir);
    writeFileSync(join(root, 'new.txt'), 'The tug number 999\n\nThe harbour sold the tug number 999.\n');
    await opened.api.addSources({ paths: [join(root, 'new.txt')] });
    await opened.api.importFinished({});
    const copy = join(root, 'copy');
    mkdirSync(copy);
    for (const file of readdirSync(paths.dir)) {
      const isLog = file === `${name}.sqlite-wal` || file === `${name}.sqlite-shm`;
      if (file.includes('.sqlite') && !file.startsWith('lock') && !isLog)
        copyFileSync(join(paths.dir, file), join(copy, file));
    }
    await close();
    const again = await open(copy);
    await again.api.addSources({ paths: [join(root, 'new.txt')] });
    await again.api.importFinished({});
    await again.api.check({ repair: true });
    await again.api.importFinished({});
    expect(await find(again, 'tug')).toHaveLength(1);
    expect(await again.api.check({ repair: false })).toEqual({ ok: true, problems: [] });
    expect(await find(again, 'tag:kept')).toHaveLength(articles / things.length);
    expect(existsSync(copy)).toBe(true);
  },
);
