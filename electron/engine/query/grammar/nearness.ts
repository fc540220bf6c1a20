/** How near two things have to be. */
export type Nearness = Readonly<{
  /** Words from the last of the one to the first of the other, or the same sentence or paragraph. */
  within: number | 'sentence' | 'paragraph';
  /** The left one first. */
  ordered: boolean;
}>;
