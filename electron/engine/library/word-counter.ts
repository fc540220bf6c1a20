import { hashBasis, hashMask, hashPrime, TextUnits } from '../analysis/word-cursor.ts';
import { StringTable } from '../index/string-table.ts';
import { wordUnits } from './word-units.ts';
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
  readonly #tokens = new StringTable();
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
    const length = this.#text.take(text);
    const { units } = this.#text;
    const tokens = this.#tokens;
    for (let start = 0; start < length && tokens.size < mostCounted;) {
      const isWord = wordUnits[units[start] as number];
      let hash = hashBasis;
      let end = start;
      do {
        hash = Math.imul(hash ^ (units[end] as number), hashPrime);
        end += 1;
      } while (end < length && wordUnits[units[end] as number] === isWord);
      if (end - start <= longestToken) {
        hash &= hashMask;
        const known = tokens.find(units, start, end, hash);
        this.#count(known < 0 ? tokens.add(units, start, end, hash) : known);
      }
      start = end;
    }
  }

  list(): WordList {
    const numbers: number[] = [];
    for (let number = 0; number < this.#tokens.size; number += 1) {
      if ((this.#articles[number] as number) >= fewestArticles) numbers.push(number);
    }
    numbers.sort((a, b) => (this.#counts[b] as number) - (this.#counts[a] as number) || a - b);
    return new WordList(numbers.slice(0, mostListed).map((number) => this.#tokens.text(number)));
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
