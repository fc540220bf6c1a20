/**
 * A page says which of 4096 consecutive article ids are in which sets, in little-endian 16-bit units. Set by set, in
 * ascending order of their keys: the low and the high unit of the key, how many articles are in it (1 to 4096), and
 * their offsets in the page, ascending; of more than 256 articles, 256 units with a bit for each offset instead.
 */
export const pageArticles = 4096;
export const bitmapUnits = pageArticles / 16;
/** Units before the offsets or bits of a set. */
export const headUnits = 3;

/** How many units the offsets or bits of `count` articles take. */
export function bodyUnits(count: number): number {
  return Math.min(count, bitmapUnits);
}

/** Whether `count` articles are stored as bits. */
export function isBitmap(count: number): boolean {
  return count > bitmapUnits;
}

/** Writes one page, set by set in ascending order of key. */
export class PageBuilder {
  #units = new Uint16Array(1024);
  #length = 0;

  /** Offsets ascend without repetitions; a set without any is left out. */
  add(key: number, offsets: Uint16Array): void {
    const count = offsets.length;
    if (count === 0) return;
    const start = this.#reserve(headUnits + bodyUnits(count));
    this.#units[start] = key & 0xffff;
    this.#units[start + 1] = key >>> 16;
    this.#units[start + 2] = count;
    const body = start + headUnits;
    if (!isBitmap(count)) {
      this.#units.set(offsets, body);
      return;
    }
    this.#units.fill(0, body, body + bitmapUnits);
    for (const offset of offsets) {
      const unit = body + (offset >>> 4);
      this.#units[unit] = (this.#units[unit] ?? 0) | (1 << (offset & 15));
    }
  }

  /** Sets as another page has them. */
  copy(units: Uint16Array): void {
    const start = this.#reserve(units.length);
    this.#units.set(units, start);
  }

  /** The page; the next one begins empty. */
  take(): Uint8Array {
    const units = this.#units.slice(0, this.#length);
    this.#length = 0;
    return new Uint8Array(units.buffer);
  }

  /** Returns where the room begins. */
  #reserve(more: number): number {
    const start = this.#length;
    this.#length += more;
    if (this.#length > this.#units.length) {
      const larger = new Uint16Array(Math.max(this.#length, this.#units.length * 2));
      larger.set(this.#units.subarray(0, start));
      this.#units = larger;
    }
    return start;
  }
}

/** The key of the set at `at`. */
export function keyAt(units: Uint16Array, at: number): number {
  return (units[at] as number) + (units[at + 1] as number) * 0x1_0000;
}

/** Where the set after the one at `at` begins. */
export function nextSet(units: Uint16Array, at: number): number {
  return at + headUnits + bodyUnits(units[at + 2] as number);
}

/** The units of a stored page. */
export function pageUnits(bytes: Uint8Array): Uint16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 1);
}
