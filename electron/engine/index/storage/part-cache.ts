/**
 * Parts that were read and will be wanted again, in two generations: what is asked for moves into the younger one, and
 * when that has grown to half of all there is room for, the older one is given up and a new younger one begins. So
 * the parts that have gone unused longest leave, at no cost for each.
 */
export class PartCache {
  readonly #maxBytes: number;
  #young = new Map<number, Uint8Array>();
  #old = new Map<number, Uint8Array>();
  #youngBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: number): Uint8Array | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.put(key, old);
    return old;
  }

  put(key: number, part: Uint8Array): void {
    this.#young.set(key, part);
    this.#youngBytes += part.length;
    if (this.#youngBytes * 2 < this.#maxBytes) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngBytes = 0;
  }
}
