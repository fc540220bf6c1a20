import { charCode } from './char-code.ts';

const none = -1;

/**
 * A fixed set of words that are looked up as units: nearly every word of a text is none of them, and making a string
 * of each to look it up takes most of the time. Words have the numbers of their places in the list.
 */
export class WordSet {
  readonly #words: readonly string[];
  readonly #longest: number;
  readonly #mask: number;
  /** Open addressing: numbers of words at the places of their hashes, or after those. */
  readonly #slots: Int32Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#longest = words.reduce((longest, word) => Math.max(longest, word.length), 0);
    this.#mask = 2 ** Math.ceil(Math.log2(words.length * 4 + 1)) - 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(none);
    const units = new Uint16Array(this.#longest);
    words.forEach((word, number) => {
      for (let at = 0; at < word.length; at++) units[at] = charCode(word, at);
      let slot = this.#slotOf(units, 0, word.length);
      while (this.#slots[slot] !== none) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = number;
    });
  }

  /** The number of the word that stands in `[start, end)`, or -1. */
  find(units: Uint16Array, start: number, end: number): number {
    if (end - start > this.#longest) return none;
    let slot = this.#slotOf(units, start, end);
    for (;;) {
      const number = this.#slots[slot] ?? none;
      if (number === none || this.#isWord(number, units, start, end)) return number;
      slot = (slot + 1) & this.#mask;
    }
  }

  #slotOf(units: Uint16Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }

  #isWord(number: number, units: Uint16Array, start: number, end: number): boolean {
    const word = this.#words[number] ?? '';
    if (word.length !== end - start) return false;
    for (let at = start; at < end; at++) if (charCode(word, at - start) !== units[at]) return false;
    return true;
  }
}
