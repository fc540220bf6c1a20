import { textOf, type Utf16Slice } from './utf16-slice.ts';

const minSlots = 1 << 12;

/**
 * Distinct strings, numbered in the order in which they came: a hash table with open addressing over typed arrays. It
 * is asked for every word of an archive; a `Map` would want each as a string of its own first, and hash that.
 */
export class StringHashTable {
  /** For each slot, one more than the number of its string, 0 for none; and the hash of that. */
  #slots = new Int32Array(2 * minSlots);
  #mask = minSlots - 1;
  #units = new Uint16Array(1 << 14);
  /** Where each string begins in `#units`, and where the last one ends. */
  #starts = new Uint32Array(1 << 10);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Good until the next string is added. */
  letters(number: number): Utf16Slice {
    return {
      units: this.#units,
      from: this.#starts[number] as number,
      to: this.#starts[number + 1] as number,
    };
  }

  text(number: number): string {
    return textOf(this.letters(number));
  }

  /** Below 0 when one string stands before another by code unit, above 0 when after it. */
  compare(one: number, other: number): number {
    const units = this.#units;
    const [from, otherFrom] = [this.#starts[one] as number, this.#starts[other] as number];
    const length = (this.#starts[one + 1] as number) - from;
    const otherLength = (this.#starts[other + 1] as number) - otherFrom;
    const shorter = Math.min(length, otherLength);
    for (let at = 0; at < shorter; at += 1) {
      const difference = (units[from + at] as number) - (units[otherFrom + at] as number);
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  }

  /** The number of the string in `[start, end)` of `units`, -1 when it was never added. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[2 * slot] as number) - 1;
      if (number < 0) return -1;
      if (slots[2 * slot + 1] === hash && this.#isSame(number, units, start, end)) return number;
    }
  }

  /** Adds a string that `find` did not find, and returns its number. */
  add(units: Uint16Array, start: number, end: number, hash: number): number {
    const number = this.#size;
    if (2 * number > this.#mask) this.#growSlots();
    const from = this.#starts[number] as number;
    this.#makeRoom(from + end - start);
    for (let at = start; at < end; at += 1) this.#units[from + at - start] = units[at] as number;
    this.#starts[number + 1] = from + end - start;
    this.#size = number + 1;
    this.#fill(number, hash);
    return number;
  }

  #isSame(number: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units;
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== end - start) return false;
    const shift = from - start;
    for (let at = start; at < end; at += 1) if (own[at + shift] !== units[at]) return false;
    return true;
  }

  #fill(number: number, hash: number): void {
    let slot = spread(hash) & this.#mask;
    while (this.#slots[2 * slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[2 * slot] = number + 1;
    this.#slots[2 * slot + 1] = hash;
  }

  #growSlots(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    this.#mask = before.length - 1;
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot] !== 0) this.#fill((before[slot] as number) - 1, before[slot + 1] as number);
    }
  }

  #makeRoom(units: number): void {
    if (units > this.#units.length) {
      const larger = new Uint16Array(Math.max(units, 2 * this.#units.length));
      larger.set(this.#units);
      this.#units = larger;
    }
    if (this.#size + 2 > this.#starts.length) {
      const larger = new Uint32Array(2 * this.#starts.length);
      larger.set(this.#starts);
      this.#starts = larger;
    }
  }
}

/** The low bits of FNV-1a follow the last letters alone; a slot is chosen by all of them. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
