import type { ConcordanceSort } from './concordance-api.ts';

/** How results are laid out: rows to read, a table to compare, a line for every hit, or the words that stand near hits. */
export const resultsShapes = ['rows', 'table', 'concordance', 'collocates'] as const;
export type ResultsShape = (typeof resultsShapes)[number];

/** How close rows stand. */
export const rowDensities = ['comfortable', 'compact', 'line'] as const;
export type RowDensity = (typeof rowDensities)[number];

export const tableColumns = [
  'headline',
  'published',
  'outlet',
  'agency',
  'place',
  'language',
  'words',
  'tags',
  'notes',
  'path',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** A column that is shown, and how wide it is. */
export type ShownColumn = Readonly<{ name: TableColumn; px: number }>;

/** What the window remembers of how a person looks at results. */
export type ResultsLook = Readonly<{
  shape: ResultsShape;
  density: RowDensity;
  columns: readonly ShownColumn[];
  /** Of the concordance. */
  sort: ConcordanceSort;
  /** Of the concordance: words on either side of a hit. */
  words: number;
}>;
