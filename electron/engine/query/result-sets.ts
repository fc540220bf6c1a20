import { randomInt } from 'node:crypto';
import { FailureError } from '../../contract/failure.ts';
import { articleId, resultSetId, type ArticleId, type ResultSetId } from '../../contract/ids.ts';
import type { SearchRequest } from '../../contract/search.ts';
import type { Highlighter } from './highlighter.ts';

/** One answer, as it was found: the ids stay though the archive goes on changing. */
export type ResultSet = Readonly<{
  id: ResultSetId;
  request: SearchRequest;
  articles: Uint32Array;
  scores: Float64Array;
  highlighter: Highlighter;
}>;

const keptSets = 24;

/** The newest answers; older ones are forgotten. */
export class ResultSets {
  readonly #sets = new Map<ResultSetId, ResultSet>();
  // Anywhere: a window may still name an answer of an engine that died, and must not mean one of this engine by it.
  #next = randomInt(2 ** 47);

  add(set: Omit<ResultSet, 'id'>): ResultSet {
    const kept = { ...set, id: resultSetId(this.#next) };
    this.#next += 1;
    this.#sets.set(kept.id, kept);
    const [oldest] = this.#sets.keys();
    if (this.#sets.size > keptSets && oldest !== undefined) this.#sets.delete(oldest);
    return kept;
  }

  /** Fails with `result-set-gone` for an answer that is kept no more. */
  get(id: ResultSetId): ResultSet {
    const set = this.#sets.get(id);
    if (set === undefined) {
      throw new FailureError({
        code: 'result-set-gone',
        message: 'These results are no longer kept; search again.',
      });
    }
    // Used sets go to the back of the line.
    this.#sets.delete(id);
    this.#sets.set(id, set);
    return set;
  }

  page(set: ResultSet, offset: number, limit: number): ArticleId[] {
    return Array.from(set.articles.subarray(offset, offset + limit), articleId);
  }
}
