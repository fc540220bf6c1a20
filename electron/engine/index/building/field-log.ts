import { Uint32List } from '../bytes/uint32-list.ts';

/** Every occurrence in one field of the articles of a segment, in the order of the text. */
export class FieldLog {
  /** Numbers of spellings in the vocabulary. */
  readonly spellings = new Uint32List();
  readonly positions = new Uint32List();
  /** Where the occurrences of each document end. */
  readonly ends = new Uint32List();
  /** Terms in each document, without stop words: Lunr's field length. */
  readonly lengths = new Uint32List();

  /** Occurrences that are no stop words. */
  terms = 0;

  clear(): void {
    for (const numbers of [this.spellings, this.positions, this.ends, this.lengths]) numbers.clear();
    this.terms = 0;
  }

  endDocument(length: number): void {
    this.ends.push(this.spellings.length);
    this.lengths.push(length);
  }
}
