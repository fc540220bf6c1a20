import { NumberList } from './number-list.ts';

const encoder = new TextEncoder();
const newline = 10;

/** Strings as UTF-8 with a line feed behind each, as blocks of written forms hold them, by their numbers from 0 on. */
export class Utf8Lines {
  /** Another array may stand here after a `push`. */
  bytes = new Uint8Array(1 << 14);
  readonly #ends = new NumberList();

  push(text: string): void {
    const start = this.endOf(this.#ends.length - 1);
    // A code unit takes three bytes at most.
    const most = start + 3 * text.length + 1;
    if (most > this.bytes.length) {
      const larger = new Uint8Array(Math.max(most, 2 * this.bytes.length));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const { written } = encoder.encodeInto(text, this.bytes.subarray(start));
    this.bytes[start + written] = newline;
    this.#ends.push(start + written + 1);
  }

  startOf(number: number): number {
    return this.endOf(number - 1);
  }

  /** Behind the line feed. */
  endOf(number: number): number {
    return number < 0 ? 0 : (this.#ends.values[number] as number);
  }
}
