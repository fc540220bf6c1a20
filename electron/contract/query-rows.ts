/** What a row of a query asks of its words. `text` is a part of a query as it is typed. */
export const rowKinds = ['all', 'any', 'none', 'phrase', 'near', 'days', 'text'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Parts of an article that a row can look in. */
export const rowFields = [
  ...(['headline', 'standfirst', 'lead', 'hlead', 'body'] as const),
  ...(['byline', 'place', 'agency', 'caption', 'note', 'furniture'] as const),
] as const;

/** What a row can narrow by. Their values are apart by commas, for they have spaces in them. */
export const rowFilters = [
  ...(['tag', 'source', 'folder', 'outlet', 'section'] as const),
  ...(['language', 'format', 'words', 'is', 'has'] as const),
] as const;

export type RowFilter = (typeof rowFilters)[number];
export type RowField = (typeof rowFields)[number] | RowFilter;

/** How near the words of a row have to be: so many words, in one sentence, in one paragraph. */
export type RowReach = number | 's' | 'p';

export type QueryRow = Readonly<{
  kind: RowKind;
  /** Null for anywhere. */
  field: RowField | null;
  /** The words; of `near`, any of one side; of `days`, the first; of `text`, the query. */
  words: string;
  /** Of `near`, any of the other side; of `days`, the last. */
  other: string;
  reach: RowReach;
  /** Of `near`: `words` come first. */
  isOrdered: boolean;
}>;

/** A query as rows, all of which an article has to answer. */
export type QueryRows = Readonly<{
  rows: readonly QueryRow[];
  /** All has to be there, also where no article has all of it: the query says AND. */
  isStrict: boolean;
}>;

export const emptyRow: QueryRow = {
  kind: 'all',
  field: null,
  words: '',
  other: '',
  reach: 5,
  isOrdered: false,
};

export interface QueryRowsApi {
  /** A query of grammar `news` as rows that write the same; what no row can say stays text. */
  queryRows(request: Readonly<{ query: string }>): Promise<QueryRows>;
}

const filters: ReadonlySet<string> = new Set(rowFilters);

export function isRowFilter(field: RowField | null): field is RowFilter {
  return field !== null && filters.has(field);
}
