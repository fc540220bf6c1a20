import { renameSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Source } from '../../../electron/contract/archive-api.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

const sources = () => library.read((reader) => reader.sources());

function only(found: readonly Source[]): Source {
  const [source] = found;
  if (source === undefined) throw new Error('there is no source');
  return source;
}

/** A library of the folder `src`, which then is renamed to `to`. */
async function openMoved(to: string): Promise<Source> {
  library.write('press/src/one.txt', 'First story of the archive');
  library.write('press/src/deep/two.txt', 'Second story of the archive');
  await library.open();
  await library.import([library.path('press/src')]);
  await library.tag('press/src/one.txt', 'Water');
  renameSync(library.path('press/src'), library.path(to));
  await library.writer.rescan({ sources: [] });
  await library.writer.importFinished({});
  return only(sources());
}

test('a folder that comes back while the library is open is seen and read again', async () => {
  library.write('src/one.txt', 'First story');
  await library.open({ lookEveryMs: 5 });
  await library.import([library.path('src')]);
  renameSync(library.path('src'), library.path('away'));
  await vi.waitFor(() => expect(only(sources()).away).toBe(true), 10_000);
  library.write('away/two.txt', 'Second story');
  renameSync(library.path('away'), library.path('src'));
  await vi.waitFor(() => expect(only(sources())).toMatchObject({ away: false, articles: 2 }), 10_000);
});

test('a folder that was renamed is found by what is in it, and its articles keep what people did', async () => {
  const source = await openMoved('press/zsrc');
  library.write('press/other/one.txt', 'Another story in a file of the same name');
  expect(source.away).toBe(true);
  expect(await library.writer.findSource({ source: source.id })).toEqual({
    path: library.path('press/zsrc'),
  });

  await library.writer.relocateSource({ source: source.id, path: library.path('press/zsrc') });
  await library.writer.importFinished({});
  expect(only(sources())).toMatchObject({ path: library.path('press/zsrc'), away: false, articles: 2 });
  expect(Object.values(library.contents())).toMatchObject([
    { paths: ['press/zsrc/one.txt'], tags: ['Water'], missing: false },
    { paths: ['press/zsrc/deep/two.txt'], tags: [], missing: false },
  ]);
  expect(await library.writer.check({ repair: false })).toMatchObject({ ok: true });
});

test('a folder is found too when one around it was renamed', async () => {
  library.write('years/press/src/one.txt', 'First story');
  await library.open();
  await library.import([library.path('years/press/src')]);
  renameSync(library.path('years'), library.path('decades'));
  await library.writer.rescan({ sources: [] });
  await library.writer.importFinished({});
  const { id } = only(sources());
  expect(await library.writer.findSource({ source: id })).toEqual({
    path: library.path('decades/press/src'),
  });
});

test('a source that was added at its new place already takes the old one over', async () => {
  const old = await openMoved('press/zsrc');
  const path = library.path('press/zsrc');
  await library.import([path]);
  const now = sources().find((source) => source.path === path);
  expect(await library.writer.findSource({ source: old.id })).toEqual({ path });
  await library.writer.relocateSource({ source: old.id, path });
  await library.writer.importFinished({});
  expect(sources().map(({ id }) => id)).toEqual([now?.id]);
  expect(Object.values(library.contents()).map(({ paths, missing }) => [paths, missing])).toEqual([
    [['press/zsrc/one.txt'], false],
    [['press/zsrc/deep/two.txt'], false],
  ]);
  expect(await library.writer.check({ repair: false })).toMatchObject({ ok: true });
});

test('what people chose for the encoding of files goes with a folder that was moved', async () => {
  const bytes = iconv.encode('Ivo je rekao da će šteta biti veća, a Željko da neće.', 'windows-1250');
  library.write('src/one.txt', bytes);
  library.write('src/deep/two.txt', Buffer.concat([bytes, Buffer.from(' Tako.')]));
  library.write('src/own/three.txt', 'plain');
  await library.open();
  await library.import([library.path('src/own')]);
  await library.import([library.path('src')]);
  const choose = async (path: string, encoding: string): Promise<void> => {
    await library.writer.chooseEncoding({ path: library.path(path), encoding });
    await library.writer.importFinished({});
  };
  await choose('src', 'windows-1252');
  await choose('src/deep/two.txt', 'windows-1251');
  await choose('src/own', 'koi8-r');
  const chosen = () =>
    library.read((reader) => reader.chosenEncodings().map(({ path, encoding }) => [path, encoding]));
  const { id } = sources().find(({ path }) => path === library.path('src')) ?? {};
  if (id === undefined) throw new Error('the source is gone');

  renameSync(library.path('src'), library.path('moved'));
  await library.writer.relocateSource({ source: id, path: library.path('moved') });
  await library.writer.importFinished({});
  expect(chosen()).toEqual([
    [library.path('moved'), 'windows-1252'],
    [library.path('moved/deep/two.txt'), 'windows-1251'],
    [library.path('src/own'), 'koi8-r'],
  ]);
  expect(sources().find((source) => source.id === id)).toMatchObject({ encoding: 'windows-1252' });

  const longer = Buffer.concat([bytes, Buffer.from(' Da.')]);
  library.write('moved/one.txt', longer);
  library.write('moved/deep/two.txt', longer);
  await library.writer.rescan({ sources: [id] });
  await library.writer.importFinished({});
  const texts = Object.values(library.contents()).map(({ paths, text }) => [paths[0], text]);
  expect(Object.fromEntries(texts)).toMatchObject({
    'moved/one.txt': iconv.decode(longer, 'windows-1252'),
    'moved/deep/two.txt': iconv.decode(longer, 'windows-1251'),
  });
});

test('a folder without the files of a source, or inside another source, is refused', async () => {
  const source = await openMoved('press/zsrc');
  library.write('else/three.txt', 'Third story');
  await expect(
    library.writer.relocateSource({ source: source.id, path: library.path('else') }),
  ).rejects.toMatchObject({ failure: { code: 'not-found' } });
  await library.import([library.path('press')]);
  await expect(
    library.writer.relocateSource({ source: source.id, path: join(library.path('press'), 'zsrc') }),
  ).rejects.toMatchObject({ failure: { code: 'bad-request' } });
});
