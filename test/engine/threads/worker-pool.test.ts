import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serialize } from 'node:v8';
import type { IngestedBatch } from '../../../electron/engine/ingest/ingested-batch.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileToIngest, IngestLimits } from '../../../electron/engine/ingest/files/file-to-ingest.ts';
import type { IngestPool } from '../../../electron/engine/ingest/ingest-pool.ts';
import type { ThreadClock } from '../../../electron/engine/ingest/workers/thread-time.ts';
import { openWorkerPool } from '../../../electron/engine/ingest/workers/worker-pool.ts';
import { noTexts } from '../../../electron/engine/library/texts/text-packer.ts';
import { threadsUrl } from '../../support/bundles.ts';

let dir: string;
let pool: IngestPool;

const limits: IngestLimits = { maxFileBytes: 1_000_000, fileTimeoutMs: 30_000 };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-pool-'));
});

afterEach(async () => {
  await pool.close();
  rmSync(dir, { recursive: true, force: true });
});

function open(
  workerUrl: URL,
  changed: Partial<IngestLimits> = {},
  newClock?: () => ThreadClock,
  eager = 2,
): void {
  const all = { ...limits, ...changed };
  const options = { workerUrl, libraryDir: dir, width: 2, eager, limits: all, today: '2021-07-26' };
  pool = openWorkerPool(newClock === undefined ? options : { ...options, newClock });
}

/** What a worker posts that read nothing but times, its results aside. */
const reply: IngestedBatch = { results: [], segment: null, texts: noTexts() };

/** A worker that answers every file, but for those whose names say that they kill it or keep it. */
function openHostile(
  changed: Partial<IngestLimits> = {},
  newClock?: () => ThreadClock,
  eager?: number,
): void {
  const path = join(dir, 'worker.mjs');
  writeFileSync(
    path,
    `import { parentPort, workerData } from 'node:worker_threads';
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    import { deserialize } from 'node:v8';
    const reply = deserialize(Buffer.from('${serialize(reply).toString('base64')}', 'base64'));
    const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    const place = new Int32Array(workerData.place);
    appendFileSync('${join(dir, 'started')}', '.');
    parentPort.on('message', ({ files }) => {
      const results = files.map(({ path }, number) => {
        Atomics.store(place, 0, number);
        const diedOnce = existsSync(path + '.died');
        if (path.includes('once') && !diedOnce) writeFileSync(path + '.died', '');
        if (path.includes('kills') || (path.includes('once') && !diedOnce)) process.exit(9);
        if (path.includes('hangs')) {
          appendFileSync(path + '.begun', files.length + ' ');
          for (;;);
        }
        if (path.includes('sleeps')) sleep(700);
        return { kind: 'unchanged', path };
      });
      parentPort.postMessage({ kind: 'done', batch: { ...reply, results } });
    });`,
  );
  open(pathToFileURL(path), changed, newClock, eager);
}

function files(...names: string[]): FileToIngest[] {
  return names.map((name) => ({ path: join(dir, name), name, known: null, encoding: null }));
}

async function ingest(wanted: readonly FileToIngest[]): Promise<IngestedBatch[]> {
  const batches: IngestedBatch[] = [];
  await pool.ingest(wanted, async (batch) => void batches.push(batch));
  return batches;
}

function outcomes(batches: readonly IngestedBatch[]): string[] {
  return batches.flatMap(({ results }) =>
    results.map((result) => {
      const code = 'code' in result ? result.code : result.kind;
      return `${result.path.slice(dir.length + 1)} ${code}`;
    }),
  );
}

test('files are read in worker threads, in their order, and no journal is left', async () => {
  open(new URL('ingest-worker.js', threadsUrl));
  writeFileSync(join(dir, 'one.txt'), 'First story');
  writeFileSync(join(dir, 'two.txt'), '');
  const results = await ingest(files('one.txt', 'two.txt', 'three.txt'));
  expect(outcomes(results)).toEqual(['one.txt read', 'two.txt empty', 'three.txt vanished']);
  await pool.close();
  expect(readdirSync(dir).sort()).toEqual(['one.txt', 'two.txt']);
});

test('a file that kills its worker twice is listed, and the others of its batch are read', async () => {
  openHostile();
  const results = await ingest(files('a', 'kills', 'b', 'c'));
  expect(outcomes(results)).toEqual(['a unchanged', 'kills crashed', 'b unchanged', 'c unchanged']);
});

test('a file that killed its worker once gets a second chance', async () => {
  openHostile();
  expect(outcomes(await ingest(files('a', 'once', 'b')))).toEqual([
    'a unchanged',
    'once unchanged',
    'b unchanged',
  ]);
});

test('a file that only waits, as on a machine that sleeps, is read however long that takes', async () => {
  openHostile({ fileTimeoutMs: 100 });
  expect(outcomes(await ingest(files('a', 'sleeps', 'b')))).toEqual([
    'a unchanged',
    'sleeps unchanged',
    'b unchanged',
  ]);
});

test('processor time counts from the moment at which a file is begun', async () => {
  // Far over the limit from the start, as of a worker that has read a thousand files, and standing still since.
  openHostile({ fileTimeoutMs: 100 }, () => ({ usedMs: () => 60_000 }));
  expect(outcomes(await ingest(files('sleeps')))).toEqual(['sleeps unchanged']);
});

test('a file that was too long at it once, as the clock has it, is read alone and kept', async () => {
  let asked = 0;
  const clock: ThreadClock = { usedMs: () => ((asked += 1) < 5 ? asked * 1000 : 0) };
  openHostile({ fileTimeoutMs: 100 }, () => clock);
  expect(outcomes(await ingest(files('sleeps', 'b')))).toEqual(['sleeps unchanged', 'b unchanged']);
  expect(asked).toBeGreaterThan(5);
});

test.each([
  ['the one there is has worked for long', 9_000, '..'],
  ['never while the one there is has worked for a little', 7_000, '.'],
])('where no core is free for it a second worker is started when %s', async (_, usedMs, started) => {
  openHostile({ fileTimeoutMs: 10_000 }, () => ({ usedMs: () => usedMs }), 1);
  const jobs = ['a sleeps', 'b sleeps', 'c sleeps', 'd sleeps', 'e sleeps', 'f sleeps', 'g sleeps'];
  const read = await Promise.all(jobs.map((name) => ingest(files(name))));
  expect(read.flatMap(outcomes)).toEqual(jobs.map((name) => `${name} unchanged`));
  expect(readFileSync(join(dir, 'started'), 'utf8')).toBe(started);
});

test('a file that takes too long is read once more alone before it is given up', async () => {
  openHostile({ fileTimeoutMs: 200 });
  await ingest(files('a', 'hangs', 'b'));
  expect(readFileSync(join(dir, 'hangs.begun'), 'utf8')).toBe('3 1 ');
});

test('a file that takes too long is given up, and the others of its batch are read', async () => {
  openHostile({ fileTimeoutMs: 300 });
  expect(outcomes(await ingest(files('a', 'hangs', 'b')))).toEqual([
    'a unchanged',
    'hangs timed-out',
    'b unchanged',
  ]);
});

test('more batches than workers wait for their turn', async () => {
  openHostile();
  const batches = await Promise.all(Array.from({ length: 9 }, (_, at) => ingest(files(`batch ${at}`))));
  expect(batches.flatMap(outcomes)).toEqual(Array.from({ length: 9 }, (_, at) => `batch ${at} unchanged`));
});

test('how many files were read is told while a job runs', async () => {
  openHostile();
  const told: number[] = [];
  const names = ['sleeps 1', 'sleeps 2', 'c'];
  const take = (): Promise<void> => Promise.resolve();
  await pool.ingest(files(...names), take, { onRead: (read) => told.push(read) });
  expect(told).toEqual(expect.arrayContaining([0, 1]));
});
