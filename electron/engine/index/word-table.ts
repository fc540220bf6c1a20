const newline = 10;

/**
 * Sorted words as one run of UTF-8, each with a line end behind it: a million words take their letters and four bytes
 * each, and one search of bytes runs through them all.
 */
export class WordTable {
  readonly length: number;
  /** Bytes of the longest word: no word has more UTF-16 code units. */
  readonly longest: number;
  readonly #bytes: Buffer;
  /** Where each word begins; one more at the end. */
  readonly #starts: Uint32Array;

  /** `bytes` holds `length` words. */
  constructor(bytes: Uint8Array, length: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = new Uint32Array(length + 1);
    let word = 0;
    for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === newline) starts[(word += 1)] = at + 1;
    let longest = 0;
    for (let place = 0; place < length; place += 1) {
      longest = Math.max(longest, (starts[place + 1] as number) - (starts[place] as number) - 1);
    }
    this.longest = longest;
    if (word !== length) throw new RangeError(`${String(word)} words instead of ${String(length)}`);
    this.length = length;
    this.#starts = starts;
  }

  static of(words: readonly string[]): WordTable {
    return new WordTable(Buffer.from(words.map((word) => `${word}\n`).join('')), words.length);
  }

  word(place: number): string {
    return this.#bytes.toString('utf8', this.#starts[place], (this.#starts[place + 1] ?? 0) - 1);
  }

  /** The place of the first word, from `from` on, that does not sort before `key` (by code unit). */
  lowerBound(key: string, from = 0): number {
    let low = from;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.word(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a word is; -1 when it is not in the table. */
  placeOf(word: string): number {
    const place = this.lowerBound(word);
    return place < this.length && this.word(place) === word ? place : -1;
  }

  /** Places of the words that begin with `prefix` and pass `test`. */
  beginning(prefix: string, test: (word: string) => boolean): number[] {
    const places: number[] = [];
    for (let place = this.lowerBound(prefix); place < this.length; place += 1) {
      const word = this.word(place);
      if (!word.startsWith(prefix)) break;
      if (test(word)) places.push(place);
    }
    return places;
  }

  /** Places of the words that hold `piece`, at their end when `atEnd` says so, and pass `test`. */
  holding(piece: string, atEnd: boolean, test: ((word: string) => boolean) | null): number[] {
    const sought = Buffer.from(atEnd ? `${piece}\n` : piece);
    const starts = this.#starts;
    const places: number[] = [];
    let place = 0;
    for (let found = this.#bytes.indexOf(sought); found >= 0;) {
      place = this.#placeOf(found, place);
      if (test === null || test(this.word(place))) places.push(place);
      found = this.#bytes.indexOf(sought, starts[place + 1]);
    }
    return places;
  }

  /** The word that byte `at` belongs to, looked for from `place` on: near by first. */
  #placeOf(at: number, place: number): number {
    const starts = this.#starts;
    let low = place;
    let step = 1;
    while (low + step < this.length && (starts[low + step] as number) <= at) {
      low += step;
      step *= 2;
    }
    let high = Math.min(this.length - 1, low + step);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
