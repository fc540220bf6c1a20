import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../../electron/rpc/connect.ts';
import { connect } from '../../../electron/rpc/connect.ts';
import { portOfEmitter } from '../../../electron/rpc/port.ts';
import {
  writerMethods,
  type WriterApi,
  type WriterData,
  type WriterEvents,
} from '../../../electron/engine/threads/writer-api.ts';
import { threadsUrl } from '../../support/bundles.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;
let thread: Worker;
let writer: Connection<WriterApi, WriterEvents>;

beforeEach(() => {
  library = new TemporaryLibrary();
  startThread();
});

function startThread(): void {
  const workerData: WriterData = {
    libraryDir: library.dir,
    ingestUrl: new URL('ingest-worker.js', threadsUrl).href,
    backupUrl: new URL('backup-thread.js', threadsUrl).href,
    salvage: false,
    limits: { maxFileBytes: 1000 },
  };
  thread = new Worker(new URL('writer-thread.js', threadsUrl), { workerData });
  writer = connect<WriterApi, WriterEvents>(portOfEmitter(thread), writerMethods);
}

afterEach(async () => {
  await thread.terminate();
  await library.dispose();
});

test('the writer thread imports a folder in its workers, tells about it, and closes the library', async () => {
  library.write('one.txt', 'First story');
  library.write('large.txt', 'word '.repeat(300));
  const told: unknown[] = [];
  writer.on('articlesChanged', (event) => told.push(event));
  await writer.calls.addSources({ paths: [library.folder] });
  expect(await writer.calls.importFinished({})).toMatchObject({ added: 1, failed: 1, state: 'idle' });
  expect(told).toEqual([{ articles: 1, arrivals: 1 }]);
  expect(library.failures()).toEqual({ 'large.txt': 'too-large' });
  await writer.calls.setTags({ ids: Uint32Array.of(1), add: ['Politics'], remove: [] });
  await writer.calls.close({});
  await library.open();
  expect(Object.values(library.contents())).toMatchObject([{ text: 'First story', tags: ['Politics'] }]);
});

test('a failure crosses the thread with its code', async () => {
  await expect(writer.calls.createTag({ name: ' ', colour: null })).rejects.toMatchObject({
    failure: { code: 'bad-request' },
  });
});

test('a library that can not be opened fails every call with the reason', async () => {
  await writer.calls.close({});
  await thread.terminate();
  library.overwrite('library');
  startThread();
  await expect(writer.calls.writerStatus({})).rejects.toMatchObject({
    failure: { code: 'library-unusable' },
  });
  await expect(writer.calls.undo({})).rejects.toMatchObject({ failure: { code: 'library-unusable' } });
  await writer.calls.close({});
});
