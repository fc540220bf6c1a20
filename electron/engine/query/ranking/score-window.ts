import { BitSet } from '../../index/bytes/bit-set.ts';
import { windowDocuments } from '../matching/frequency-list.ts';

/** Some neighbouring documents of a segment, of which those of a set are scored. One is used again for every window. */
export class ScoreWindow {
  from = 0;
  to = 0;
  among: BitSet;
  /** Those of the set in the window, ascending, of which `count` count. */
  readonly documents = new Uint32Array(windowDocuments);
  count = 0;
  #kept: BitSet | null = null;

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

  /** Leaves out the documents whose sum, `sums` beginning with that of the first of the window, is below `min`. */
  narrow(sums: Float64Array, min: number): void {
    const kept = (this.#kept ??= new BitSet(this.among.size));
    kept.words.fill(0, this.from >>> 5, (this.to + 31) >>> 5);
    let count = 0;
    for (let nth = 0; nth < this.count; nth += 1) {
      const document = this.documents[nth] as number;
      if ((sums[document - this.from] as number) < min) continue;
      kept.add(document);
      this.documents[count++] = document;
    }
    this.among = kept;
    this.count = count;
  }
}
