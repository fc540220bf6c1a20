/** Kinds whose times together are the budget's mixed log. */
export const mixedKinds = [
  'term',
  'all words',
  'any word',
  'phrase',
  'proximity',
  'wildcard',
  'filter',
  'field',
] as const;

/** Reported apart: what is asked seldom, by another grammar, or with every key press. */
export const otherKinds = ['fuzzy', 'one letter', 'typing', 'grammar lunr'] as const;

export const queryKinds = [...mixedKinds, ...otherKinds] as const;

export type QueryKind = (typeof queryKinds)[number];

/** The fields of an article that a query may name. */
export type QueryField = 'headline' | 'place' | 'agency' | 'caption' | 'body';

/** What a query looks for in the text, for systems that write it another way. */
export type Match =
  | Readonly<{ op: 'all' | 'any' | 'phrase'; words: readonly string[]; field: QueryField | null }>
  | Readonly<{ op: 'near'; words: readonly [string, string]; within: number }>
  | Readonly<{ op: 'wildcard'; pattern: string }>
  /** All of the words, and one that begins with the prefix. */
  | Readonly<{ op: 'begun'; words: readonly string[]; prefix: string }>
  | Readonly<{ op: 'fuzzy'; word: string; distance: number }>
  /** Words that must, may and must not be there. */
  | Readonly<{
      op: 'signed';
      required: readonly string[];
      optional: readonly string[];
      barred: readonly string[];
    }>;

/** What a query narrows to without looking into the text. Days are ISO, `to` included. */
export type Narrowing =
  | Readonly<{ by: 'days'; from: string; to: string }>
  | Readonly<{ by: 'language'; code: string }>
  | Readonly<{ by: 'tag'; name: string }>;

export type LoggedQuery = Readonly<{
  kind: QueryKind;
  /** As it is typed into our search box. */
  text: string;
  grammar: 'news' | 'lunr';
  typing: boolean;
  match: Match | null;
  narrowing: Narrowing | null;
}>;

/** The queries that are measured, and others like them that are asked before. */
export type QueryLog = Readonly<{ warmUp: readonly LoggedQuery[]; queries: readonly LoggedQuery[] }>;
