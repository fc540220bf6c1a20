const newline = 10;
/** Of so many words the beginning of one is kept: from there the others are found by their line ends. */
export const stride = 8;

/** So many letters are looked for at least: where fewer stand, the others are seldom before them. */
const minRest = 3;
/** Of so many bytes of a table one is counted. */
const counted = 97;

/** Indexes in a table: those in `[from, to)`. */
export type FormRange = Readonly<{ from: number; to: number }>;

/**
 * Sorted words as one run of UTF-8, each with a line end after it: a million words take their letters and half a byte
 * each, and one search of bytes runs through them all.
 */
export class FormTable {
  readonly length: number;
  /** Bytes of the longest word: no word has more UTF-16 code units. */
  readonly maxBytes: number;
  readonly #bytes: Buffer;
  /** Where every eighth word begins. */
  readonly #starts: Uint32Array;
  /** How often each byte was met among those that were counted. */
  readonly #frequencies = new Uint32Array(256);

  /** `bytes` holds `length` words. */
  constructor(bytes: Uint8Array, length: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const starts = new Uint32Array(Math.ceil(length / stride));
    let words = 0;
    let maxBytes = 0;
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] !== newline) continue;
      if (words % stride === 0) starts[words / stride] = start;
      if (at - start > maxBytes) maxBytes = at - start;
      words += 1;
      start = at + 1;
    }
    if (words !== length) throw new RangeError(`${String(words)} words instead of ${String(length)}`);
    for (let at = 0; at < bytes.length; at += counted) {
      const byte = bytes[at] as number;
      this.#frequencies[byte] = (this.#frequencies[byte] as number) + 1;
    }
    this.maxBytes = maxBytes;
    this.length = length;
    this.#starts = starts;
  }

  static of(words: readonly string[]): FormTable {
    return new FormTable(Buffer.from(words.map((word) => `${word}\n`).join('')), words.length);
  }

  /** The bytes of all words, each with a line end after it. Not to be changed. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Where every `stride`th word begins in them. Not to be changed. */
  get starts(): Uint32Array {
    return this.#starts;
  }

  word(index: number): string {
    const start = this.#startOf(index);
    return this.#bytes.toString('utf8', start, this.#endOf(start));
  }

  /** The index of the first word, from `from` on, that does not sort before `key` (by code unit). */
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
  indexOf(word: string): number {
    const index = this.lowerBound(word);
    return index < this.length && this.word(index) === word ? index : -1;
  }

  /** Indexes of the words that begin with `prefix`. */
  beginning(prefix: string): FormRange {
    const from = this.lowerBound(prefix);
    let to = from;
    for (let high = this.length; to < high;) {
      const middle = (to + high) >>> 1;
      if (this.word(middle).startsWith(prefix)) to = middle + 1;
      else high = middle;
    }
    return { from, to };
  }

  /** Indexes, out of `among`, of the words that hold `piece`, at their end when `atEnd` says so, and pass `test`. */
  holding(
    piece: string,
    atEnd: boolean,
    among: FormRange,
    test: ((word: string) => boolean) | null,
  ): number[] {
    const indexes: number[] = [];
    if (among.from === among.to) return indexes;
    const wanted = Buffer.from(atEnd ? `${piece}\n` : piece);
    let index = among.from;
    let start = this.#startOf(index);
    const bytes = this.#bytes.subarray(0, this.#endOf(this.#startOf(among.to - 1)) + 1);
    const rest = wanted.subarray(this.#rarestIn(wanted));
    for (let found = nextIn(bytes, wanted, rest, start); found >= 0;) {
      const known = this.#lastStartBefore(found, Math.floor(index / stride));
      if (known * stride > index) {
        index = known * stride;
        start = this.#starts[known] as number;
      }
      for (let before = this.#endOf(start); before < found; before = this.#endOf(start)) {
        index += 1;
        start = before + 1;
      }
      const end = this.#endOf(found);
      if (test === null || test(bytes.toString('utf8', start, end))) indexes.push(index);
      index += 1;
      start = end + 1;
      found = nextIn(bytes, wanted, rest, start);
    }
    return indexes;
  }

  /** Where the rarest byte of `wanted` stands that is not among the last. */
  #rarestIn(wanted: Uint8Array): number {
    let rarest = 0;
    for (let at = 1; at <= wanted.length - minRest; at += 1) {
      const [frequency = 0, min = 0] = [
        this.#frequencies[wanted[at] ?? 0],
        this.#frequencies[wanted[rarest] ?? 0],
      ];
      if (frequency < min) rarest = at;
    }
    return rarest;
  }

  #startOf(index: number): number {
    let start = this.#starts[Math.floor(index / stride)] as number;
    for (let left = index % stride; left > 0; left -= 1) start = this.#endOf(start) + 1;
    return start;
  }

  /** The line end of the word that byte `at` belongs to. */
  #endOf(at: number): number {
    const bytes = this.#bytes;
    let end = at;
    while (bytes[end] !== newline && end < bytes.length) end += 1;
    return end;
  }

  /** The last of the known beginnings that is not after byte `at`, looked for from `from` on: near by first. */
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

/**
 * The first offset from `from` on where `wanted` stands; -1 when there is none. Buffer.indexOf goes from one byte to the next
 * that is as the first it looks for: it looks for `rest`, the end of `wanted`, and what stands before is compared then.
 */
function nextIn(bytes: Buffer, wanted: Buffer, rest: Buffer, from: number): number {
  const skipped = wanted.length - rest.length;
  for (let at = bytes.indexOf(rest, from + skipped); at >= 0; at = bytes.indexOf(rest, at + 1)) {
    let same = 0;
    while (same < skipped && bytes[at - skipped + same] === wanted[same]) same += 1;
    if (same === skipped) return at - skipped;
  }
  return -1;
}
