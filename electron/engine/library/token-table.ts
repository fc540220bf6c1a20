/** 1 for each UTF-16 code unit that belongs to words, rather than to what stands between them. */
export const wordUnits = Uint8Array.from({ length: 65_536 }, (_, unit) => {
  if (unit < 128) return /[0-9A-Za-z]/.test(String.fromCharCode(unit)) ? 1 : 0;
  const isLatinSign = unit < 0xc0;
  const isPunctuation = (unit >= 0x2000 && unit < 0x2070) || (unit >= 0x3000 && unit < 0x3040);
  const isArabicSign = unit === 0x060c || unit === 0x06d4;
  return isLatinSign || isPunctuation || isArabicSign ? 0 : 1;
});

/** What hashes begin with, and are multiplied by: FNV-1a for 32 bits (RFC 9923). */
export const hashSeed = 0x811c9dc5 | 0;
export const hashPrime = 0x01000193;

/**
 * The units of one text after the other: reading them out of an array is several times faster than asking a string, as
 * it may be a piece of another one.
 */
export class TextUnits {
  #bytes = Buffer.alloc(32_768);
  #units = new Uint16Array(this.#bytes.buffer);

  /** The UTF-16 code units of a text, and behind them what others have left; good until the next text. */
  of(text: string): Uint16Array {
    if (text.length > this.#units.length) {
      const larger = new ArrayBuffer(text.length * 4);
      this.#bytes = Buffer.from(larger);
      this.#units = new Uint16Array(larger);
    }
    this.#bytes.write(text, 'utf16le');
    return this.#units;
  }
}

/**
 * Numbers distinct tokens from 0. They are looked up where they stand in a text, without a string being made of each,
 * which would take most of the time of whoever reads every token of an archive.
 */
export class TokenTable {
  /** For each slot the hash of a token, and its number and 1: a lookup mostly meets one line of the cache. */
  #slots = new Int32Array(4096);
  /** Where each token begins in `#units`; one more at the end. */
  #starts = new Uint32Array(1025);
  #units = new Uint16Array(8192);
  #length = 0;

  static of(tokens: readonly string[]): TokenTable {
    const table = new TokenTable();
    const text = new TextUnits();
    for (const token of tokens) {
      const units = text.of(token);
      let hash = hashSeed;
      for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ (units[at] as number), hashPrime);
      table.numberOf(units, 0, token.length, hash);
    }
    return table;
  }

  get length(): number {
    return this.#length;
  }

  /** UTF-16 code units of all tokens. The table may grow out of the array. */
  get units(): Uint16Array {
    return this.#units;
  }

  /** Where each token begins in the units; one more at the end. The table may grow out of the array. */
  get starts(): Uint32Array {
    return this.#starts;
  }

  token(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[number], this.#starts[number + 1]));
  }

  /** The number of the token `[start, end)` of some units, whose hash is given; -1 when it has none. */
  find(text: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 2;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 2) & mask) {
      const number = (slots[slot + 1] as number) - 1;
      if (number < 0) return -1;
      if (slots[slot] === hash && this.#equals(number, text, start, end)) return number;
    }
  }

  /** The same; a new token gets the next number. */
  numberOf(text: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.find(text, start, end, hash);
    if (known >= 0) return known;
    const number = this.#length;
    if (number * 4 === this.#slots.length) this.#grow();
    const begin = this.#starts[number] as number;
    const finish = begin + end - start;
    if (finish > this.#units.length) {
      const larger = new Uint16Array(finish * 2);
      larger.set(this.#units);
      this.#units = larger;
    }
    for (let at = start; at < end; at += 1) this.#units[begin + at - start] = text[at] as number;
    this.#starts[number + 1] = finish;
    this.#place(number, hash);
    this.#length += 1;
    return number;
  }

  #equals(number: number, text: Uint16Array, start: number, end: number): boolean {
    const units = this.#units;
    const begin = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - begin !== end - start) return false;
    for (let at = start, other = begin; at < end; at += 1, other += 1) {
      if (units[other] !== text[at]) return false;
    }
    return true;
  }

  #place(number: number, hash: number): void {
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = slotOf(hash) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = number + 1;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#length * 2 + 1);
    starts.set(this.#starts);
    this.#starts = starts;
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += 2) {
      const number = before[slot + 1] as number;
      if (number > 0) this.#place(number - 1, before[slot] as number);
    }
  }
}

/** Even, since a slot is two numbers. */
function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}
