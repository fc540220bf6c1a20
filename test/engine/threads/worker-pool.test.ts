import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadBatch } from '../../../electron/engine/ingest/read-batch.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileToIngest, IngestLimits } from '../../../electron/engine/ingest/file-to-ingest.ts';
import type { IngestPool } from '../../../electron/engine/ingest/ingest-pool.ts';
import { openWorkerPool } from '../../../electron/engine/ingest/worker-pool.ts';
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

function open(workerUrl: URL, changed: Partial<IngestLimits> = {}): void {
  const all = { ...limits, ...changed };
  pool = openWorkerPool({ workerUrl, libraryDir: dir, width: 2, limits: all, today: '2021-07-26' });
}

/** A worker that answers every file, but for those whose names say that they kill it or keep it. */
function openHostile(changed: Partial<IngestLimits> = {}): void {
  const path = join(dir, 'worker.mjs');
  writeFileSync(
    path,
    `import { parentPort, workerData } from 'node:worker_threads';
    import { existsSync, writeFileSync } from 'node:fs';
    const place = new Int32Array(workerData.place);
    parentPort.on('message', ({ files }) => {
      const results = files.map(({ path }, number) => {
        Atomics.store(place, 0, number);
        const diedOnce = existsSync(path + '.died');
        if (path.includes('once') && !diedOnce) writeFileSync(path + '.died', '');
        if (path.includes('kills') || (path.includes('once') && !diedOnce)) process.exit(9);
        while (path.includes('hangs'));
        return { kind: 'unchanged', path };
      });
      parentPort.postMessage({ results, segment: null, blocks: [] });
    });`,
  );
  open(pathToFileURL(path), changed);
}

function files(...names: string[]): FileToIngest[] {
  return names.map((name) => ({ path: join(dir, name), name, known: null }));
}

function outcomes(batches: readonly ReadBatch[]): string[] {
  return batches.flatMap(({ results }) =>
    results.map((result) => {
      const code = result.kind === 'failed' ? result.code : result.kind;
      return `${result.path.slice(dir.length + 1)} ${code}`;
    }),
  );
}

test('files are read in worker threads, in their order, and no journal is left', async () => {
  open(new URL('ingest-worker.js', threadsUrl));
  writeFileSync(join(dir, 'one.txt'), 'First story');
  writeFileSync(join(dir, 'two.txt'), '');
  const results = await pool.ingest(files('one.txt', 'two.txt', 'three.txt'));
  expect(outcomes(results)).toEqual(['one.txt read', 'two.txt empty', 'three.txt vanished']);
  await pool.close();
  expect(readdirSync(dir).sort()).toEqual(['one.txt', 'two.txt']);
});

test('a file that kills its worker twice is listed, and the others of its batch are read', async () => {
  openHostile();
  const results = await pool.ingest(files('a', 'kills', 'b', 'c'));
  expect(outcomes(results)).toEqual(['a unchanged', 'kills crashed', 'b unchanged', 'c unchanged']);
});

test('a file that killed its worker once gets a second chance', async () => {
  openHostile();
  expect(outcomes(await pool.ingest(files('a', 'once', 'b')))).toEqual([
    'a unchanged',
    'once unchanged',
    'b unchanged',
  ]);
});

test('a file that takes too long is given up, and the others of its batch are read', async () => {
  openHostile({ fileTimeoutMs: 300 });
  expect(outcomes(await pool.ingest(files('a', 'hangs', 'b')))).toEqual([
    'a unchanged',
    'hangs timed-out',
    'b unchanged',
  ]);
});

test('more batches than workers wait for their turn', async () => {
  openHostile();
  const batches = await Promise.all(Array.from({ length: 9 }, (_, at) => pool.ingest(files(`batch ${at}`))));
  expect(batches.flatMap(outcomes)).toEqual(Array.from({ length: 9 }, (_, at) => `batch ${at} unchanged`));
});
