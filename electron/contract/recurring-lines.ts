import type { SourceId } from './ids.ts';

/** A line that many articles of a source have in their text, though it is hardly theirs. */
export type RecurringLine = Readonly<{
  text: string;
  /** How many of those that were looked at have it. */
  articles: number;
  /** A person chose that it is furniture. */
  isHidden: boolean;
}>;

export type RecurringLines = Readonly<{
  /** The most frequent first. */
  lines: readonly RecurringLine[];
  /** Of how many articles of the source, which may be a part of a large one. */
  lookedAt: number;
  articles: number;
}>;

/** Longer ones are paragraphs that somebody wrote. */
export const maxRecurringLineLength = 300;
export const maxHiddenLines = 5_000;

export interface RecurringLinesApi {
  /** What recurs in the texts of a source, to be looked at before it is hidden. */
  recurringLines(request: Readonly<{ source: SourceId }>): Promise<RecurringLines>;
}

export interface HidingApi {
  /**
   * Has these lines, and no other, read as furniture in all files of a source that hold one article each; an empty list hides none.
   * Returns how many files are read again for it.
   */
  hideLines(
    request: Readonly<{ source: SourceId; lines: readonly string[] }>,
  ): Promise<Readonly<{ files: number }>>;
}
