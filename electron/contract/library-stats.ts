export type LibraryStats = Readonly<{
  articles: number;
  words: number;
  sources: number;
  languages: readonly Readonly<{ language: string; articles: number }>[];
  fields: readonly Readonly<{ name: string; boost: number }>[];
  /** The newest change of the index: it has a number. */
  commit: number;
  segments: number;
  indexBytes: number;
  textBytes: number;
  failed: number;
}>;
