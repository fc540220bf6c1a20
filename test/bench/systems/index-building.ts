import { statSync } from 'node:fs';
import { join } from 'node:path';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import type { IngestedBatch } from '../../../electron/engine/ingest/ingested-batch.ts';
import { migrate } from '../../../electron/engine/library/schema/migrate.ts';
import { sizeNewPages, textMigrations } from '../../../electron/engine/library/texts/text-schema.ts';
import { TextWriter } from '../../../electron/engine/library/texts/text-writer.ts';
import { yieldToEventLoop } from '../../../electron/engine/concurrency/serial-queue.ts';
import {
  closeWritable,
  inTransaction,
  openDatabase,
  type Database,
} from '../../../electron/engine/sqlite.ts';
import type { NumberedArticle } from '../corpus.ts';
import { BuildingWorker } from './building-worker.ts';
import type { MemorySystem, SizeOnDisk } from './memory-system.ts';

/** As many as an import has on two cores. */
const workers = 2;
const partArticles = 1_000;

/**
 * Our index built out of memory, by the threads of an import: workers analyse, build segments and pack texts; one
 * thread commits and merges meanwhile.
 */
export class IndexBuilding implements MemorySystem {
  readonly description =
    'Microfiche: analysis, positions, written forms, compressed text, commits and merges, in files; two workers and a writer';
  readonly batch = 16 * partArticles;
  readonly #dir: string;
  readonly #index: Database;
  readonly #text: Database;
  readonly #writer: IndexWriter;
  readonly #texts: TextWriter;
  readonly #workers = Array.from({ length: workers }, () => new BuildingWorker());

  constructor(dir: string) {
    this.#dir = dir;
    this.#index = openDatabase(join(dir, 'index.sqlite'), { readOnly: false });
    this.#text = openDatabase(join(dir, 'text.sqlite'), { readOnly: false });
    sizeNewPages(this.#text);
    migrate(this.#text, textMigrations);
    this.#writer = IndexWriter.open(this.#index);
    this.#texts = new TextWriter(this.#text);
  }

  async hold(articles: readonly NumberedArticle[]): Promise<void> {
    for (let from = 0, nth = 0; from < articles.length; from += partArticles, nth += 1) {
      const part = articles.slice(from, from + partArticles);
      await this.#workers[nth % workers]?.hold(part.map(({ article }) => article));
    }
  }

  /** Settles when all that is held is committed. */
  async add(articles: readonly NumberedArticle[]): Promise<void> {
    const parts = Array.from({ length: workers }, (): Int32Array[] => []);
    for (let from = 0, nth = 0; from < articles.length; from += partArticles, nth += 1) {
      parts[nth % workers]?.push(Int32Array.from(articles.slice(from, from + partArticles), ({ id }) => id));
    }
    await Promise.all(this.#workers.map((worker, nth) => this.#feed(worker, parts[nth] ?? [])));
  }

  /** Has a worker build its parts, always one ahead, so that it never waits for the writer; merges meanwhile. */
  async #feed(worker: BuildingWorker, parts: readonly Int32Array[]): Promise<void> {
    let next = parts.length > 0 ? worker.build() : null;
    for (const [nth, ids] of parts.entries()) {
      const current = next;
      next = nth + 1 < parts.length ? worker.build() : null;
      if (current !== null) this.#commit(await current, ids);
      while (this.#writer.mergeStep()) await yieldToEventLoop();
    }
  }

  #commit({ segment, texts }: IngestedBatch, ids: Int32Array): void {
    inTransaction(this.#text, () => this.#texts.apply([{ ids, texts }], []));
    if (segment !== null) this.#writer.addSegment(segment, ids);
    this.#writer.commit(this.#writer.change + 1);
  }

  /** Nothing is left to be merged. */
  async finish(): Promise<void> {
    while (this.#writer.mergeStep());
    for (const db of [this.#index, this.#text]) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    await Promise.all(this.#workers.map((worker) => worker.close()));
  }

  size(): SizeOnDisk {
    const bytesOf = (name: string): number => statSync(join(this.#dir, name)).size;
    return { indexBytes: bytesOf('index.sqlite'), storedTextBytes: bytesOf('text.sqlite'), note: null };
  }

  /** Queries are measured in the whole engine. */
  find(): null {
    return null;
  }

  close(): void {
    closeWritable(this.#index);
    closeWritable(this.#text);
  }
}
