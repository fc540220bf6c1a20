import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chosenFor } from '../../../../electron/engine/library/sources/chosen-encodings.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
const guessed = 'Ivo je rekao da će šteta biti veća, a Željko da neće.';
const bytes = iconv.encode(guessed, 'windows-1250');

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open();
});

afterEach(() => library.dispose());

function texts(): Record<string, string> {
  return Object.fromEntries(
    Object.values(library.contents()).map(({ paths, text }) => [paths[0] ?? '', text]),
  );
}

test('the innermost choice counts', () => {
  const chosen = [
    { path: '/a', encoding: 'koi8-r' },
    { path: '/a/b', encoding: 'cp866' },
    { path: '/a/bc.txt', encoding: 'utf-8' },
  ];
  const paths = ['/a/x.txt', '/a/b/x.txt', '/a/bc.txt', '/ab'];
  expect(paths.map((path) => chosenFor(path, chosen))).toEqual(['koi8-r', 'cp866', 'utf-8', null]);
});

test('a file is read again in the encoding that a person chooses, and by later imports too', async () => {
  library.write('one.txt', bytes);
  library.write('two.txt', 'plain');
  await library.import();
  expect(texts()).toEqual({ 'one.txt': guessed, 'two.txt': 'plain' });
  const path = library.path('one.txt');
  expect(await library.writer.chooseEncoding({ path, encoding: 'windows-1251' })).toEqual({ files: 1 });
  await library.writer.importFinished({});
  const read = iconv.decode(bytes, 'windows-1251');
  expect(texts()).toEqual({ 'one.txt': read, 'two.txt': 'plain' });
  expect(library.read((reader) => reader.chosenEncodings())).toEqual([{ path, encoding: 'windows-1251' }]);

  await library.import();
  expect(texts()).toMatchObject({ 'one.txt': read });
  await library.close();
  await library.open();
  library.write('one.txt', Buffer.concat([bytes, Buffer.from(' Tako.')]));
  await library.import();
  expect(texts()).toMatchObject({ 'one.txt': `${read} Tako.` });

  await library.writer.chooseEncoding({ path, encoding: null });
  await library.writer.importFinished({});
  expect(texts()).toMatchObject({ 'one.txt': `${guessed} Tako.` });
});

test('a choice for a source is one for all its files, and goes with it', async () => {
  library.write('one.txt', bytes);
  await library.import();
  const [source] = library.read((reader) => reader.sources());
  await library.writer.chooseEncoding({ path: library.folder, encoding: 'koi8-r' });
  await library.writer.importFinished({});
  expect(texts()).toEqual({ 'one.txt': iconv.decode(bytes, 'koi8-r') });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ encoding: 'koi8-r' }]);
  if (source !== undefined) await library.writer.removeSource({ source: source.id });
  expect(library.read((reader) => reader.chosenEncodings())).toEqual([]);
});

test('nothing is chosen for what is in no source', async () => {
  await expect(library.writer.chooseEncoding({ path: '/nowhere', encoding: 'koi8-r' })).rejects.toMatchObject(
    { failure: { code: 'not-found' } },
  );
});
