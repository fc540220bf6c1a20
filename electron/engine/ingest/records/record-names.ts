import { createHash } from 'node:crypto';

const firstSize = 1024;
/** Longer keys, such as addresses with a session in them, are named by their hash. */
const maxKeyLength = 200;

/**
 * Gives each record of a file a name of its own: its key, and an ordinal where keys are equal. Only hashes of names are kept, 8
 * bytes each at half load, so that a file of millions costs little; two that share a hash would only cost the second an ordinal.
 */
export class RecordNames {
  #hashes = new Float64Array(firstSize * 2);
  #used = 0;

  nameOf(key: string): string {
    const own = key.length > maxKeyLength ? sha256(key) : key;
    if (this.#add(own)) return own;
    // Ordinals are given out in turn, so that the first free one is found by halving: a key may stand in a file a million times.
    let used = 1;
    let free = 2;
    for (; this.#has(`${own} (${free})`); free *= 2) used = free;
    while (free - used > 1) {
      const middle = Math.floor((used + free) / 2);
      if (this.#has(`${own} (${middle})`)) used = middle;
      else free = middle;
    }
    const name = `${own} (${free})`;
    this.#add(name);
    return name;
  }

  #has(name: string): boolean {
    const hash = hashOf(name);
    return this.#hashes[this.#placeOf(hash)] === hash;
  }

  /** False when it was there. */
  #add(name: string): boolean {
    if (this.#used * 2 >= this.#hashes.length) this.#grow();
    const hash = hashOf(name);
    const at = this.#placeOf(hash);
    if (this.#hashes[at] === hash) return false;
    this.#hashes[at] = hash;
    this.#used += 1;
    return true;
  }

  #placeOf(hash: number): number {
    const { length } = this.#hashes;
    let at = hash % length;
    for (;;) {
      const there = this.#hashes[at] ?? 0;
      if (there === 0 || there === hash) return at;
      at = (at + 1) % length;
    }
  }

  #grow(): void {
    const before = this.#hashes;
    this.#hashes = new Float64Array(before.length * 2);
    for (const hash of before) if (hash !== 0) this.#hashes[this.#placeOf(hash)] = hash;
  }
}

/** Of what was read of a record; hexadecimal. */
export function contentHash({ text, said }: Readonly<{ text: unknown; said: unknown }>): string {
  return sha256(JSON.stringify([text, said]));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** 52 bits, never 0. */
function hashOf(name: string): number {
  const digest = createHash('sha1').update(name).digest();
  return (digest.readUInt32LE(0) & 0xfffff) * 0x100000000 + digest.readUInt32LE(4) + 1;
}
