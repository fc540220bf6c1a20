import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId, type ArticleId } from '../../../electron/contract/ids.ts';
import type { ImportProgress } from '../../../electron/contract/archive-api.ts';
import { txt } from '../../../electron/engine/ingest/formats/text/txt.ts';
import { FormatTable } from '../../../electron/engine/ingest/formats/format-table.ts';
import { ingestHere, type IngestPool } from '../../../electron/engine/ingest/ingest-pool.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';
import { toy, toyOf } from '../../support/toy-format.ts';

let library: TemporaryLibrary;
const table = new FormatTable([toy]);

function openPool(): IngestPool {
  return ingestHere({ formats: table, maxFileBytes: 10_000_000, today: '2021-07-26' });
}

beforeEach(async () => {
  library = new TemporaryLibrary();
  await library.open({ openPool });
});

afterEach(() => library.dispose());

const ferry = 'The ferry to the islands stopped on Friday and will not sail before June';
const dam = 'Engineers opened two gates of the dam after a night of heavy rain in the hills';
const strike = 'Dockers stayed out on Monday and the port stood still for a second week';
const school = 'The school at the harbour will open again once its roof has been mended';

/** Text, places and tags of every article, by the first words of its text. */
function seen(): Record<string, string> {
  const texts = Object.entries(library.contents()).map(([id, { text, tags, notes, missing }]) => {
    const places = library.read((reader) => reader.locations(articleId(Number(id))));
    const at = places.map(({ path, record, missing: gone }) => {
      const name = `${path.slice(library.folder.length + 1)}#${(record ?? '').slice(0, 12)}`;
      return gone ? `(${name})` : name;
    });
    const people = [...tags, ...notes].join(' ');
    return [
      text,
      `${at.sort().join(' ')}${people === '' ? '' : ` [${people}]`}${missing ? ' missing' : ''}`,
    ] as const;
  });
  return Object.fromEntries(texts.sort());
}

function idOf(text: string): ArticleId {
  const found = Object.entries(library.contents()).find(([, article]) => article.text.includes(text));
  if (found === undefined) throw new Error(`no article says ${text}`);
  return articleId(Number(found[0]));
}

async function work(text: string): Promise<void> {
  await library.writer.setTags({ ids: Uint32Array.of(idOf(text)), add: ['Kept'], remove: [] });
  await library.writer.addNote({ article: idOf(text), text: 'call her' });
}

function counts({
  seen: files,
  done,
  added,
  updated,
  unchanged,
  missing,
  duplicates,
  failed,
}: ImportProgress): object {
  return { files, done, added, updated, unchanged, missing, duplicates, failed };
}

const nothing = {
  files: 1,
  done: 1,
  added: 0,
  updated: 0,
  unchanged: 0,
  missing: 0,
  duplicates: 0,
  failed: 0,
};

test('a file of three records gives three articles, and none again while it is as it was', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2|Dam holds|${dam}`, `3||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 3 });
  const expected = { [ferry]: 'a.toy#1', [`Dam holds\n\n${dam}`]: 'a.toy#2', [strike]: 'a.toy#3' };
  expect(seen()).toEqual(expected);
  expect(counts(await library.import())).toEqual({ ...nothing, unchanged: 3 });
  library.write('a.toy', toyOf(`1||${ferry}`, `2|Dam holds|${dam}`, `3||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, unchanged: 3 });
  expect(seen()).toEqual(expected);
  expect(library.indexed()).toEqual(library.ids());
});

test('a record that can not be read is a failure of its own, and is forgotten when it can', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, '!||', `3||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 2, failed: 0 });
  const failures = () =>
    library.read((reader) => reader.failures(0, 10).failures.map(({ record, code }) => [record, code]));
  expect(failures()).toEqual([['line 2', 'unreadable']]);
  await library.import();
  expect(failures()).toEqual([['line 2', 'unreadable']]);
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`, `3||${strike}`));
  await library.import();
  expect([failures(), library.ids().length]).toEqual([[], 3]);
});

test('equal keys get an ordinal, and records that are the same in everything are one article in two places', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `1||${dam}`, `2||${strike}`, `2||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 3, duplicates: 1 });
  expect(seen()).toEqual({
    [ferry]: 'a.toy#1',
    [dam]: 'a.toy#1 (2)',
    [strike]: 'a.toy#2 a.toy#2 (2)',
  });
});

test('an edited record is known by its key, and keeps tags and notes', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  await library.import();
  await work(dam);
  const id = idOf(dam);
  library.write('a.toy', toyOf(`2||${school}`, `1||${ferry}`));
  expect(counts(await library.import())).toEqual({ ...nothing, updated: 1, unchanged: 1 });
  expect(seen()).toEqual({ [ferry]: 'a.toy#1', [school]: 'a.toy#2 [Kept call her]' });
  expect(idOf(school)).toBe(id);
});

test('an edited record without a key is paired by its neighbours and likeness', async () => {
  library.write('a.toy', toyOf(`||${ferry}`, `||${dam}`, `||${strike}`));
  await library.import();
  await work(dam);
  const edited = dam.replace('two gates', 'three gates');
  library.write('a.toy', toyOf(`||${school}`, `||${ferry}`, `||${edited}`, `||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 1, updated: 1, unchanged: 2 });
  const after = seen();
  expect(Object.keys(after)).toEqual([dam.replace('two', 'three'), strike, ferry, school].sort());
  expect(after[edited]).toMatch(/ \[Kept call her\]$/);
  expect(library.indexed()).toEqual(library.ids());
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

test('a record that is another one now takes nothing over, and the vanished one is missing', async () => {
  library.write('a.toy', toyOf(`||${ferry}`, `||${dam}`, `||${strike}`));
  await library.import();
  await work(dam);
  library.write('a.toy', toyOf(`||${ferry}`, `||${school}`, `||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 1, unchanged: 2, missing: 1 });
  const after = seen();
  expect(after[dam]).toMatch(/^\(a\.toy#.*\) \[Kept call her\] missing$/);
  expect(after[school]).not.toContain('Kept');
});

test('a vanished record is missing until it comes back', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  await library.import();
  library.write('a.toy', toyOf(`1||${ferry}`));
  expect(counts(await library.import())).toEqual({ ...nothing, unchanged: 1, missing: 1 });
  expect(seen()).toEqual({ [ferry]: 'a.toy#1', [dam]: '(a.toy#2) missing' });
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  await library.import();
  expect(seen()).toEqual({ [ferry]: 'a.toy#1', [dam]: 'a.toy#2' });
});

test('a file that moved keeps all of its records, tags and notes', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  await library.import();
  await work(dam);
  const ids = library.ids();
  library.write('inner/b.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  library.remove('a.toy');
  expect(counts(await library.import())).toEqual({ ...nothing });
  expect(seen()).toEqual({ [ferry]: 'inner/b.toy#1', [dam]: 'inner/b.toy#2 [Kept call her]' });
  expect(library.ids()).toEqual(ids);
});

test('a file that vanished and came back has the records that it had', async () => {
  const path = library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`));
  await library.import();
  library.write('a.toy', toyOf(`1||${ferry}`));
  await library.import();
  renameSync(path, `${path}.aside`);
  await library.import();
  expect(seen()).toEqual({ [ferry]: '(a.toy#1) missing', [dam]: '(a.toy#2) missing' });
  renameSync(`${path}.aside`, path);
  await library.import();
  expect(seen()).toEqual({ [ferry]: 'a.toy#1', [dam]: '(a.toy#2) missing' });
});

test('a file that can not be read to its end keeps what was read, loses nothing, and is read again', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`, `3||${strike}`));
  await library.import();
  library.write('a.toy', toyOf(`0||${school}`, `1||${ferry}`, '2||stop', `3||${strike}`));
  expect(counts(await library.import())).toEqual({ ...nothing, added: 1, unchanged: 1, failed: 1 });
  expect(Object.values(seen()).filter((places) => places.includes('missing'))).toEqual([]);
  library.write('a.toy', toyOf(`0||${school}`, `1||${ferry}`));
  expect(counts(await library.import())).toEqual({ ...nothing, unchanged: 2, missing: 2 });
  expect(library.failures()).toEqual({});
});

test('what a file says that it holds, over a tenth apart from what was read, is a warning on the file', async () => {
  library.write('a.toy', `TOY 3\n1||${ferry}\n2||${dam}`);
  library.write('b.toy', `TOY 2\n1||${strike}\n2||${school}`);
  await library.import();
  expect(library.read((reader) => reader.sources())).toMatchObject([
    {
      warnings: [
        {
          path: library.path('a.toy'),
          warning: 'It says that it holds 3 articles, and 2 were found.',
        },
      ],
    },
  ]);
});

test('a record at which the program ended twice is passed over, and the others are read', async () => {
  library.write('a.toy', toyOf(`1||${ferry}`, `2||${dam}`, `3||${strike}`));
  for (let time = 0; time < 2; time += 1) {
    await library.close();
    library.leaveCrashJournal('a.toy', 1);
    await library.open({ openPool });
  }
  expect(counts(await library.import())).toEqual({ ...nothing, added: 2 });
  const failures = library.read((reader) => reader.failures(0, 10).failures);
  expect(failures).toMatchObject([{ record: 'record 1', code: 'crashed' }]);
  await library.writer.retryFailures({ failures: [] });
  await library.writer.importFinished({});
  expect([library.ids().length, library.failures()]).toEqual([3, {}]);
});

const many = Array.from({ length: 5000 }, (_, at) => `${at}||Story number ${at} of the many in one file`);

test('a large file is searchable before it is read to its end, and stops between two records', async () => {
  library.write('a.toy', toyOf(...many));
  const batches: number[] = [];
  const here = openPool();
  await library.close();
  await library.open({
    openPool: () => ({
      ...here,
      ingest: (files, take, watch) =>
        here.ingest(
          files,
          async (batch) => {
            batches.push(batch.results.length);
            await take(batch);
            if (batches.length === 1) void library.writer.cancelImport({});
          },
          watch,
        ),
    }),
  });
  await library.import();
  const kept = library.ids().length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(many.length);
  await library.close();
  await library.open({ openPool });
  expect(counts(await library.import())).toEqual({
    ...nothing,
    added: many.length - kept,
    unchanged: kept,
  });
  expect(library.indexed()).toEqual(library.ids());
  expect(library.ids()).toHaveLength(many.length);
});

test('a file that was one article and now holds many leaves tags and notes to the record that is like it', async () => {
  await library.close();
  await library.open();
  library.write('a.txt', `TOY\n1||${ferry}`);
  await library.import();
  await work(ferry);
  await library.close();
  await library.open({
    openPool: () =>
      ingestHere({
        formats: new FormatTable([toy, { name: 'txt', extensions: ['txt'], load: async () => txt }]),
        maxFileBytes: 1_000_000,
        today: '2021-07-26',
      }),
  });
  library.write('a.txt', `TOY\n1||${ferry}\n2||${dam}`);
  expect(counts(await library.import())).toEqual({ ...nothing, added: 1, updated: 1 });
  expect(seen()).toEqual({ [ferry]: 'a.txt#1 [Kept call her]', [dam]: 'a.txt#2' });
});
