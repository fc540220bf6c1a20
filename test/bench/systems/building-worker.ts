import { parentPort, Worker } from 'node:worker_threads';
import type { ReadArticle } from '../../../electron/contract/article.ts';
import { SegmentBuilder } from '../../../electron/engine/index/segment-builder.ts';
import { BatchBuilder, transferablesOf, type ReadBatch } from '../../../electron/engine/ingest/read-batch.ts';
import { TextPacker } from '../../../electron/engine/library/text-packer.ts';

/** Of an article that comes from no file. */
const noFile = { path: '', size: 0, modifiedMs: 0, sha256: '', encoding: 'utf-8' } as const;

/** In a worker thread: makes batches of the articles that it is sent, as an ingest worker does of files. */
export function serveBuilding(): void {
  const segment = new SegmentBuilder();
  const packer = new TextPacker();
  parentPort?.on('message', (articles: readonly ReadArticle[]) => {
    const builder = new BatchBuilder(segment, packer);
    for (const article of articles) builder.add({ kind: 'read', ...noFile, article });
    const batch = builder.finish();
    parentPort?.postMessage(batch, transferablesOf(batch));
  });
}

/** A worker thread that builds batches in the order in which they are asked for. */
export class BuildingWorker {
  readonly #worker = new Worker(new URL(import.meta.url));
  readonly #waiting: Readonly<{ done: (batch: ReadBatch) => void; failed: (error: unknown) => void }>[] = [];

  constructor() {
    this.#worker.on('message', (batch: ReadBatch) => this.#waiting.shift()?.done(batch));
    this.#worker.on('error', (error) => {
      for (const { failed } of this.#waiting.splice(0)) failed(error);
    });
  }

  async build(articles: readonly ReadArticle[]): Promise<ReadBatch> {
    return await new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(articles);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
