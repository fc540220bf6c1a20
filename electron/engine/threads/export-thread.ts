import { parentPort, workerData } from 'node:worker_threads';
import { FailureError, toFailure } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { exportArticles } from '../export/export-articles.ts';
import { refuseRead } from '../export/output/refuse-read.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { LibraryReader } from '../library/library-reader.ts';
import { RecordReader } from '../library/records/record-reader.ts';
import { keepingNone, TextReader } from '../library/texts/text-reader.ts';
import { openDatabase } from '../sqlite.ts';
import type { ExportAnswer, ExportThreadData } from './export-worker.ts';

/** Progress is told this often at most. */
const tellEveryMs = 100;

/** Carries out one export, says what came of it, and ends. Reads on connections of its own, so that searching goes on meanwhile. */
function answer({ libraryDir, order, givenUp }: ExportThreadData, tell: (said: ExportAnswer) => void): void {
  const paths = libraryPaths(libraryDir);
  const flag = new Int32Array(givenUp);
  let toldMs = -Infinity;
  const opened: { close(): void }[] = [];
  try {
    const library = openDatabase(paths.library, { readOnly: true });
    opened.push(library);
    const text = openDatabase(paths.text, { readOnly: true });
    opened.push(text);
    const reader = new LibraryReader(library);
    const records = new RecordReader(library, reader, new TextReader(text, keepingNone));
    if (order.path !== null) refuseRead(order.path, libraryDir, [...reader.sourcePathsById().values()]);
    const done = exportArticles(order, {
      read: (ids, asked) => records.read(ids, asked),
      checkpoint: () => {
        if (Atomics.load(flag, 0) === 0) return;
        throw new FailureError({ code: 'cancelled', message: sentence('trouble.given-up') });
      },
      progressed: (articles) => {
        const nowMs = performance.now();
        if (nowMs - toldMs < tellEveryMs) return;
        toldMs = nowMs;
        tell({ progress: articles });
      },
    });
    tell({ done });
  } catch (thrown) {
    tell({ failure: toFailure(thrown) });
  } finally {
    for (const connection of opened) connection.close();
  }
}

const port = parentPort;
if (port === null) throw new Error('export-thread runs as a thread of the engine');
answer(workerData as ExportThreadData, (said) => port.postMessage(said));
port.close();
