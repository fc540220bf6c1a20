import { Uint32List } from './uint32-list.ts';

const encoder = new TextEncoder();
const newline = 10;

/** Strings as UTF-8 with a line feed after each, as blocks of written forms hold them, by their numbers from 0 on. */
export class Utf8Lines {
  /** Another array may stand here after a `push`. */
  bytes = new Uint8Array(1 << 14);
  readonly #ends = new Uint32List();

  push(text: string): void {
    // A code unit takes three bytes at most.
    const start = this.#makeRoom(3 * text.length);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(start));
    this.#end(start + written);
  }

  /** The same of `units[0..length)`, of which none takes more than two bytes. */
  pushUnits(units: Uint16Array, length: number): void {
    let into = this.#makeRoom(2 * length);
    const { bytes } = this;
    for (let at = 0; at < length; at += 1) {
      const unit = units[at] as number;
      if (unit < 0x80) bytes[into++] = unit;
      else {
        bytes[into++] = 0xc0 | (unit >>> 6);
        bytes[into++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#end(into);
  }

  startOf(number: number): number {
    return this.endOf(number - 1);
  }

  /** After the line feed. */
  endOf(number: number): number {
    return number < 0 ? 0 : (this.#ends.values[number] as number);
  }

  /** Returns where the next line begins, with room for so many bytes and a line feed. */
  #makeRoom(bytes: number): number {
    const start = this.endOf(this.#ends.length - 1);
    const max = start + bytes + 1;
    if (max > this.bytes.length) {
      const larger = new Uint8Array(Math.max(max, 2 * this.bytes.length));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return start;
  }

  #end(at: number): void {
    this.bytes[at] = newline;
    this.#ends.push(at + 1);
  }
}
