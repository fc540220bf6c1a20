import { BitSet } from '../../index/bytes/bit-set.ts';

/** Numbered names by article, of which one may lie in another. Few articles have several: their names stand apart. */
export class PlaceColumn {
  readonly names: string[] = [''];
  readonly #numbers = new Map<string, number>();
  /** The number of the name that one lies in; 0 for none. */
  readonly #parents: number[] = [0];
  readonly #several = new Map<number, Set<number>>();
  #values = new Uint32Array();
  #all: Uint32Array | null = null;

  numberOf(name: string, parent = ''): number {
    if (name === '') return 0;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      const parentNumber = this.numberOf(parent);
      number = this.names.length;
      this.names.push(name);
      this.#parents.push(parentNumber);
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** Forgets the names of the articles `[first, end)`. */
  clear(first: number, end: number): void {
    if (this.#values.length < end) {
      const grown = new Uint32Array(end);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.fill(0, first, end);
    for (let id = first; this.#several.size > 0 && id < end; id += 1) this.#several.delete(id);
    this.#all = null;
  }

  /** For an article that was cleared. */
  set(article: number, number: number): void {
    this.#values[article] = number;
  }

  /** For an article that has one already: in the column it has none from then on. */
  add(article: number, number: number): void {
    const several = this.#several.get(article) ?? new Set([this.#values[article] as number]);
    several.add(number);
    this.#several.set(article, several);
    this.#values[article] = 0;
  }

  /** Of all articles. */
  get all(): Uint32Array {
    this.#all ??= this.counts(BitSet.full(this.#values.length));
    return this.#all;
  }

  /** How many of `articles` have each name, or one that lies in it. */
  counts({ size, words }: BitSet): Uint32Array {
    const counts = new Uint32Array(this.names.length);
    const values = this.#values;
    for (let at = 0; at < words.length; at += 1) {
      let word = words[at] as number;
      while (word !== 0) {
        const value = values[at * 32 + 31 - Math.clz32(word & -word)] ?? 0;
        word &= word - 1;
        counts[value] = (counts[value] as number) + 1;
      }
    }
    // A name comes after the one that it lies in.
    for (let number = counts.length - 1; number > 0; number -= 1) {
      const parent = this.#parents[number] as number;
      counts[parent] = (counts[parent] as number) + (counts[number] as number);
    }
    const articles = new BitSet(size, words);
    for (const [id, numbers] of this.#several) {
      if (!articles.has(id)) continue;
      for (const number of this.#withParents(numbers)) counts[number] = (counts[number] as number) + 1;
    }
    counts[0] = 0;
    return counts;
  }

  /** Articles that have one of the names, or one that lies in it. */
  having(wanted: ReadonlySet<string>): BitSet {
    const isWanted = new Uint8Array(this.names.length);
    for (let number = 1; number < isWanted.length; number += 1) {
      const isIn = isWanted[this.#parents[number] as number] === 1;
      if (isIn || wanted.has(this.names[number] as string)) isWanted[number] = 1;
    }
    const articles = new BitSet(this.#values.length);
    for (let id = 0; id < this.#values.length; id += 1) {
      if (isWanted[this.#values[id] as number] === 1) articles.add(id);
    }
    for (const [id, numbers] of this.#several) {
      if ([...numbers].some((number) => isWanted[number] === 1)) articles.add(id);
    }
    return articles;
  }

  #withParents(numbers: ReadonlySet<number>): ReadonlySet<number> {
    const all = new Set(numbers);
    for (const number of numbers) {
      for (let parent = this.#parents[number] ?? 0; parent !== 0; parent = this.#parents[parent] ?? 0)
        all.add(parent);
    }
    return all;
  }
}
