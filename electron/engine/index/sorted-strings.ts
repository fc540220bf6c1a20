import { hashBasis, hashMask, hashPrime } from '../analysis/word-cursor.ts';
import type { Letters } from './letters.ts';
import { orderOfStrings, prefixKey } from './order-of-strings.ts';
import { StringTable } from './string-table.ts';

/** Distinct strings, numbered in the order in which they came, and their order by UTF-16 code unit. */
export class SortedStrings {
  readonly #texts: string[] = [];
  readonly #table = new StringTable();
  /** Code units of the string that is asked for. */
  #units = new Uint16Array(64);
  #order = new Uint32Array();
  /** What `prefixKey` makes of the strings in that order: most are told apart by it, without reading a letter. */
  #keys = new Float64Array();

  get size(): number {
    return this.#texts.length;
  }

  text(number: number): string {
    return this.#texts[number] as string;
  }

  /** Good until the next string is added. */
  letters(number: number): Letters {
    return this.#table.letters(number);
  }

  /** The number of the string in `[start, end)` of `units`, -1 when it is none of these. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#table.find(units, start, end, hash);
  }

  /** The number of a string, which is added when it is new. */
  numberOf(text: string): number {
    const { length } = text;
    if (length > this.#units.length) this.#units = new Uint16Array(2 * length);
    const units = this.#units;
    let hash = hashBasis;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      units[at] = unit;
      hash = Math.imul(hash ^ unit, hashPrime);
    }
    hash &= hashMask;
    const known = this.#table.find(units, 0, length, hash);
    if (known >= 0) return known;
    this.#texts.push(text);
    return this.#table.add(units, 0, length, hash);
  }

  /** Numbers of all strings in their order. Sorts those that came since the last time, and merges them in. */
  sorted(): Uint32Array {
    const before = this.#order.length;
    if (before < this.#texts.length) this.#mergeIn(before, orderOfStrings(this.#texts.slice(before)));
    return this.#order;
  }

  #mergeIn(first: number, places: Uint32Array): void {
    const texts = this.#texts;
    const [oldOrder, oldKeys] = [this.#order, this.#keys];
    const order = new Uint32Array(texts.length);
    const keys = new Float64Array(texts.length);
    let old = 0;
    for (let nth = 0; nth < places.length; nth += 1) {
      const number = first + (places[nth] as number);
      const text = texts[number] as string;
      const key = prefixKey(text);
      for (; old < first; old += 1) {
        const oldKey = oldKeys[old] as number;
        const place = oldOrder[old] as number;
        // Only where the beginnings are alike do the letters have to be read.
        if (oldKey > key || (oldKey === key && (texts[place] as string) > text)) break;
        order[old + nth] = place;
        keys[old + nth] = oldKey;
      }
      order[old + nth] = number;
      keys[old + nth] = key;
    }
    order.set(oldOrder.subarray(old), old + places.length);
    keys.set(oldKeys.subarray(old), old + places.length);
    this.#order = order;
    this.#keys = keys;
  }
}
