import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Format } from '../../../../electron/engine/ingest/formats/format-reader.ts';
import { FormatTable } from '../../../../electron/engine/ingest/formats/format-table.ts';
import { txt } from '../../../../electron/engine/ingest/formats/text/txt.ts';
import { ingestHere } from '../../../../electron/engine/ingest/ingest-pool.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

const plain: Format = { name: 'txt', extensions: ['txt'], load: async () => txt };

/** A page between two lines of signs, of which only the part between them is the article. */
const framed: Format = {
  name: 'framed',
  extensions: ['frm'],
  opening: /^\*{3}/,
  load: async () => ({
    holds: 'one',
    sniff: (input) => (input.head().toString('latin1', 0, 3) === '***' ? 0.9 : 0),
    read: (input) => {
      const [, body = ''] = input.whole().toString('utf8').split('***');
      return [
        {
          key: null,
          text: [{ kind: 'body', text: body.trim() }],
          said: { headline: 'Framed' },
          encoding: 'utf-8',
          original: 'text',
        },
      ];
    },
  }),
};

async function open(...formats: Format[]): Promise<void> {
  const table = new FormatTable(formats);
  await library.open({
    openPool: () => ingestHere({ formats: table, maxFileBytes: 1_000_000, today: '2021-07-26' }),
  });
}

test('the content of a file says its format, whatever its name', async () => {
  await open(plain, framed);
  library.write('a.txt', '*** Inside *** outside');
  library.write('b.frm', '*** Also inside *** outside');
  library.write('c.txt', 'Plain words');
  await library.import();
  expect(
    Object.values(library.contents())
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Framed\n\nAlso inside', 'Framed\n\nInside', 'Plain words']);
});

test('a file that no reader is sure of at all is listed, and one of a kind that none is for is passed over', async () => {
  await open(framed);
  library.write('a.frm', 'no frame');
  library.write('b.txt', 'Plain words');
  expect(await library.import()).toMatchObject({ seen: 1, failed: 1 });
  expect(library.failures()).toEqual({ 'a.frm': 'unsupported' });
});

test('a single file that vanished from a folder that is there has not gone away with its source', async () => {
  await open(framed);
  const path = library.write('a.frm', '*** Inside *** outside');
  await library.import([path]);
  library.remove('a.frm');
  await library.writer.rescan({ sources: [] });
  expect(await library.writer.importFinished({})).toMatchObject({ missing: 1 });
  expect(library.read((reader) => reader.sources())).toMatchObject([{ away: false, missing: 1 }]);
});

test('of plain words only formats of their name or opening are loaded', async () => {
  const loaded: string[] = [];
  const watched = (format: Format): Format => ({
    ...format,
    load: async () => {
      loaded.push(format.name);
      return (await format.load?.()) ?? txt;
    },
  });
  await open(watched(plain), watched(framed));
  library.write('c.txt', 'Plain words');
  await library.import();
  expect(loaded).toEqual(['txt']);
  library.write('d.txt', 'Words with <b>markup</b>');
  await library.import();
  expect(loaded).toEqual(['txt', 'framed']);
});
