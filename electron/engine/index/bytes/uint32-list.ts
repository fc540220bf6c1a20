/** Numbers that a cleared list has room for at most: one very long text must not cost its memory for good. */
const maxKept = 1 << 20;

/** Unsigned 32-bit numbers, one after the other; grows as it is written. */
export class Uint32List {
  /** The first `length` of these; another array after a `push` that found no room. */
  values: Uint32Array;
  length = 0;

  constructor(room = 1024) {
    this.values = new Uint32Array(room);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.#grow();
    this.values[this.length] = value;
    this.length += 1;
  }

  /** Forgets what was written and keeps the room, unless that is for more than `maxKept` numbers. */
  clear(): void {
    this.length = 0;
    if (this.values.length > maxKept) this.values = new Uint32Array(maxKept);
  }

  /** What was written, without a copy: good until the next write. */
  view(): Uint32Array {
    return this.values.subarray(0, this.length);
  }

  #grow(): void {
    const larger = new Uint32Array(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
  }
}
