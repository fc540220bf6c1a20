import { hashBasis, hashMask, hashPrime, TextUnits } from '../../analysis/word-cursor.ts';
import { StringHashTable } from '../../index/bytes/string-hash-table.ts';
import { maxListed, TokenDictionary } from './token-dictionary.ts';
import { wordUnits } from './word-units.ts';

/** A list names no word of fewer articles: it outlives the article that a word came from, and must not tell of it. */
const minArticles = 4;
/** Longer tokens are lines of a table or the like. */
const maxTokenLength = 40;
/** Distinct tokens that are counted: in texts that have more, most of them are no words. */
const maxCounted = 500_000;

const space = 0x20;

/** What is known of a token: how often it was met, in how many articles, and in which one last. */
const counts = { met: 0, articles: 1, last: 2, size: 3 } as const;

/** Counts the tokens of articles, and lists the most frequent ones. */
export class DictionaryTrainer {
  readonly #text = new TextUnits();
  readonly #tokens = new StringHashTable();
  /** The counts of a token stand together: apart, each would be fetched from another place of the memory. */
  #counts = new Uint32Array(1024 * counts.size);
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
    for (let start = 0; start < length && tokens.size < maxCounted;) {
      // Spaces between words are written without a token.
      if (units[start] === space && start > 0 && wordUnits[units[start + 1] as number] === 1) start += 1;
      const isWord = wordUnits[units[start] as number];
      let hash = hashBasis;
      let end = start;
      do {
        hash = Math.imul(hash ^ (units[end] as number), hashPrime);
        end += 1;
      } while (end < length && wordUnits[units[end] as number] === isWord);
      hash &= hashMask;
      if (end - start <= maxTokenLength) {
        const known = tokens.find(units, start, end, hash);
        this.#count(known < 0 ? tokens.add(units, start, end, hash) : known);
      }
      start = end;
    }
  }

  list(): TokenDictionary {
    const numbers: number[] = [];
    for (let number = 0; number < this.#tokens.size; number += 1) {
      const articles = this.#counts[number * counts.size + counts.articles] as number;
      if (articles >= minArticles) numbers.push(number);
    }
    const metOf = (number: number): number => this.#counts[number * counts.size + counts.met] as number;
    numbers.sort((a, b) => metOf(b) - metOf(a) || a - b);
    return new TokenDictionary(numbers.slice(0, maxListed).map((number) => this.#tokens.text(number)));
  }

  #count(number: number): void {
    const at = number * counts.size;
    if (at >= this.#counts.length) {
      const larger = new Uint32Array(this.#counts.length * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    const known = this.#counts;
    known[at + counts.met] = (known[at + counts.met] as number) + 1;
    if (known[at + counts.last] === this.#taken) return;
    known[at + counts.last] = this.#taken;
    known[at + counts.articles] = (known[at + counts.articles] as number) + 1;
  }
}
