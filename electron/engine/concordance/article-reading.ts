import type { ReadSoFar } from '../../contract/concordance-api.ts';
import type { ExtractedArticle } from '../../contract/article.ts';
import { articleId, type ArticleId } from '../../contract/ids.ts';

/** The texts of articles; one that is lost or damaged is left out. */
export type ReadTexts = (ids: readonly ArticleId[]) => ReadonlyMap<ArticleId, ExtractedArticle>;

/** The articles of an answer in its order: the first ones are known, and all of them are put in order once they are asked for. */
export type AnswerToRead = Readonly<{ first: Uint32Array; total: number; all: () => Uint32Array }>;

const articlesAtOnce = 32;

/** A walk over the articles of an answer that can be broken off and gone on with. */
export class ArticleReading {
  readonly #answer: AnswerToRead;
  readonly #readTexts: ReadTexts;
  #ordered: Uint32Array;
  #done = 0;
  #isCut = false;

  constructor(answer: AnswerToRead, readTexts: ReadTexts) {
    this.#answer = answer;
    this.#readTexts = readTexts;
    this.#ordered = answer.first;
  }

  get soFar(): ReadSoFar {
    const { total } = this.#answer;
    return { articles: this.#done, of: total, isWhole: this.#isWhole, isCut: this.#isCut };
  }

  get #isWhole(): boolean {
    return this.#isCut || this.#done === this.#answer.total;
  }

  /** The article at a place of the answer that was read. */
  idAt(place: number): ArticleId {
    return articleId(this.#ordered[place] as number);
  }

  /** Reads on as long as `goesOn` says so, asked every few articles; for good no more where `take` has enough. */
  read(goesOn: () => boolean, take: (article: ExtractedArticle | undefined) => 'more' | 'enough'): void {
    while (!this.#isWhole && goesOn()) {
      if (this.#done === this.#ordered.length) this.#ordered = this.#answer.all();
      const ids = Array.from(this.#ordered.subarray(this.#done, this.#done + articlesAtOnce), articleId);
      const articles = this.#readTexts(ids);
      for (const id of ids) {
        this.#done += 1;
        if (take(articles.get(id)) === 'more' || this.#done === this.#answer.total) continue;
        this.#isCut = true;
        break;
      }
    }
  }
}
