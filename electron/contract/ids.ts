declare const brand: unique symbol;

/** A number that names one thing for the life of a library and can't be mistaken for another kind of id. */
type Id<Name extends string> = number & { readonly [brand]: Name };

export type ArticleId = Id<'article'>;
export type SourceId = Id<'source'>;
export type TagId = Id<'tag'>;
export type NoteId = Id<'note'>;
export type HighlightId = Id<'highlight'>;
export type FailureId = Id<'failure'>;
export type ResultSetId = Id<'result set'>;
export type SavedSearchId = Id<'saved search'>;

export function articleId(value: number): ArticleId {
  return value as ArticleId;
}

export function sourceId(value: number): SourceId {
  return value as SourceId;
}

export function tagId(value: number): TagId {
  return value as TagId;
}

export function noteId(value: number): NoteId {
  return value as NoteId;
}

export function highlightId(value: number): HighlightId {
  return value as HighlightId;
}

export function failureId(value: number): FailureId {
  return value as FailureId;
}

export function savedSearchId(value: number): SavedSearchId {
  return value as SavedSearchId;
}

export function resultSetId(value: number): ResultSetId {
  return value as ResultSetId;
}
