import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { packLibrary } from '../../../electron/engine/packing/pack-library.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';
import { zipOf, type ZipPart } from '../../support/zip-of.ts';
import { dam, pack, strike, unpack } from './packed-libraries.ts';

let here: TemporaryLibrary;
let there: TemporaryLibrary;

beforeEach(async () => {
  here = new TemporaryLibrary();
  there = new TemporaryLibrary();
  here.write('2021/strike.txt', strike);
  here.write('dam.txt', dam);
  await here.open();
  await here.import();
  await here.tag('2021/strike.txt', 'Labour/Ports');
  await here.writer.addNote({ article: here.idAt('2021/strike.txt'), text: 'Call the union.' });
  await here.writer.addHighlight({
    article: here.idAt('dam.txt'),
    passage: { start: 0, end: 9, exact: 'Dam holds' },
    colour: 'green',
    note: 'the headline',
  });
  const filter = { tags: [], sources: [], untagged: false };
  const question = { query: 'dam', grammar: 'news', sort: 'newest', filter } as const;
  await here.writer.saveSearch({ name: 'The dam', question, seenUpTo: 9 });
  await here.writer.noteSearch({ question, found: 1 });
});

afterEach(async () => {
  await here.dispose();
  await there.dispose();
});

/** The code and the sentence that unpacking a file fails with. */
async function refusal(path: string): Promise<unknown> {
  const thrown: unknown = await unpack(path, there).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof FailureError)) throw new Error(`it was taken: ${String(thrown)}`);
  const { code, message } = thrown.failure;
  expect(existsSync(there.dir)).toBe(false);
  expect(readdirSync(there.root)).toEqual(['articles']);
  return [code, typeof message === 'string' ? message : message.say];
}

describe('a library that is packed while it is open', () => {
  it('opens elsewhere with all that was done in it, as another library', async () => {
    const done = await pack(here);
    expect(done).toMatchObject({ articles: 2, files: 0, missing: 0 });
    expect(readdirSync(here.root).sort()).toEqual(['articles', 'library', 'texts.mfpack']);
    expect(await unpack(done.path, there)).toMatchObject({ articles: 2, filesDir: null });
    await there.open();
    await there.writer.importFinished({});
    const [seen, original] = [there.contents(), here.contents()];
    expect(
      Object.values(seen).map(({ text, tags, notes, highlights }) => [text, tags, notes, highlights]),
    ).toEqual(
      Object.values(original).map(({ text, tags, notes, highlights }) => [text, tags, notes, highlights]),
    );
    expect(there.indexed()).toEqual([1, 2]);
    expect(there.libraryId()).not.toBe(here.libraryId());
    const counts = there.read((_reader, _texts, library) =>
      ['saved_searches', 'search_history'].map((table) =>
        library.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).get(),
      ),
    );
    expect(counts).toEqual([{ count: 1 }, { count: 0 }]);
    expect((await there.writer.check({ repair: false })).problems).toEqual([]);
  });

  it('finds its sources again by content where they are elsewhere', async () => {
    const { path } = await pack(here);
    await unpack(path, there);
    cpSync(here.folder, there.folder, { recursive: true });
    rmSync(here.folder, { recursive: true });
    await there.open();
    await there.writer.importFinished({});
    expect(await there.import()).toMatchObject({ added: 0 });
    const source = there.read((reader) => reader.sources()).find(({ path: at }) => at === here.folder);
    if (source === undefined) throw new Error('it has no source');
    expect(await there.writer.findSource({ source: source.id })).toEqual({ path: there.folder });
    await there.writer.relocateSource({ source: source.id, path: there.folder });
    await there.writer.importFinished({});
    const seen = Object.values(there.contents());
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(
      expect.objectContaining({
        paths: ['2021/strike.txt'],
        tags: ['Labour/Ports'],
        notes: ['Call the union.'],
      }),
    );
  });

  it('takes the files of its sources along', async () => {
    const { path, files } = await pack(here, 'sources');
    expect(files).toBe(2);
    const done = await unpack(path, there);
    const filesDir = `${there.dir} files`;
    expect(done).toMatchObject({ filesDir, files: 2 });
    const [id = ''] = readdirSync(filesDir);
    const folder = join(filesDir, id, basename(here.folder));
    expect(readFileSync(join(folder, '2021/strike.txt'), 'utf8')).toBe(strike);
    await there.open();
    await there.writer.importFinished({});
    const places = Object.values(there.contents()).flatMap(({ paths }) => paths);
    expect(places.sort()).toEqual([join(folder, '2021/strike.txt'), join(folder, 'dam.txt')]);
    expect(
      (await there.writer.rescan({ sources: [] })) ?? (await there.writer.importFinished({})),
    ).toMatchObject({
      unchanged: 2,
      added: 0,
      missing: 0,
    });
  });

  it('leaves nothing behind when it is given up', async () => {
    const aborting = new AbortController();
    const path = join(here.root, 'given-up.mfpack');
    const packing = packLibrary(
      libraryPaths(here.dir),
      { path, contents: 'sources' },
      { mark: 'test', signal: aborting.signal, progressed: () => aborting.abort(new Error('given up')) },
    );
    await expect(packing).rejects.toThrow();
    expect(readdirSync(here.root).sort()).toEqual(['articles', 'library']);
  });

  it('is not written into a source or into the library', async () => {
    const into = async (dir: string): Promise<unknown> =>
      await packLibrary(
        libraryPaths(here.dir),
        { path: join(dir, 'x.mfpack'), contents: 'texts' },
        { mark: 'test', signal: new AbortController().signal, progressed: () => undefined },
      );
    await expect(into(here.folder)).rejects.toThrow(/inside the source|export\.in-source/u);
    await expect(into(here.dir)).rejects.toThrow(/inside the folder of the library|export\.in-library/u);
  });
});

describe('a packed library from somebody else', () => {
  const manifest = { packed: 1, contents: 'texts', articles: 0, sources: [] };
  const file = (...parts: ZipPart[]): string => {
    const path = join(here.root, 'hostile.mfpack');
    writeFileSync(path, zipOf(...parts));
    return path;
  };
  const saying = (said: unknown): ZipPart => ({ name: 'microfiche.json', content: JSON.stringify(said) });

  it('is refused when it is none, damaged or newer', async () => {
    const path = join(here.root, 'other');
    writeFileSync(path, 'no archive');
    expect(await refusal(path)).toEqual(['bad-request', 'pack.not-one']);
    expect(await refusal(join(here.root, 'nothing'))).toEqual(['bad-request', 'pack.not-one']);
    expect(await refusal(file({ name: 'library.sqlite', content: '' }))).toEqual([
      'bad-request',
      'pack.not-one',
    ]);
    expect(await refusal(file(saying({ ...manifest, packed: 2 })))).toEqual(['library-newer', 'pack.newer']);
    expect(await refusal(file(saying({ packed: 1 })))).toEqual(['damaged', 'pack.damaged']);
    const whole = (await pack(here)).path;
    truncateSync(whole, 4_000);
    expect(await refusal(whole)).toEqual(['bad-request', 'pack.not-one']);
  });

  it('is refused when an entry leads outside, is twice in it, or is not as it was packed', async () => {
    for (const name of [
      '../library.sqlite',
      '/etc/passwd',
      'sources/1/../../x',
      'sources/1/a\\b',
      'notes.txt',
    ])
      expect(await refusal(file(saying(manifest), { name, content: 'x' })), name).toEqual([
        'damaged',
        'pack.damaged',
      ]);
    const twice = { name: 'library.sqlite', content: 'x' };
    expect(await refusal(file(saying(manifest), twice, twice))).toEqual(['damaged', 'pack.damaged']);
    const { path } = await pack(here);
    const bytes = readFileSync(path);
    // In the middle of the packed databases.
    const at = Math.floor(bytes.length / 3);
    bytes.writeUInt8((bytes[at] ?? 0) ^ 0x55, at);
    writeFileSync(path, bytes);
    expect(await refusal(path)).toEqual(['damaged', 'pack.damaged']);
  });

  it('is refused when a database in it would do something by itself, or is of a newer version', async () => {
    const { path } = await pack(here);
    await unpack(path, there);
    const spoilt = async (sql: string): Promise<unknown> => {
      const paths = libraryPaths(there.dir);
      const copy = join(here.root, 'copy.sqlite');
      cpSync(paths.library, copy);
      const db = openDatabase(copy, { readOnly: false });
      db.exec(`${sql}; PRAGMA wal_checkpoint(TRUNCATE)`);
      db.close();
      const other = new TemporaryLibrary();
      const packed = file(
        saying(manifest),
        { name: 'library.sqlite', content: readFileSync(copy) },
        { name: 'text.sqlite', content: readFileSync(paths.text) },
      );
      try {
        return await unpack(packed, other).then(
          () => 'taken',
          (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
        );
      } finally {
        expect(readdirSync(dirname(other.dir))).toEqual(['articles']);
        await other.dispose();
      }
    };
    expect(await spoilt('CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM tags; END')).toBe(
      'damaged',
    );
    expect(await spoilt('DROP TABLE labels; CREATE VIEW labels AS SELECT 1 AS article')).toBe('damaged');
    expect(await spoilt('PRAGMA user_version = 999')).toBe('library-newer');
  });
});
