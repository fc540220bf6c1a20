import { statSync } from 'node:fs';
import { join } from 'node:path';
import { extendedAnalysis } from '../../../electron/engine/analysis/analysis.ts';
import { IndexWriter } from '../../../electron/engine/index/index-writer.ts';
import { SegmentBuilder } from '../../../electron/engine/index/segment-builder.ts';
import { Vocabulary } from '../../../electron/engine/index/vocabulary.ts';
import { migrate } from '../../../electron/engine/library/migrate.ts';
import { TextPacker } from '../../../electron/engine/library/text-packer.ts';
import { sizeNewPages, textMigrations } from '../../../electron/engine/library/text-schema.ts';
import { TextWriter } from '../../../electron/engine/library/text-writer.ts';
import {
  closeWritable,
  inTransaction,
  openDatabase,
  type Database,
} from '../../../electron/engine/sqlite.ts';
import type { NumberedArticle } from '../corpus.ts';
import type { MemorySystem, SizeOnDisk } from './memory-system.ts';

/** Our index built out of memory: analysis, all fields, positions, compressed text, commits and merges. */
export class IndexBuilding implements MemorySystem {
  readonly description =
    'Microfiche: analysis, positions, written forms, compressed text, commits and merges, in files';
  readonly #dir: string;
  readonly #index: Database;
  readonly #text: Database;
  readonly #writer: IndexWriter;
  readonly #vocabulary = new Vocabulary(extendedAnalysis);
  readonly #packer = new TextPacker();
  readonly #texts: TextWriter;

  constructor(dir: string) {
    this.#dir = dir;
    this.#index = openDatabase(join(dir, 'index.sqlite'), { readOnly: false });
    this.#text = openDatabase(join(dir, 'text.sqlite'), { readOnly: false });
    sizeNewPages(this.#text);
    migrate(this.#text, textMigrations);
    this.#writer = IndexWriter.open(this.#index);
    this.#texts = new TextWriter(this.#text);
  }

  add(articles: readonly NumberedArticle[]): void {
    const segment = new SegmentBuilder(this.#vocabulary);
    for (const { article } of articles) segment.add(article.fields);
    const texts = this.#packer.pack(articles.map(({ article }) => article));
    const ids = Int32Array.from(articles, ({ id }) => id);
    inTransaction(this.#text, () => this.#texts.apply([{ ids, texts }], []));
    this.#writer.addSegment(segment.finish(), ids);
    this.#vocabulary.forgetWhenLarge();
    this.#writer.commit(this.#writer.change + 1);
    while (this.#writer.mergeStep());
  }

  finish(): void {
    for (const db of [this.#index, this.#text]) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
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
