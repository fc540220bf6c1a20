import type { ArticleFields } from '../../electron/contract/article.ts';
import { articleId } from '../../electron/contract/ids.ts';
import type { Analysis } from '../../electron/engine/analysis/analysis.ts';
import { IndexReader } from '../../electron/engine/index/index-reader.ts';
import { IndexWriter, type IndexWriterOptions } from '../../electron/engine/index/index-writer.ts';
import { evaluateLunrQuery, parseLunrQuery } from '../../electron/engine/query/lunr-query.ts';
import { rankAll, rankTop } from '../../electron/engine/query/ranking/top-k.ts';
import { lunrModel } from '../../electron/engine/query/ranking/scorer.ts';
import { openDatabase } from '../../electron/engine/sqlite.ts';
import type { LunrHit } from './stock-lunr.ts';

/** Our index in memory, with the articles that it should hold beside it. */
export class DiskIndex {
  readonly live = new Map<number, ArticleFields>();
  readonly #db = openDatabase(':memory:', { readOnly: false });
  readonly #analysis: Analysis;
  readonly #writer: IndexWriter;
  readonly #reader: IndexReader;

  constructor(analysis: Analysis, options: Omit<IndexWriterOptions, 'analysis'> = {}) {
    this.#analysis = analysis;
    this.#writer = IndexWriter.open(this.#db, { ...options, analysis });
    this.#reader = new IndexReader(this.#db);
  }

  put(id: number, fields: ArticleFields): void {
    this.live.set(id, fields);
    this.#writer.add(articleId(id), fields);
  }

  remove(id: number): void {
    this.live.delete(id);
    this.#writer.remove(articleId(id));
  }

  commit(): void {
    this.#writer.commit(this.#writer.change + 1);
  }

  mergeStep(): boolean {
    return this.#writer.mergeStep();
  }

  optimize(): void {
    while (this.#writer.optimizeStep());
  }

  check(): string[] {
    return this.#writer.check();
  }

  get segments(): number {
    return this.#reader.read(({ segments }) => segments.length);
  }

  /** All hits, or the best `most`, which are found without scoring all. */
  search(query: string, most: number | null = null): readonly LunrHit[] {
    return this.#reader.read((snapshot) => {
      const { clauses } = parseLunrQuery(query);
      const { matched, terms } = evaluateLunrQuery(snapshot, clauses, this.#analysis);
      const model = lunrModel(snapshot, terms);
      const { articles, scores } =
        most === null ? rankAll(snapshot, model, matched) : rankTop(snapshot, model, matched, most);
      return Array.from(articles, (id, place) => ({ id, score: scores[place] ?? 0 }));
    });
  }

  close(): void {
    this.#db.close();
  }
}
