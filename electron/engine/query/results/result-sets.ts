import { FailureError } from '../../../contract/failure.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';
import { resultSetId, type ResultSetId } from '../../../contract/ids.ts';
import type { SearchRequest } from '../../../contract/search.ts';
import type { BitSet } from '../../index/bytes/bit-set.ts';
import type { Highlighter } from './highlighter.ts';
import type { ScoredArticles } from '../ranking/score-order.ts';

/** One answer, as it was found: its articles stay though the archive goes on changing. */
export type ResultSet = {
  readonly id: ResultSetId;
  readonly request: SearchRequest;
  /** Ids of all its articles. */
  readonly found: BitSet;
  readonly total: number;
  /** Excluded articles that it hides; null where it would show them. */
  readonly hidden: number | null;
  readonly highlighter: Highlighter;
  /** Why nothing may be done to all of its articles; null when it may. */
  readonly refusal: Sentence | null;
  /** The first ones in order; all of them once a page further down was asked for. */
  ranked: ScoredArticles;
};

const keptSets = 24;

/** Answers of which the order of all articles is kept; that of the others is found again when it is asked for. */
const keptOrders = 2;

/** The newest answers; older ones are forgotten. */
export class ResultSets {
  readonly #sets = new Map<ResultSetId, ResultSet>();
  readonly #ordered: { set: ResultSet; first: ScoredArticles }[] = [];
  // Anywhere: a window may still name an answer of an engine that died, and must not mean one of this engine by it.
  #next = Math.floor(Math.random() * 2 ** 47);

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
        message: sentence('refused.gone'),
      });
    }
    // Used sets go to the back of the line.
    this.#sets.delete(id);
    this.#sets.set(id, set);
    return set;
  }

  /**
   * The articles of `set` in order, from `offset` on. `rankAll` gives the order of what its query finds now: what is not
   * of the set is left out of it, and what it lacks comes at the end.
   */
  page(set: ResultSet, offset: number, limit: number, rankAll: () => ScoredArticles): ScoredArticles {
    const end = Math.min(offset + limit, set.total);
    if (end > set.ranked.articles.length) {
      const first = set.ranked;
      set.ranked = completed(set, rankAll());
      this.#ordered.push({ set, first });
      const oldest = this.#ordered.length > keptOrders ? this.#ordered.shift() : undefined;
      if (oldest !== undefined) oldest.set.ranked = oldest.first;
    }
    return {
      articles: set.ranked.articles.subarray(offset, end),
      scores: set.ranked.scores.subarray(offset, end),
    };
  }
}

/** The order of all articles of a set: those that were shown first stay where they were. */
function completed({ found, total, ranked }: ResultSet, now: ScoredArticles): ScoredArticles {
  const left = found.copy();
  const articles = new Uint32Array(total);
  const scores = new Float64Array(total);
  let length = 0;
  const take = (id: number, score: number): void => {
    if (!left.has(id)) return;
    left.delete(id);
    articles[length] = id;
    scores[length] = score;
    length += 1;
  };
  for (const [at, id] of ranked.articles.entries()) take(id, ranked.scores[at] ?? 0);
  for (let at = 0; at < now.articles.length; at += 1)
    take(now.articles[at] as number, now.scores[at] as number);
  left.toArray().forEach((id) => take(id, 0));
  return { articles, scores };
}
