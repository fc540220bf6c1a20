import { dictionaryOrder } from '../analysis/dictionary-order.ts';
/** Words are put in order as a dictionary has them, in any script. */

/** Distinct strings, numbered from 1 as they come, and their order. 0 stands for none, which comes before all. */
export class NumberRanks {
  readonly #numbers = new Map<string, number>();
  readonly #strings: string[] = [''];
  /** Numbers in the order of their strings, of those that were ordered so far. */
  #ordered: readonly number[] = [0];
  #ranks = new Uint32Array(1);

  numberOf(string: string): number {
    if (string === '') return 0;
    let number = this.#numbers.get(string);
    if (number === undefined) {
      number = this.#strings.length;
      this.#numbers.set(string, number);
      this.#strings.push(string);
    }
    return number;
  }

  /** The place of each number in the order. */
  ranks(): Uint32Array {
    const { length } = this.#strings;
    if (this.#ranks.length === length) return this.#ranks;
    const added = Array.from(
      { length: length - this.#ordered.length },
      (_, nth) => this.#ordered.length + nth,
    );
    added.sort((a, b) => this.#compare(a, b));
    this.#ordered = this.#merged(added);
    this.#ranks = new Uint32Array(length);
    for (const [rank, number] of this.#ordered.entries()) this.#ranks[number] = rank;
    return this.#ranks;
  }

  /** What came since is merged in: a concordance that grows asks again and again. */
  #merged(added: readonly number[]): number[] {
    const ordered: number[] = [];
    let next = 0;
    for (const number of this.#ordered) {
      for (; next < added.length && this.#compare(added[next] as number, number) < 0; next += 1) {
        ordered.push(added[next] as number);
      }
      ordered.push(number);
    }
    for (; next < added.length; next += 1) ordered.push(added[next] as number);
    return ordered;
  }

  #compare(a: number, b: number): number {
    return dictionaryOrder(this.#strings[a] as string, this.#strings[b] as string);
  }
}
