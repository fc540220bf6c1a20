import type { SourceId } from './ids.ts';

/** What a column of a table holds of an article. */
export const columnRoles = [
  'key',
  'headline',
  'standfirst',
  'byline',
  'published',
  'place',
  'outlet',
  'section',
  'url',
  'language',
  'tags',
  'body',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** The roles of columns by their names. A column without one is not read; several may be parts of the body, in their order. */
export type ColumnRoles = Readonly<Record<string, ColumnRole>>;

/** What a person chose for all tables of a source that have these columns. */
export type ChosenColumns = Readonly<{ columns: readonly string[]; roles: ColumnRoles }>;

/** A value of a row; a list where the format has lists. */
export type Cell = string | readonly string[];

/** A row of a table, or an object of a list, by the names of its columns; one in another is "source.name". */
export type TableRow = Readonly<Record<string, Cell>>;

/** A table as it is shown to whoever corrects the roles of its columns. */
export type GuessedTable = Readonly<{
  /** `by`: what tells the role; `choice` is a person's. */
  columns: readonly Readonly<{
    name: string;
    role: ColumnRole | null;
    by: 'name' | 'content' | 'choice' | null;
  }>[];
  /** Whether dates like 3/4/2021 begin with the day, by those that can't be read the other way; null when none tells. */
  dayFirst: boolean | null;
  /** Whether the dates of publication are those of saving once more: then they need the address to say the same day. */
  isDateDoubtful: boolean;
  /** The first three rows. */
  rows: readonly TableRow[];
}>;

export const maxColumns = 1_000;
export const maxColumnName = 10_000;

/** Whether rows with these roles are articles: something to read, or a name for it. */
export function holdArticles(roles: ColumnRoles): boolean {
  return Object.values(roles).some((role) => role === 'body' || role === 'headline');
}

export interface TablesApi {
  /** How the columns of a table are read, with its first rows. Fails with `not-found` for what is no table of a source. */
  readTable(request: Readonly<{ path: string }>): Promise<GuessedTable>;
}

export interface ColumnsApi {
  /**
   * Has all tables of a source with these columns read so, from now on; null leaves it to what they look like. Fails with `bad-request`
   * for roles by which no row is an article. `files`: how many are read again.
   */
  chooseColumns(
    request: Readonly<{ source: SourceId; columns: readonly string[]; roles: ColumnRoles | null }>,
  ): Promise<Readonly<{ files: number }>>;
}
