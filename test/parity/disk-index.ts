import { word } from '../../electron/words/word.ts';
import type { Analysis } from '../../electron/engine/analysis/analysis.ts';
import { IndexReader } from '../../electron/engine/index/index-reader.ts';
import { IndexWriter, type IndexWriterOptions } from '../../electron/engine/index/index-writer.ts';
import { evaluateLunrQuery, parseLunrQuery } from '../../electron/engine/query/lunr-query.ts';
import { rankAll, rankTop } from '../../electron/engine/query/ranking/top-k.ts';
import { lunrModel } from '../../electron/engine/query/ranking/scorer.ts';
import { openDatabase, type Database } from '../../electron/engine/sqlite.ts';
import type { LunrHit } from './stock-lunr.ts';
import { WrittenIndex } from './written-index.ts';

/** Our index in memory, with the articles that it should hold beside it. */
export class DiskIndex extends WrittenIndex {
  readonly #db: Database;
  readonly #analysis: Analysis;
  readonly #reader: IndexReader;

  constructor(analysis: Analysis, options: Omit<IndexWriterOptions, 'analysis'> = {}) {
    const db = openDatabase(':memory:', { readOnly: false });
    super(IndexWriter.open(db, { ...options, analysis }));
    this.#db = db;
    this.#analysis = analysis;
    this.#reader = new IndexReader(this.#db);
  }

  check(): string[] {
    return this.writer.check().map(word);
  }

  get segments(): number {
    return this.#reader.snapshot(({ segments }) => segments.length);
  }

  /** All hits, or the best `most`, which are found without scoring all. */
  search(query: string, most: number | null = null): readonly LunrHit[] {
    return this.#reader.snapshot((snapshot) => {
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
