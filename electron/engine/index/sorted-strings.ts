import { hashBasis, hashPrime } from '../analysis/word-cursor.ts';
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
    const order = new Uint32Array(this.#texts.length);
    const keys = new Float64Array(this.#texts.length);
    let old = 0;
    let to = 0;
    const takeOld = (): void => {
      order[to] = this.#order[old] as number;
      keys[to] = this.#keys[old] as number;
      old += 1;
      to += 1;
    };
    for (let nth = 0; nth < places.length; nth += 1) {
      const number = first + (places[nth] as number);
      const text = this.text(number);
      const key = prefixKey(text);
      while (old < first && this.#isBefore(old, text, key)) takeOld();
      order[to] = number;
      keys[to] = key;
      to += 1;
    }
    while (old < first) takeOld();
    this.#order = order;
    this.#keys = keys;
  }

  /** Whether the string at `place` of the order sorts before `text`, whose key is `key`. */
  #isBefore(place: number, text: string, key: number): boolean {
    const own = this.#keys[place] as number;
    return own === key ? this.text(this.#order[place] as number) < text : own < key;
  }
}
