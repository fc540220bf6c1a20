import type { ArticleId } from '../../../contract/ids.ts';
import { trimStep } from '../../index/storage/free-pages.ts';
import type { EncodedSegment } from '../../index/storage/segment-parts.ts';
import { inTransaction, type Database } from '../../sqlite.ts';
import type { ArticleIndex } from './article-index.ts';
import { changeOf, setChange } from '../schema/commit-number.ts';
import { LibraryOperations } from './apply-operations.ts';
import type { LibraryOperation } from './commit-operations.ts';
import type { PackedTexts } from '../texts/text-packer.ts';
import { TextWriter } from '../texts/text-writer.ts';
import { yieldToEventLoop } from '../../concurrency/serial-queue.ts';

/**
 * Articles that were read together: a segment of the index, and their texts in the order of its documents.
 * `ids` names the article of each document, -1 for one that is not wanted.
 */
export type IngestedPart = Readonly<{
  segment: EncodedSegment;
  texts: PackedTexts;
  ids: Int32Array;
}>;

/** What one commit changes, in all three databases. */
export type Commit = Readonly<{
  operations: readonly LibraryOperation[];
  parts: readonly IngestedPart[];
  /** How many articles the parts hold. */
  articles: number;
  removed: readonly ArticleId[];
}>;

/** Told when a step is durable; throwing there is how tests stop between two steps. */
export type StepListener = (step: 'text' | 'library') => void;

/**
 * Commits to text, then library, then index, each in a transaction that records the change number. Transactions
 * do not span databases in WAL mode (https://sqlite.org/lang_attach.html), so opening replays what a crash left out.
 */
export class Committer {
  readonly #library: Database;
  readonly #operations: LibraryOperations;
  readonly #text: Database;
  readonly #texts: TextWriter;
  readonly #onStep: StepListener;

  constructor(library: Database, text: Database, onStep: StepListener = () => undefined) {
    this.#library = library;
    this.#operations = new LibraryOperations(library);
    this.#text = text;
    this.#texts = new TextWriter(text);
    this.#onStep = onStep;
  }

  hasText(id: ArticleId): boolean {
    return this.#texts.has(id);
  }

  /** Commits and lets other work run between the databases. One commit at a time. */
  async commit({ operations, parts, removed }: Commit, index: ArticleIndex): Promise<void> {
    const change = Math.max(changeOf(this.#library), changeOf(this.#text)) + 1;
    inTransaction(this.#text, () => {
      this.#texts.apply(parts, removed);
      this.#text.prepare('DELETE FROM journal WHERE change < ?').run(change);
      this.#text
        .prepare('INSERT INTO journal (change, operations) VALUES (?, ?)')
        .run(change, JSON.stringify(operations));
      setChange(this.#text, change);
    });
    this.#onStep('text');
    await yieldToEventLoop();
    this.#operations.apply(change, operations);
    this.#onStep('library');
    await yieldToEventLoop();
    for (const { segment, ids } of parts) index.addSegment(segment, ids);
    for (const id of removed) index.remove(id);
    index.commit(change);
  }

  /**
   * One small step of giving back room that the texts need no more, when nothing else is to be done: the journal, once
   * library and index hold its commit, then free pages. False when there is nothing to do.
   */
  tidyStep(index: ArticleIndex): boolean {
    const held = Math.min(changeOf(this.#library), index.change);
    const { changes } = this.#text.prepare('DELETE FROM journal WHERE change <= ?').run(held);
    return Number(changes) > 0 || trimStep(this.#text);
  }
}
