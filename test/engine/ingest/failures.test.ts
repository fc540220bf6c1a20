import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readableFormats as formats } from '../../../electron/engine/ingest/formats/readable-formats.ts';
import { FileIngester } from '../../../electron/engine/ingest/ingest-file.ts';
import { ingestHere } from '../../../electron/engine/ingest/ingest-pool.ts';
import type { IngestResult } from '../../../electron/engine/ingest/ingested-batch.ts';
import { noTexts } from '../../../electron/engine/library/texts/text-packer.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

test('bad files cost a line each, and the import goes on', async () => {
  await library.open();
  library.write('a-empty.txt', '');
  library.write('b-white.txt', ' \n\t\n');
  library.write(
    'c-binary.txt',
    Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251),
  );
  library.write('d-large.txt', 'word '.repeat(300_000));
  symlinkSync('nowhere.txt', library.path('e-broken.txt'));
  symlinkSync('f-itself.txt', library.path('f-itself.txt'));
  symlinkSync('.', library.path('g-loop'));
  library.write('z-good.txt', 'A good story');
  expect(await library.import()).toMatchObject({ seen: 8, done: 8, added: 1, failed: 7 });
  expect(library.failures()).toEqual({
    'a-empty.txt': 'empty',
    'b-white.txt': 'empty',
    'c-binary.txt': 'binary',
    'd-large.txt': 'too-large',
    'e-broken.txt': 'unreadable',
    'f-itself.txt': 'link-loop',
    'g-loop': 'link-loop',
  });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ articles: 1, failed: 7 }]);
});

test('a file that failed never counts as imported, at whichever scan', async () => {
  const binary = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251);
  await library.open();
  library.write('good.txt', 'A good story');
  library.write('bad.txt', binary);
  expect(await library.import()).toMatchObject({ seen: 2, added: 1, unchanged: 0, failed: 1 });
  expect(await library.import()).toMatchObject({ seen: 2, added: 0, unchanged: 1, failed: 1 });
  // One that was read before keeps its article, and counts as failed nevertheless.
  library.write('good.txt', binary);
  const counts = { added: 0, updated: 0, unchanged: 0, duplicates: 0, failed: 2 };
  expect(await library.import()).toMatchObject(counts);
  expect(await library.import()).toMatchObject(counts);
  expect(Object.keys(library.failures()).sort()).toEqual(['bad.txt', 'good.txt']);
  expect(library.read((reader) => reader.sources())).toMatchObject([{ articles: 1, failed: 2 }]);
  expect(Object.values(library.contents())).toMatchObject([{ text: 'A good story' }]);
});

test('a file that is gone between the listing and the reading is listed as vanished', async () => {
  const path = library.path('gone.txt');
  const results = new FileIngester().ingest(
    { path, name: 'gone.txt', known: null, encoding: null },
    { formats, maxFileBytes: 10, today: '2021-07-26' },
  );
  for await (const result of results) expect(result).toMatchObject({ kind: 'failed', code: 'vanished' });
});

test('a folder that is reached by two links is read once', async () => {
  await library.open();
  library.write('real/one.txt', 'A good story');
  symlinkSync('real', library.path('a-link'));
  symlinkSync('real', library.path('b-link'));
  expect(await library.import()).toMatchObject({ seen: 1, added: 1, duplicates: 0, failed: 0 });
  expect(Object.values(library.contents())).toMatchObject([{ paths: ['real/one.txt'] }]);
});

test('a linked folder outside of the source is read', async () => {
  await library.open();
  library.write('source/one.txt', 'A good story');
  library.write('elsewhere/two.txt', 'Another story');
  symlinkSync('../elsewhere', library.path('source/link'));
  expect(await library.import([library.path('source')])).toMatchObject({ added: 2, failed: 0 });
});

test('a file given by name that no reader knows fails as unsupported', async () => {
  await library.open();
  expect(await library.import([library.write('page.docx', 'text')])).toMatchObject({ added: 0, failed: 1 });
  expect(library.failures()).toEqual({ 'page.docx': 'unsupported' });
});

test('a path that is not there is refused before anything is added', async () => {
  await library.open();
  const adding = library.writer.addSources({ paths: [library.folder, library.path('nowhere')] });
  await expect(adding).rejects.toMatchObject({ failure: { code: 'not-found' } });
  expect(library.read((reader) => reader.sources())).toEqual([]);
});

test('a failure is forgotten when the file succeeds, and when it is gone', async () => {
  await library.open();
  library.write('one.txt', '');
  library.write('two.txt', '');
  await library.import();
  library.write('one.txt', 'Now it has text');
  library.remove('two.txt');
  await library.import();
  expect(library.failures()).toEqual({});
});

test('a file that fails after it was an article leaves the article as it was', async () => {
  await library.open();
  library.write('one.txt', 'First story');
  await library.import();
  library.write('one.txt', '');
  expect(await library.import()).toMatchObject({ failed: 1, missing: 0 });
  expect(Object.values(library.contents())).toMatchObject([{ text: 'First story', missing: false }]);
  expect(library.failures()).toEqual({ 'one.txt': 'empty' });
});

test('retrying reads the failed files alone, and marks nothing as missing', async () => {
  await library.open();
  library.write('one.txt', 'First story');
  library.write('two.txt', '');
  await library.import();
  library.remove('one.txt');
  library.write('two.txt', 'Second story');
  await library.writer.retryFailures({ failures: [] });
  expect(await library.writer.importFinished({})).toMatchObject({ seen: 1, added: 1, missing: 0 });
  expect(library.failures()).toEqual({});
});

test('a file that timed out is read again by the next scan, and by a retry', async () => {
  const here = ingestHere({ formats, maxFileBytes: 1000, today: '2021-07-26' });
  let reads = 0;
  await library.open({
    openPool: () => ({
      ...here,
      ingest: async (files, take) => {
        reads += files.length;
        const results = files.map(({ path }): IngestResult => {
          const times = { size: 4, modifiedMs: Date.UTC(2021, 0, 1, 0, 1) };
          return {
            kind: 'failed',
            path,
            code: 'timed-out',
            reason: 'it takes more than 30 s of a processor',
            ...times,
          };
        });
        await take({ results, segment: null, texts: noTexts() });
      },
    }),
  });
  library.write('slow.txt', 'slow');
  await library.import();
  expect(await library.import()).toMatchObject({ done: 1, failed: 1 });
  expect(reads).toBe(2);
  await library.writer.retryFailures({ failures: [] });
  await library.writer.importFinished({});
  expect(reads).toBe(3);
});

test('a file that was being read when the program ended twice is not read a third time', async () => {
  library.write('bad.txt', 'bad');
  library.write('good.txt', 'good');
  for (let time = 0; time < 2; time += 1) {
    await library.open();
    await library.close();
    library.leaveCrashJournal('bad.txt');
  }
  await library.open();
  expect(await library.import()).toMatchObject({ added: 1, failed: 1 });
  expect(library.failures()).toEqual({ 'bad.txt': 'crashed' });
  await library.writer.retryFailures({ failures: [] });
  expect(await library.writer.importFinished({})).toMatchObject({ added: 1, failed: 0 });
});
