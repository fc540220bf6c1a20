import { decodeColumn, type Column } from '../schema/columns.ts';
import type { SegmentStore } from '../storage/segment-store.ts';

const newline = 10;
/** Bytes of a form that `prefix` holds. */
const prefixBytes = 6;

/**
 * UTF-8 sorts as UTF-16 does but for U+E000 to U+FFFF, which in UTF-16 come after the surrogate pairs of what needs
 * four bytes: this sorts their first bytes after those.
 */
function rankOf(byte: number): number {
  if (byte < 0xee) return byte;
  return byte < 0xf0 ? byte + 5 : byte - 2;
}

/** Walks through the written forms of a segment in order: the current one is `[start, end)` of `bytes`. */
export class FormCursor {
  bytes: Uint8Array = new Uint8Array();
  start = 0;
  end = -1;
  /** The first bytes as one number, which tells most forms apart. */
  prefix = 0;
  /** The number of the current form in the segment. */
  index = -1;
  readonly #store: SegmentStore;
  readonly #segment: number;
  readonly #terms: Column;
  readonly #numbers: Column;
  #block = 0;

  constructor(store: SegmentStore, segment: number) {
    this.#store = store;
    this.#segment = segment;
    this.#terms = decodeColumn(store.column(segment, 'form-terms'));
    this.#numbers = decodeColumn(store.column(segment, 'form-numbers'));
  }

  /** The number of the term of the current form. */
  get term(): number {
    return this.#terms[this.index] as number;
  }

  /** The number of the current form among those of its term. */
  get number(): number {
    return this.#numbers[this.index] as number;
  }

  /** Whether the last form was passed. */
  get isOver(): boolean {
    return this.index >= this.#terms.length;
  }

  /** Goes on to the next form; false after the last. */
  next(): boolean {
    this.index += 1;
    if (this.isOver) return false;
    let at = this.end + 1;
    if (at >= this.bytes.length) {
      this.bytes = this.#store.part('form_blocks', this.#segment, this.#block);
      this.#block += 1;
      at = 0;
    }
    const { bytes } = this;
    this.start = at;
    let prefix = 0;
    for (let nth = 0; nth < prefixBytes; nth += 1) {
      const byte = bytes[at] as number;
      if (byte === newline) prefix *= 256;
      else {
        prefix = prefix * 256 + rankOf(byte);
        at += 1;
      }
    }
    while (bytes[at] !== newline) at += 1;
    this.end = at;
    this.prefix = prefix;
    return true;
  }

  /** Below 0 when the current form comes before that of `other`, 0 when they are the same. */
  compare(other: FormCursor): number {
    if (this.prefix !== other.prefix) return this.prefix - other.prefix;
    const length = Math.min(this.end - this.start, other.end - other.start);
    for (let at = prefixBytes; at < length; at += 1) {
      const own = this.bytes[this.start + at] as number;
      const theirs = other.bytes[other.start + at] as number;
      if (own !== theirs) return rankOf(own) - rankOf(theirs);
    }
    return this.end - this.start - (other.end - other.start);
  }
}
