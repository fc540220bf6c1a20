/** One way to put the documents of a collection in order; documents are numbered from 1 in the collection's order. */
export interface RankingSystem {
  readonly name: string;
  /** All documents that hold any of the words, best first. */
  rank(words: readonly string[]): readonly number[];
  close(): void;
}
