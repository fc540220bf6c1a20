import {
  articleId,
  failureId,
  highlightId,
  noteId,
  resultSetId,
  savedSearchId,
  sourceId,
  tagId,
} from '../ids.ts';
import { wholeNumber, type Parser } from '../parse.ts';

export const anArticle = idOf(articleId);
export const aSource = idOf(sourceId);
export const aTag = idOf(tagId);
export const aNote = idOf(noteId);
export const aHighlight = idOf(highlightId);
export const aFailure = idOf(failureId);
export const aResultSet = idOf(resultSetId);
export const aSavedSearch = idOf(savedSearchId);

/** More items than any list of ids that a person can have chosen one by one. */
export const maxIds = 1_000_000;

function idOf<Id>(brand: (value: number) => Id): Parser<Id> {
  const number = wholeNumber(0, Number.MAX_SAFE_INTEGER);
  return (data, at) => brand(number(data, at));
}
