import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportProgress } from '../../../electron/contract/archive-api.ts';
import { readableFormats as formats } from '../../../electron/engine/ingest/formats/readable-formats.ts';
import { ingestHere, type IngestPool } from '../../../electron/engine/ingest/ingest-pool.ts';
import { yieldToEventLoop } from '../../../electron/engine/concurrency/serial-queue.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(() => {
  library = new TemporaryLibrary();
});

afterEach(() => library.dispose());

/** Reads nothing until it is told to. */
function gatedPool(): Readonly<{
  pool: IngestPool;
  asked: Promise<void>;
  open: () => void;
  reads: () => number;
}> {
  const here = ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' });
  let open = (): void => undefined;
  let ask = (): void => undefined;
  let reads = 0;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const ingest: IngestPool['ingest'] = async (files, take) => {
    ask();
    await opened;
    reads += files.length;
    await here.ingest(files, take);
  };
  return { pool: { ...here, ingest }, asked, open, reads: () => reads };
}

function writeMany(count: number): void {
  for (let number = 0; number < count; number += 1) {
    library.write(`${number % 7}/${number}.txt`, `Story number ${number} of many`);
  }
}

test('what was read is searchable before the import is over', async () => {
  writeMany(1200);
  await library.open();
  await library.import();
  const commits = library.events
    .filter(({ name }) => name === 'articlesChanged')
    .map(({ payload }) => payload);
  expect(commits.length).toBeGreaterThan(1);
  expect(commits.at(-1)).toEqual({ articles: 1200, arrivals: 1200 });
  expect(library.indexed()).toEqual(library.ids());
});

test('progress ends idle with the counts of the whole import', async () => {
  writeMany(50);
  await library.open();
  await library.import();
  const told = library.events
    .filter(({ name }) => name === 'importProgressed')
    .map(({ payload }) => payload as ImportProgress);
  expect(told[0]).toMatchObject({ state: 'scanning', seen: 0 });
  expect(told.at(-1)).toMatchObject({ state: 'idle', seen: 50, done: 50, added: 50, current: null });
});

test('a library that is closed while it opens leaves no timer behind', async () => {
  await library.open({ tidyAfterMs: 3_600_000 });
  const timers = (): number => process.getActiveResourcesInfo().filter((type) => type === 'Timeout').length;
  const before = timers();
  for (let nth = 0; nth < 3; nth += 1) {
    await library.close();
    // Not awaited until it is at rest, so that closing overtakes what opening goes on with.
    await library.open({ tidyAfterMs: 3_600_000 });
  }
  await library.close();
  for (let turn = 0; turn < 50; turn += 1) await yieldToEventLoop();
  expect(timers()).toBeLessThanOrEqual(before);
});

test('progress is told at most every eighth of a second', async () => {
  writeMany(1000);
  await library.open();
  await library.import();
  // The clock of the test stands still, so that only changes of state are told.
  const states = library.events
    .filter(({ name }) => name === 'importProgressed')
    .map(({ payload }) => (payload as ImportProgress).state);
  expect(states).toEqual(['scanning', 'importing', 'idle']);
});

test('a paused import reads nothing more until it is resumed', async () => {
  writeMany(900);
  const { pool, asked, open, reads } = gatedPool();
  await library.open({ openPool: () => pool });
  await library.writer.addSources({ paths: [library.folder] });
  await asked;
  await library.writer.pauseImport({});
  open();
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  const readWhilePaused = reads();
  expect(readWhilePaused).toBeLessThan(900);
  expect(await library.writer.writerStatus({})).toMatchObject({ import: { state: 'paused' } });
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(reads()).toBe(readWhilePaused);
  await library.writer.resumeImport({});
  expect(await library.writer.importFinished({})).toMatchObject({ added: 900 });
});

test('a cancelled import keeps what it has read and marks nothing as missing', async () => {
  library.write('first.txt', 'The first story');
  await library.open();
  await library.import();
  await library.close();
  library.remove('first.txt');
  writeMany(900);
  const { pool, asked, open } = gatedPool();
  await library.open({ openPool: () => pool });
  await library.writer.addSources({ paths: [library.folder] });
  await asked;
  const cancelled = library.writer.cancelImport({});
  open();
  await cancelled;
  const { state, added, missing } = await library.writer.importFinished({});
  expect({ state, missing }).toEqual({ state: 'idle', missing: 0 });
  expect(added).toBeLessThan(900);
  expect(library.ids()).toHaveLength(added + 1);
  expect(library.indexed()).toEqual(library.ids());
});

test('a cancelled import can be taken up again', async () => {
  writeMany(300);
  const { pool, asked, open } = gatedPool();
  await library.open({ openPool: () => pool });
  await library.writer.addSources({ paths: [library.folder] });
  await asked;
  open();
  await library.writer.cancelImport({});
  await library.import();
  expect(library.ids()).toHaveLength(300);
});

test('tags can be set while an import runs', async () => {
  library.write('first.txt', 'The first story');
  await library.open();
  await library.import();
  await library.close();
  writeMany(300);
  const { pool, asked, open } = gatedPool();
  await library.open({ openPool: () => pool });
  await library.writer.addSources({ paths: [library.folder] });
  await asked;
  await library.tag('first.txt', 'Politics');
  expect(library.contents()[1]?.tags).toEqual(['Politics']);
  open();
  await library.writer.importFinished({});
});

test('a source that is removed while it is read leaves nothing behind', async () => {
  writeMany(300);
  const { pool, asked, open } = gatedPool();
  await library.open({ openPool: () => pool });
  const [source] = await library.writer.addSources({ paths: [library.folder] });
  await asked;
  open();
  if (source === undefined) throw new Error('the source was not added');
  await library.writer.removeSource({ source: source.id });
  expect(library.ids()).toEqual([]);
  expect(library.indexed()).toEqual([]);
  expect(library.read((reader) => reader.sources())).toEqual([]);
});

test('an import that can not go on says why, and the next one works', async () => {
  writeMany(10);
  const here = ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' });
  let broken = true;
  const pool: IngestPool = {
    ...here,
    ingest: async (files, take) => {
      if (broken) throw new Error('no more threads');
      await here.ingest(files, take);
    },
  };
  await library.open({ openPool: () => pool });
  await expect(library.import()).rejects.toThrow('no more threads');
  expect(library.events).toContainEqual({
    name: 'noticed',
    payload: { message: 'The import stopped: no more threads' },
  });
  broken = false;
  expect(await library.import()).toMatchObject({ added: 10 });
});

test('the last job is a small one, so that workers end together', async () => {
  writeMany(1500);
  const here = ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' });
  const jobs: number[] = [];
  const isListed = (): boolean =>
    library.events.some(
      ({ name, payload }) => name === 'importProgressed' && (payload as ImportProgress).state === 'importing',
    );
  const pool: IngestPool = {
    ...here,
    ingest: async (files, take) => {
      jobs.push(files.length);
      while (!isListed()) await yieldToEventLoop();
      await here.ingest(files, take);
    },
  };
  await library.open({ openPool: () => pool });
  expect(await library.import()).toMatchObject({ added: 1500 });
  expect(Math.max(...jobs)).toBeGreaterThan(128);
  expect(jobs.at(-1)).toBeLessThanOrEqual(128);
});

/** Lets as many turns of the event loop pass, each with the promises that it settles. */
async function pass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await yieldToEventLoop();
}

test('an import that is cancelled at any moment settles, and the next one reads all', async () => {
  for (const turns of [0, 1, 2, 3, 5, 8, 12, 17, 24, 33]) {
    const own = new TemporaryLibrary();
    try {
      for (let number = 0; number < 40; number += 1)
        own.write(`${number}.txt`, `Story number ${number} of few`);
      const writer = await own.open();
      const added = writer.addSources({ paths: [own.folder] });
      await pass(turns);
      await writer.cancelImport({});
      await added;
      await writer.importFinished({});
      await writer.addSources({ paths: [own.folder] });
      expect([turns, (await writer.importFinished({})).state, own.ids().length]).toEqual([turns, 'idle', 40]);
    } finally {
      await own.dispose();
    }
  }
});

test('a library that is closed at any moment of an import closes, and is whole when it is opened again', async () => {
  for (let turns = 0; turns < 40; turns += 3) {
    const own = new TemporaryLibrary();
    try {
      for (let number = 0; number < 40; number += 1)
        own.write(`${number}.txt`, `Story number ${number} of few`);
      const writer = await own.open();
      const added = writer.addSources({ paths: [own.folder] }).catch(() => undefined);
      await pass(turns);
      await writer.close({});
      await added;
      await own.open();
      await own.import();
      expect([turns, own.ids().length, own.indexed()]).toEqual([turns, 40, own.ids()]);
    } finally {
      await own.dispose();
    }
  }
});

test('a pool that can not be opened or closed ends the import with a sentence, and not for ever', async () => {
  library.write('a.txt', 'A story that is told');
  const here = ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' });
  const broken: readonly (() => IngestPool)[] = [
    () => {
      throw new Error('no thread can be had');
    },
    () => ({ ...here, close: () => Promise.reject(new Error('a thread would not end')) }),
  ];
  let nth = 0;
  await library.open({ openPool: () => (broken[nth++] ?? (() => here))() });
  await expect(library.import()).rejects.toThrow('no thread can be had');
  await library.writer.addSources({ paths: [library.folder] });
  await expect(library.writer.importFinished({})).rejects.toThrow('a thread would not end');
  await library.writer.addSources({ paths: [library.folder] });
  expect((await library.writer.importFinished({})).state).toBe('idle');
  expect(library.ids()).toHaveLength(1);
});

test('progress moves with every file that is read, and never back', async () => {
  writeMany(300);
  const here = ingestHere({ formats, maxFileBytes: 1_000_000, today: '2021-07-26' });
  let nowMs = 0;
  const pool: IngestPool = {
    ...here,
    // Time passes with each file: the meter tells eight times a second at most.
    ingest: (files, take, watch) =>
      here.ingest(files, take, {
        onRead: (read) => {
          nowMs += 125;
          watch?.onRead?.(read);
        },
      }),
  };
  await library.open({ openPool: () => pool, nowMs: () => nowMs });
  await library.import();
  const done = library.events
    .filter(({ name }) => name === 'importProgressed')
    .map(({ payload }) => (payload as ImportProgress).done);
  expect(done.at(-1)).toBe(300);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const steps = done.slice(1).map((now, at) => now - (done[at] ?? 0));
  expect(Math.max(...steps)).toBe(1);
});
