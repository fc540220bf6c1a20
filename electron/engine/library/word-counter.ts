import { hashPrime, hashSeed, TextUnits, TokenTable, wordUnits } from './token-table.ts';
import { mostListed, WordList } from './word-list.ts';

/** A list names no word of fewer articles: it outlives the article that a word came from, and must not tell of it. */
const fewestArticles = 4;
/** Longer tokens are lines of a table or the like. */
const longestToken = 40;
/** Distinct tokens that are counted: in texts that have more, most of them are no words. */
const mostCounted = 500_000;

/** Counts the tokens of articles, and lists the most frequent ones. */
export class WordCounter {
  readonly #text = new TextUnits();
  readonly #tokens = new TokenTable();
  #counts = new Uint32Array(1024);
  #articles = new Uint32Array(1024);
  #lastArticle = new Uint32Array(1024);
  #taken = 0;

  /** Articles that were taken. */
  get taken(): number {
    return this.#taken;
  }

  take(text: string): void {
    this.#taken += 1;
    const units = this.#text.of(text);
    const tokens = this.#tokens;
    const { length } = text;
    for (let start = 0; start < length && tokens.length < mostCounted;) {
      const isWord = wordUnits[units[start] as number];
      let hash = hashSeed;
      let end = start;
      do {
        hash = Math.imul(hash ^ (units[end] as number), hashPrime);
        end += 1;
      } while (end < length && wordUnits[units[end] as number] === isWord);
      if (end - start <= longestToken) this.#count(tokens.numberOf(units, start, end, hash));
      start = end;
    }
  }

  list(): WordList {
    const numbers: number[] = [];
    for (let number = 0; number < this.#tokens.length; number += 1) {
      if ((this.#articles[number] as number) >= fewestArticles) numbers.push(number);
    }
    numbers.sort((a, b) => (this.#counts[b] as number) - (this.#counts[a] as number) || a - b);
    return new WordList(numbers.slice(0, mostListed).map((number) => this.#tokens.token(number)));
  }

  #count(number: number): void {
    if (number >= this.#counts.length) {
      this.#counts = doubled(this.#counts);
      this.#articles = doubled(this.#articles);
      this.#lastArticle = doubled(this.#lastArticle);
    }
    this.#counts[number] = (this.#counts[number] as number) + 1;
    if (this.#lastArticle[number] === this.#taken) return;
    this.#lastArticle[number] = this.#taken;
    this.#articles[number] = (this.#articles[number] as number) + 1;
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
