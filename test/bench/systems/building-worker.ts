import { parentPort, Worker } from 'node:worker_threads';
import type { ExtractedArticle } from '../../../electron/contract/article.ts';
import { SegmentBuilder } from '../../../electron/engine/index/building/segment-builder.ts';
import { BatchBuilder, type IngestedBatch } from '../../../electron/engine/ingest/ingested-batch.ts';
import { TextPacker } from '../../../electron/engine/library/texts/text-packer.ts';

/** Of an article that comes from no file. */
const noFile = { path: '', size: 0, modifiedMs: 0, sha256: '', encoding: 'utf-8', format: 'txt' } as const;

/** Articles to hold, or word to build a batch of those that were held first. */
type Order = Readonly<{ kind: 'hold'; articles: readonly ExtractedArticle[] }> | Readonly<{ kind: 'build' }>;

/** In a worker thread: makes batches of the articles that it holds, as an ingest worker does of files. */
export function serveBuilding(): void {
  const segment = new SegmentBuilder();
  const packer = new TextPacker();
  const held: (readonly ExtractedArticle[])[] = [];
  parentPort?.on('message', (order: Order) => {
    if (order.kind === 'hold') {
      held.push(order.articles);
      parentPort?.postMessage(null);
      return;
    }
    const builder = new BatchBuilder(segment, packer);
    for (const article of held.shift() ?? []) builder.add({ kind: 'read', ...noFile, article });
    parentPort?.postMessage(builder.finish());
  });
}

type Waiting = Readonly<{ done: (reply: IngestedBatch | null) => void; failed: (error: unknown) => void }>;

/** A worker thread that holds articles, and builds batches of them in the order in which they came. */
export class BuildingWorker {
  readonly #worker = new Worker(new URL(import.meta.url));
  readonly #waiting: Waiting[] = [];

  constructor() {
    this.#worker.on('message', (reply: IngestedBatch | null) => this.#waiting.shift()?.done(reply));
    this.#worker.on('error', (error) => {
      for (const { failed } of this.#waiting.splice(0)) failed(error);
    });
  }

  async hold(articles: readonly ExtractedArticle[]): Promise<void> {
    await this.#ask({ kind: 'hold', articles });
  }

  async build(): Promise<IngestedBatch> {
    const batch = await this.#ask({ kind: 'build' });
    if (batch === null) throw new Error('a worker that builds answered as one that holds');
    return batch;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(order: Order): Promise<IngestedBatch | null> {
    return await new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(order);
    });
  }
}
