const newline = 10;
/** Of so many words the beginning of one is kept: from there the others are found by their line ends. */
const stride = 8;

/** Places in a table: those in `[from, to)`. */
export type PlaceRange = Readonly<{ from: number; to: number }>;

/**
 * Sorted words as one run of UTF-8, each with a line end behind it: a million words take their letters and half a byte
 * each, and one search of bytes runs through them all.
 */
export class WordTable {
  readonly length: number;
  /** Bytes of the longest word: no word has more UTF-16 code units. */
  readonly longest: number;
  readonly #bytes: Buffer;
  /** Where every eighth word begins. */
  readonly #starts: Uint32Array;

  /** `bytes` holds `length` words. */
  constructor(bytes: Uint8Array, length: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = new Uint32Array(Math.ceil(length / stride));
    let words = 0;
    let longest = 0;
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] !== newline) continue;
      if (words % stride === 0) starts[words / stride] = start;
      if (at - start > longest) longest = at - start;
      words += 1;
      start = at + 1;
    }
    if (words !== length) throw new RangeError(`${String(words)} words instead of ${String(length)}`);
    this.longest = longest;
    this.length = length;
    this.#starts = starts;
  }

  static of(words: readonly string[]): WordTable {
    return new WordTable(Buffer.from(words.map((word) => `${word}\n`).join('')), words.length);
  }

  word(place: number): string {
    const start = this.#startOf(place);
    return this.#bytes.toString('utf8', start, this.#endOf(start));
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

  /** Places of the words that begin with `prefix`. */
  beginning(prefix: string): PlaceRange {
    const from = this.lowerBound(prefix);
    let to = from;
    for (let high = this.length; to < high;) {
      const middle = (to + high) >>> 1;
      if (this.word(middle).startsWith(prefix)) to = middle + 1;
      else high = middle;
    }
    return { from, to };
  }

  /** Places, out of `among`, of the words that hold `piece`, at their end when `atEnd` says so, and pass `test`. */
  holding(
    piece: string,
    atEnd: boolean,
    among: PlaceRange,
    test: ((word: string) => boolean) | null,
  ): number[] {
    const places: number[] = [];
    if (among.from === among.to) return places;
    const sought = Buffer.from(atEnd ? `${piece}\n` : piece);
    let place = among.from;
    let start = this.#startOf(place);
    const bytes = this.#bytes.subarray(0, this.#endOf(this.#startOf(among.to - 1)) + 1);
    for (let found = bytes.indexOf(sought, start); found >= 0;) {
      const known = this.#lastStartBefore(found, Math.floor(place / stride));
      if (known * stride > place) {
        place = known * stride;
        start = this.#starts[known] as number;
      }
      for (let end = this.#endOf(start); end < found; end = this.#endOf(start)) {
        place += 1;
        start = end + 1;
      }
      const end = this.#endOf(found);
      if (test === null || test(bytes.toString('utf8', start, end))) places.push(place);
      place += 1;
      start = end + 1;
      found = bytes.indexOf(sought, start);
    }
    return places;
  }

  #startOf(place: number): number {
    let start = this.#starts[Math.floor(place / stride)] as number;
    for (let left = place % stride; left > 0; left -= 1) start = this.#endOf(start) + 1;
    return start;
  }

  /** The line end of the word that byte `at` belongs to. */
  #endOf(at: number): number {
    const bytes = this.#bytes;
    let end = at;
    while (bytes[end] !== newline && end < bytes.length) end += 1;
    return end;
  }

  /** The last of the known beginnings that is not behind byte `at`, looked for from `from` on: near by first. */
  #lastStartBefore(at: number, from: number): number {
    const starts = this.#starts;
    let low = from;
    let step = 1;
    while (low + step < starts.length && (starts[low + step] as number) <= at) {
      low += step;
      step *= 2;
    }
    let high = Math.min(starts.length - 1, low + step);
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
