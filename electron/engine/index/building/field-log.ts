import { NumberList } from '../bytes/uint32-list.ts';

/** Every occurrence in one field of the articles of a segment, in the order of the text. */
export class FieldLog {
  /** Numbers of spellings in the vocabulary. */
  readonly spellings = new NumberList();
  readonly positions = new NumberList();
  /** Where the occurrences of each document end. */
  readonly ends = new NumberList();
  /** Terms in each document, without stop words: Lunr's field length. */
  readonly lengths = new NumberList();

  /** Occurrences that are no stop words. */
  terms = 0;

  clear(): void {
    for (const list of [this.spellings, this.positions, this.ends, this.lengths]) list.clear();
    this.terms = 0;
  }

  endDocument(length: number): void {
    this.ends.push(this.spellings.length);
    this.lengths.push(length);
  }
}
