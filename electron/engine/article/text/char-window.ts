const windowLength = 16_384;
/** For all windows, of which one at a time is looked through: memory of its own for each costs more than reading. */
const shared = new Uint16Array(windowLength);
const sharedBytes = Buffer.from(shared.buffer);
/** The number of the window that the memory holds something of, and of the newest one. */
let holder = 0;
let newest = 0;

/**
 * The units of a long text, some at a time: reading them out of an array takes half as long as out of the string, and a
 * copy of a text of any length is too much memory.
 */
export class CharWindow {
  readonly #text: string;
  readonly #number = ++newest;
  #start = 0;
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The units of the text from `start` on, up to `end` at least, good until the next call; 16,384 at most. */
  between(start: number, end: number): Uint16Array {
    if (holder !== this.#number || start < this.#start || end > this.#end) {
      const some = this.#text.slice(start, start + windowLength);
      sharedBytes.write(some, 'utf16le');
      this.#start = start;
      this.#end = start + some.length;
      holder = this.#number;
    }
    return start === this.#start ? shared : shared.subarray(start - this.#start);
  }
}
