import lunr from 'lunr';

/** A node of Lunr's token sets: a finite automaton over code units, in which the edge `*` takes any of them. */
export type TokenSetNode = Readonly<{
  id: number;
  final: boolean;
  edges: Readonly<Record<string, TokenSetNode>>;
}>;

/** A clause as `lunr.QueryParser` leaves it. */
export type StockClause = Readonly<{
  term: string;
  fields: readonly string[];
  boost: number;
  editDistance?: number;
  usePipeline: boolean;
  presence: number;
}>;

/** The public parts of Lunr 2.3 that its type declarations leave out. */
export const lunrParts = lunr as unknown as Readonly<{
  TokenSet: Readonly<{ fromClause(clause: Readonly<{ term: string; editDistance?: number }>): TokenSetNode }>;
  Query: new (fields: readonly string[]) => Readonly<{ clauses: readonly StockClause[] }>;
  QueryParser: new (
    text: string,
    query: Readonly<{ clauses: readonly StockClause[] }>,
  ) => { parse(): unknown };
}> & { Query: Readonly<{ presence: Readonly<{ OPTIONAL: number; REQUIRED: number; PROHIBITED: number }> }> };
