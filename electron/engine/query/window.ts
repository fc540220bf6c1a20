import type { BitSet } from '../index/bit-set.ts';

/** Documents that are scored together. */
export const windowDocuments = 2048;

/** Some neighbouring documents of a segment, of which those of a set are scored. One is used again for every window. */
export class Window {
  from = 0;
  to = 0;
  among: BitSet;
  /** Those of the set in the window, ascending, of which `count` count. */
  readonly documents = new Uint32Array(windowDocuments);
  count = 0;

  /** Of documents of `among`. */
  constructor(among: BitSet) {
    this.among = among;
  }

  /** The documents in `[from, to)`, at most `windowDocuments`. */
  open(from: number, to: number, among: BitSet): void {
    this.from = from;
    this.to = to;
    this.among = among;
    this.count = among.copyBetween(from, to, this.documents);
  }
}
