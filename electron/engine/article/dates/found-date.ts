/** A date as it stands in a text, `[start, end)` in the text it was read from. A missing year is null. */
export type FoundDate = Readonly<{
  year: number | null;
  month: number;
  day: number | null;
  /** `HH:MM`, as written, without a time zone. */
  time: string | null;
  /** False when day and month could be the other way round. */
  certain: boolean;
  start: number;
  end: number;
}>;
