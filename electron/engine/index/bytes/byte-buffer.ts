/** Grows as it is written; numbers are unsigned LEB128 varints below 2^53. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(room = 256) {
    this.#bytes = new Uint8Array(room);
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  varint(value: number): void {
    if (value < 0x80 && this.#length < this.#bytes.length) this.#bytes[this.#length++] = value;
    else this.#longVarint(value);
  }

  #longVarint(value: number): void {
    const bytes = this.room(8);
    let end = this.#length;
    let rest = value;
    for (; rest > 0x7fff_ffff; rest = Math.floor(rest / 128)) bytes[end++] = (rest & 0x7f) | 0x80;
    // V8 computes with integers below 2^31, as long as no larger number is ever in the same variable.
    let whole = rest | 0;
    for (; whole > 0x7f; whole >>>= 7) bytes[end++] = (whole & 0x7f) | 0x80;
    bytes[end++] = whole;
    this.#length = end;
  }

  /** Little endian. */
  uint32(value: number): void {
    const bytes = this.room(4);
    for (let shift = 0; shift < 32; shift += 8) bytes[this.#length++] = (value >>> shift) & 0xff;
  }

  /** UTF-16 code units from `start`, a varint each: nothing is lost, not even a lone surrogate. */
  text(value: string, start: number): void {
    this.varint(value.length - start);
    for (let at = start; at < value.length; at += 1) this.varint(value.charCodeAt(at));
  }

  /** The same of `units[from..to)`. */
  units(units: Uint16Array, from: number, to: number): void {
    this.varint(to - from);
    const bytes = this.room(3 * (to - from));
    let end = this.#length;
    for (let at = from; at < to; at += 1) {
      let rest = units[at] as number;
      for (; rest > 0x7f; rest >>>= 7) bytes[end++] = (rest & 0x7f) | 0x80;
      bytes[end++] = rest;
    }
    this.#length = end;
  }

  append(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Appends `bytes[from..from + length)`: most copies are too short to be worth a view of them. */
  copy(bytes: Uint8Array, from: number, length: number): void {
    this.#grow(length);
    if (length > 64) this.#bytes.set(bytes.subarray(from, from + length), this.#length);
    else for (let at = 0; at < length; at += 1) this.#bytes[this.#length + at] = bytes[from + at] as number;
    this.#length += length;
  }

  /** Appends what was written to `other` from `start` on. */
  appendEnd(other: ByteWriter, start: number): void {
    this.copy(other.#bytes, start, other.#length - start);
  }

  /** The bytes, with room for `more` after `length`; tell `advance` how many were written there. */
  room(more: number): Uint8Array {
    this.#grow(more);
    return this.#bytes;
  }

  advance(written: number): void {
    this.#length += written;
  }

  /** What was written, without a copy: good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.view());
  }

  /** Forgets what was written after the first `length` bytes. */
  cut(length: number): void {
    this.#length = length;
  }

  /** Forgets what was written and keeps the room. */
  clear(): void {
    this.#length = 0;
  }

  #grow(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

const endsTooSoon = 'the data ends in the middle of a number';

export class ByteReader {
  #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, start = 0) {
    this.#bytes = bytes;
    this.#at = start;
  }

  get at(): number {
    return this.#at;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** Bytes that were not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Goes on in other bytes. */
  open(bytes: Uint8Array, start: number): void {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** Goes on elsewhere. */
  seek(at: number): void {
    this.#at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError(endsTooSoon);
    return byte;
  }

  varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++];
    if (byte === undefined) throw new RangeError(endsTooSoon);
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 128;
    do {
      byte = bytes[this.#at++];
      if (byte === undefined) throw new RangeError(endsTooSoon);
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte >= 0x80);
    return value;
  }

  /** Goes over the next `count` varints. */
  passVarints(count: number): void {
    for (let left = count; left > 0; left -= 1) this.varint();
  }

  uint32(): number {
    const start = this.pass(4);
    const bytes = this.#bytes;
    const low = (bytes[start] as number) | ((bytes[start + 1] as number) << 8);
    return (low | ((bytes[start + 2] as number) << 16) | ((bytes[start + 3] as number) << 24)) >>> 0;
  }

  /** All bytes, those that were read already too. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Goes over the next `length` bytes, and says where they begin. */
  pass(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new RangeError(endsTooSoon);
    this.#at = start + length;
    return start;
  }

  text(): string {
    const length = this.varint();
    if (length > this.#bytes.length - this.#at) throw new RangeError('the data ends in the middle of a text');
    const units = new Array<number>(length);
    for (let at = 0; at < length; at += 1) units[at] = this.varint();
    return length < 10_000
      ? String.fromCharCode(...units)
      : units.map((unit) => String.fromCharCode(unit)).join('');
  }
}
