import type { ArticleId } from '../../contract/ids.ts';
import type { AnalysedArticle } from '../index/analyse-article.ts';
import { inTransaction, type Database } from '../sqlite.ts';
import type { ArticleIndex } from './article-index.ts';
import { changeOf, setChange } from './change-number.ts';
import { applyOperations, type LibraryOperation } from './operations.ts';
import { TextWriter } from './text-writer.ts';
import { breathe } from './turns.ts';

export type NewText = Readonly<{ record: Uint8Array; analysed: AnalysedArticle }>;

/** What one commit changes, in all three databases. */
export type Commit = Readonly<{
  operations: readonly LibraryOperation[];
  texts: ReadonlyMap<ArticleId, NewText>;
  removed: readonly ArticleId[];
}>;

/** Told when a step is durable; throwing there is how tests stop between two steps. */
export type StepListener = (step: 'text' | 'library') => void;

const articlesBetweenBreaths = 16;

/**
 * Commits to text, then library, then index, each in a transaction that records the change number. Transactions
 * do not span databases in WAL mode (https://sqlite.org/lang_attach.html), so opening replays what a crash left out.
 */
export class Committer {
  readonly #library: Database;
  readonly #text: Database;
  readonly #texts: TextWriter;
  readonly #onStep: StepListener;

  constructor(library: Database, text: Database, onStep: StepListener = () => undefined) {
    this.#library = library;
    this.#text = text;
    this.#texts = new TextWriter(text);
    this.#onStep = onStep;
  }

  hasText(id: ArticleId): boolean {
    return this.#texts.has(id);
  }

  /** Commits and lets other work run while the index takes the articles in. One commit at a time. */
  async commit({ operations, texts, removed }: Commit, index: ArticleIndex): Promise<void> {
    const change = Math.max(changeOf(this.#library), changeOf(this.#text)) + 1;
    const records = new Map([...texts].map(([id, { record }]) => [id, record]));
    inTransaction(this.#text, () => {
      this.#texts.apply(records, removed);
      this.#text.prepare('DELETE FROM journal WHERE change < ?').run(change);
      this.#text
        .prepare('INSERT INTO journal (change, operations) VALUES (?, ?)')
        .run(change, JSON.stringify(operations));
      setChange(this.#text, change);
    });
    this.#onStep('text');
    await breathe();
    applyOperations(this.#library, change, operations);
    this.#onStep('library');
    let added = 0;
    for (const [id, { analysed }] of texts) {
      if (added++ % articlesBetweenBreaths === 0) await breathe();
      index.add(id, analysed);
    }
    for (const id of removed) index.remove(id);
    index.commit(change);
  }
}
