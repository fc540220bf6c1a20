import { ByteReader } from '../bytes/byte-buffer.ts';

/**
 * The first term of each block of a dictionary. Held as code units: the first search of a library waits for them, and
 * making ten thousands of strings would take it longer than anything else that it needs to find a word.
 */
export class TermBlockIndex {
  readonly length: number;
  readonly #units: Uint16Array;
  /** Where each begins in the units; one more at the end. */
  readonly #starts: Uint32Array;

  /** `bytes` holds at most `maxKeys` keys, each after the one before; more fail with a RangeError. */
  constructor(bytes: Uint8Array, maxKeys: number) {
    const reader = new ByteReader(bytes);
    const starts = new Uint32Array(maxKeys + 1);
    let units = new Uint16Array(bytes.length * 2);
    let [length, previous, end] = [0, 0, 0];
    while (!reader.done) {
      if (length === maxKeys) throw new RangeError(`there are more than ${String(maxKeys)} keys`);
      const shared = reader.varint();
      const whole = shared + reader.varint();
      if (end + whole > units.length) units = enlarged(units, end + whole);
      for (let at = 0; at < shared; at += 1) units[end + at] = units[previous + at] as number;
      for (let at = shared; at < whole; at += 1) units[end + at] = reader.varint();
      previous = end;
      end += whole;
      starts[++length] = end;
    }
    this.length = length;
    this.#units = units.slice(0, end);
    this.#starts = starts;
  }

  /** The number of the last one that does not sort after `term`; 0 when there is none. */
  lastUpTo(term: string): number {
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#compare(middle, term) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** By code unit: below 0 when the key sorts before `term`, above 0 when after it. */
  #compare(number: number, term: string): number {
    const start = this.#starts[number] as number;
    const length = (this.#starts[number + 1] as number) - start;
    for (let at = 0; at < length && at < term.length; at += 1) {
      const difference = (this.#units[start + at] as number) - term.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - term.length;
  }
}

function enlarged(units: Uint16Array<ArrayBuffer>, needed: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(Math.max(needed, units.length * 2));
  larger.set(units);
  return larger;
}
