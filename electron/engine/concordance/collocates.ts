import { dictionaryOrder } from '../analysis/dictionary-order.ts';
import type { ExtractedArticle, TextRange } from '../../contract/article.ts';
import type { Collocate, CollocatesPage, CollocatesRequest } from '../../contract/concordance-api.ts';
import type { WordCursor } from '../analysis/word-cursor.ts';
import { Uint32List } from '../index/bytes/uint32-list.ts';
import { searchedFields } from '../index/schema/fields.ts';
import { ArticleReading } from './article-reading.ts';
import { logLikelihood, mutualInformation } from './association.ts';
import type { HitsToRead } from './concordance.ts';
import { runningTexts } from './running-texts.ts';
import { WordForms } from './word-forms.ts';
import { leftOfHit, rightOfHit, WrittenCounts } from './written-counts.ts';

/** Words are put in order as a dictionary has them, in any script. */

/** Stands where a word of a hit is, which is no collocate of it. */
const ofHit = 4;

/**
 * Counts the words near the hits of an answer beside all words of its articles. A word near two hits counts once, and what
 * is searched without being named is counted: not the furniture.
 */
export class Collocates {
  readonly #hits: HitsToRead;
  readonly #window: Readonly<{ left: number; right: number }>;
  readonly #reading: ArticleReading;
  readonly #cursor: WordCursor;
  readonly #forms: WordForms;
  readonly #counts = new WrittenCounts();
  /** Of the text that is counted: the number, the start and the end of each word. */
  readonly #numbers = new Uint32List();
  readonly #starts = new Uint32List();
  readonly #ends = new Uint32List();
  #words = 0;
  #near = 0;

  constructor(hits: HitsToRead, window: Readonly<{ left: number; right: number }>) {
    this.#hits = hits;
    this.#window = window;
    this.#reading = new ArticleReading(hits.answer, hits.readTexts);
    this.#cursor = hits.analysis.newCursor();
    this.#forms = new WordForms(hits.analysis);
  }

  /** Reads on as long as `goesOn` says so, a few articles at least. */
  read(goesOn: () => boolean): void {
    this.#reading.read(goesOn, (article) => {
      if (article !== undefined) this.#take(article);
      return 'more';
    });
  }

  page({
    sort,
    atLeast,
    offset,
    limit,
  }: Pick<CollocatesRequest, 'sort' | 'atLeast' | 'offset' | 'limit'>): CollocatesPage {
    const [near, words] = [this.#near, this.#words];
    const collocates = this.#counts
      .forms(this.#forms, atLeast)
      .filter(({ together, inAll }) => together * words > near * inAll)
      .map(({ word, together, left, right, inAll }): Collocate => {
        const association = { together, inAll, near, words };
        return {
          ...{ word, together, left, right, inAll },
          logLikelihood: logLikelihood(association),
          mutualInformation: mutualInformation(association),
        };
      })
      .sort((a, b) => orders[sort](a, b) || byWord(a, b));
    return {
      collocates: collocates.slice(offset, offset + limit),
      total: collocates.length,
      near,
      words,
      read: this.#reading.soFar,
    };
  }

  #take({ fields }: ExtractedArticle): void {
    for (const { field, words } of runningTexts(fields)) {
      if (!searchedFields.includes(field)) continue;
      this.#readWords(words);
      this.#count(this.#sidesOf(this.#hits.highlighter.ranges(words, field)));
    }
  }

  #readWords(text: string): void {
    const cursor = this.#cursor;
    for (const list of [this.#numbers, this.#starts, this.#ends]) list.clear();
    cursor.open(text);
    while (cursor.next()) {
      const number = this.#forms.numberOf(cursor);
      if (this.#forms.formOf(number) === 0) continue;
      this.#numbers.push(number);
      this.#starts.push(cursor.start);
      this.#ends.push(cursor.end);
    }
  }

  /** For each word of the text the sides of hits that it stands on. */
  #sidesOf(hits: readonly TextRange[]): Uint8Array {
    const { length } = this.#numbers;
    const sides = new Uint8Array(length);
    let word = 0;
    for (const [start, end] of hits) {
      while (word < length && (this.#ends.values[word] as number) <= start) word += 1;
      const first = word;
      while (word < length && (this.#starts.values[word] as number) < end) word += 1;
      mark(sides, first, word, ofHit);
      mark(sides, first - this.#window.left, first, leftOfHit);
      mark(sides, word, word + this.#window.right, rightOfHit);
    }
    return sides;
  }

  #count(sides: Uint8Array): void {
    for (let word = 0; word < sides.length; word += 1) {
      const side = sides[word] as number;
      if ((side & ofHit) !== 0) continue;
      this.#words += 1;
      if (side !== 0) this.#near += 1;
      this.#counts.add(this.#numbers.values[word] as number, side);
    }
  }
}

function mark(sides: Uint8Array, from: number, to: number, side: number): void {
  for (let word = Math.max(0, from); word < Math.min(sides.length, to); word += 1) {
    sides[word] = (sides[word] as number) | side;
  }
}

function byWord(a: Collocate, b: Collocate): number {
  return dictionaryOrder(a.word, b.word);
}

const orders: Readonly<Record<CollocatesRequest['sort'], (a: Collocate, b: Collocate) => number>> = {
  'log-likelihood': (a, b) => b.logLikelihood - a.logLikelihood,
  'mutual-information': (a, b) => b.mutualInformation - a.mutualInformation,
  together: (a, b) => b.together - a.together,
  word: byWord,
};
