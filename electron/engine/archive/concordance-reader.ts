import type {
  CollocatesPage,
  CollocatesRequest,
  ConcordancePage,
  ConcordanceRequest,
} from '../../contract/concordance-api.ts';
import type { ResultSetId } from '../../contract/ids.ts';
import { extendedAnalysis } from '../analysis/analysis.ts';
import type { ReadTexts } from '../concordance/article-reading.ts';
import { Collocates } from '../concordance/collocates.ts';
import { Concordance, type HitsToRead } from '../concordance/concordance.ts';
import type { ResultSet } from '../query/results/result-sets.ts';

/** A call reads so long at most: whoever searches meanwhile waits no longer. */
const readMs = 50;
const keptReadings = 2;

type Reading = Concordance | Collocates;

export type ConcordanceReaderOptions = Readonly<{
  setOf: (id: ResultSetId) => ResultSet;
  /** Ids of all articles of an answer in order. */
  orderOf: (set: ResultSet) => Uint32Array;
  readTexts: ReadTexts;
  clock: () => number;
}>;

/** The concordances and collocates that were asked for last, which are read a little further with every call. */
export class ConcordanceReader {
  readonly #options: ConcordanceReaderOptions;
  readonly #kept = new Map<string, Reading>();

  constructor(options: ConcordanceReaderOptions) {
    this.#options = options;
  }

  /** `checkpoint` is called every now and then, and throws to end the reading. */
  concordance(request: ConcordanceRequest, checkpoint: () => void): ConcordancePage {
    const set = this.#options.setOf(request.resultSet);
    const concordance = this.#reading(`lines ${String(set.id)}`, () => new Concordance(this.#hitsOf(set)));
    concordance.read(this.#forAWhile(checkpoint));
    return concordance.page(request);
  }

  collocates(request: CollocatesRequest, checkpoint: () => void): CollocatesPage {
    const set = this.#options.setOf(request.resultSet);
    const { left, right } = request;
    const collocates = this.#reading(
      `words ${[set.id, left, right].join(' ')}`,
      () => new Collocates(this.#hitsOf(set), { left, right }),
    );
    collocates.read(this.#forAWhile(checkpoint));
    return collocates.page(request);
  }

  #hitsOf(set: ResultSet): HitsToRead {
    const { orderOf, readTexts } = this.#options;
    return {
      answer: { first: set.ranked.articles, total: set.total, all: () => orderOf(set) },
      highlighter: set.highlighter,
      analysis: extendedAnalysis,
      readTexts,
    };
  }

  #reading<Kind extends Reading>(key: string, begin: () => Kind): Kind {
    const reading = (this.#kept.get(key) as Kind | undefined) ?? begin();
    this.#kept.delete(key);
    this.#kept.set(key, reading);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptReadings && oldest !== undefined) this.#kept.delete(oldest);
    return reading;
  }

  #forAWhile(checkpoint: () => void): () => boolean {
    const untilMs = this.#options.clock() + readMs;
    return () => {
      checkpoint();
      return this.#options.clock() < untilMs;
    };
  }
}
