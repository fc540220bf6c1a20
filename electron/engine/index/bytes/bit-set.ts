/** A set of whole numbers below `size`, a bit each. */
export class BitSet {
  readonly size: number;
  readonly words: Uint32Array;

  constructor(size: number, words: Uint32Array = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  static full(size: number): BitSet {
    const set = new BitSet(size);
    set.words.fill(0xffff_ffff);
    if ((size & 31) !== 0) set.words[set.words.length - 1] = 0xffff_ffff >>> (32 - (size & 31));
    return set;
  }

  /** Of some values, in any order; just large enough for them. */
  static of(values: Uint32Array): BitSet {
    const set = new BitSet(values.reduce((limit, value) => Math.max(limit, value), -1) + 1);
    for (const value of values) set.add(value);
    return set;
  }

  has(value: number): boolean {
    return (((this.words[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  add(value: number): void {
    if (value < this.size)
      this.words[value >>> 5] = (this.words[value >>> 5] as number) | (1 << (value & 31));
  }

  delete(value: number): void {
    if (value < this.size) {
      this.words[value >>> 5] = (this.words[value >>> 5] as number) & ~(1 << (value & 31));
    }
  }

  /** Keeps what is also in `other`, a set of the same size. */
  intersect(other: BitSet): this {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] as number) & (other.words[at] ?? 0);
    }
    return this;
  }

  union(other: BitSet): this {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] as number) | (other.words[at] ?? 0);
    }
    return this;
  }

  subtract(other: BitSet): this {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] as number) & ~(other.words[at] ?? 0);
    }
    return this;
  }

  copy(): BitSet {
    return new BitSet(this.size, this.words.slice());
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at += 1) count += onesOf(this.words[at] as number);
    return count;
  }

  /** The first of them, in order: `limit`, or all when there are fewer. */
  first(limit: number): Uint32Array {
    const values = new Uint32Array(Math.min(limit, this.size));
    let length = 0;
    for (let at = 0; at < this.words.length && length < values.length; at += 1) {
      let word = this.words[at] as number;
      for (; word !== 0 && length < values.length; word &= word - 1) {
        values[length] = at * 32 + 31 - Math.clz32(word & -word);
        length += 1;
      }
    }
    return values.subarray(0, length);
  }

  /** How many are not in `other`, a set of the same size. */
  countWithout(other: BitSet): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at += 1) {
      count += onesOf((this.words[at] as number) & ~(other.words[at] ?? 0));
    }
    return count;
  }

  /** Whether any value of `[from, to)` is in the set. */
  hasAny(from: number, to: number): boolean {
    if (from >= to) return false;
    const first = from >>> 5;
    const last = (to - 1) >>> 5;
    const head = 0xffff_ffff << (from & 31);
    const tail = 0xffff_ffff >>> (31 - ((to - 1) & 31));
    if (first === last) return ((this.words[first] ?? 0) & head & tail) !== 0;
    if (((this.words[first] ?? 0) & head) !== 0) return true;
    for (let at = first + 1; at < last; at += 1) if (this.words[at] !== 0) return true;
    return ((this.words[last] ?? 0) & tail) !== 0;
  }

  get isEmpty(): boolean {
    for (let at = 0; at < this.words.length; at += 1) if (this.words[at] !== 0) return false;
    return true;
  }

  forEach(visit: (value: number) => void): void {
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at] as number;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        visit(at * 32 + bit);
        word &= word - 1;
      }
    }
  }

  /** Writes the values in `[from, to)` to the front of `values`, ascending, and returns how many there are. */
  copyBetween(from: number, to: number, values: Uint32Array): number {
    const { words } = this;
    const end = Math.min(words.length, (to + 31) >>> 5);
    let length = 0;
    for (let at = from >>> 5; at < end; at += 1) {
      let word = words[at] as number;
      if (at === from >>> 5) word &= 0xffff_ffff << (from & 31);
      while (word !== 0) {
        const value = at * 32 + 31 - Math.clz32(word & -word);
        if (value >= to) return length;
        values[length++] = value;
        word &= word - 1;
      }
    }
    return length;
  }

  toArray(): Uint32Array {
    const values = new Uint32Array(this.count());
    let length = 0;
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at] as number;
      while (word !== 0) {
        values[length++] = at * 32 + 31 - Math.clz32(word & -word);
        word &= word - 1;
      }
    }
    return values;
  }
}

/** How many bits of a 32-bit word are set. */
function onesOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
