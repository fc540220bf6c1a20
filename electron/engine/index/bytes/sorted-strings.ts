import { hashOf } from '../../analysis/word-cursor.ts';
import type { Utf16Slice } from './utf16-slice.ts';
import { sortStrings } from './string-sort.ts';
import { StringHashTable } from './string-hash-table.ts';

/** Distinct strings, numbered in the order in which they came, and their order by UTF-16 code unit. */
export class SortedStrings {
  readonly #table = new StringHashTable();
  /** Code units of the string that is asked for. */
  #units = new Uint16Array(64);
  #order = new Uint32Array();
  /** What `prefixKey` makes of the strings in that order: most are told apart by it, without reading a letter. */
  #keys = new Float64Array();

  get size(): number {
    return this.#table.size;
  }

  text(number: number): string {
    return this.#table.text(number);
  }

  /** Good until the next string is added. */
  letters(number: number): Utf16Slice {
    return this.#table.letters(number);
  }

  /** The number of the string in `[start, end)` of `units`, -1 when it is none of these. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#table.find(units, start, end, hash);
  }

  /** Adds a string that `find` did not find, and returns its number. */
  add(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#table.add(units, start, end, hash);
  }

  /** The number of the string `units[0..length)`, which is added when it is new. */
  numberOfUnits(units: Uint16Array, length: number): number {
    const hash = hashOf(units, 0, length);
    const known = this.#table.find(units, 0, length, hash);
    return known < 0 ? this.#table.add(units, 0, length, hash) : known;
  }

  /** The number of a string, which is added when it is new. */
  numberOf(text: string): number {
    const { length } = text;
    if (length > this.#units.length) this.#units = new Uint16Array(2 * length);
    for (let at = 0; at < length; at += 1) this.#units[at] = text.charCodeAt(at);
    return this.numberOfUnits(this.#units, length);
  }

  /** Numbers of all strings in their order. Sorts those that came since the last time, and merges them in. */
  sorted(): Uint32Array {
    const before = this.#order.length;
    if (before < this.size) {
      const keys = new Float64Array(this.size - before);
      this.#mergeIn(before, sortStrings(this.#table, before, keys), keys);
    }
    return this.#order;
  }

  /** Merges `added`, strings from `first` on in their order, into the order; `addedKeys` has theirs by number. */
  #mergeIn(first: number, added: Uint32Array, addedKeys: Float64Array): void {
    const [oldOrder, oldKeys] = [this.#order, this.#keys];
    const order = new Uint32Array(this.size);
    const keys = new Float64Array(this.size);
    let old = 0;
    for (let nth = 0; nth < added.length; nth += 1) {
      const number = added[nth] as number;
      const key = addedKeys[number - first] as number;
      for (; old < first; old += 1) {
        const oldKey = oldKeys[old] as number;
        const earlier = oldOrder[old] as number;
        // Only where the beginnings are alike do the letters have to be read.
        if (oldKey > key || (oldKey === key && this.#table.compare(earlier, number) > 0)) break;
        order[old + nth] = earlier;
        keys[old + nth] = oldKey;
      }
      order[old + nth] = number;
      keys[old + nth] = key;
    }
    order.set(oldOrder.subarray(old), old + added.length);
    keys.set(oldKeys.subarray(old), old + added.length);
    this.#order = order;
    this.#keys = keys;
  }
}
