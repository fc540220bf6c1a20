/** What can stand where something is being typed. */
export const suggestionKinds = [
  ...(['word', 'field', 'operator', 'tag', 'source', 'folder', 'format'] as const),
  ...(['language', 'outlet', 'section', 'place', 'agency', 'state'] as const),
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export type SuggestRequest = Readonly<{
  query: string;
  /** Where it is being typed, in UTF-16 code units. */
  caret: number;
}>;

export type Suggestion = Readonly<{
  kind: SuggestionKind;
  /** What stands in the query instead of what was typed. */
  text: string;
  /** How many articles it finds by itself; null for what finds none. */
  articles: number | null;
}>;

/** `[from, to)` of the query is what was typed of each. */
export type Suggestions = Readonly<{ from: number; to: number; suggestions: readonly Suggestion[] }>;
