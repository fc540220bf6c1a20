import {
  isObject,
  isoDay,
  listOf,
  oneOf,
  orMissing,
  orNull,
  record,
  requestsOf,
  text,
  truth,
  wholeNumber,
} from '../parse.ts';
import type { Selection } from '../search.ts';
import { anArticle, aResultSet, aSource, aTag, maxIds } from './ids.ts';

const offset = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const limit = wholeNumber(1, 200);

const names = listOf(text(1, 1000), 10_000);

const filter = record({
  tags: listOf(aTag, 10_000),
  sources: listOf(aSource, 10_000),
  untagged: truth,
  languages: orMissing(names),
  places: orMissing(names),
  agencies: orMissing(names),
  published: orMissing(record({ from: isoDay, to: isoDay })),
});
const namedArticles = record({ ids: listOf(anArticle, maxIds) });
const allBut = record({ resultSet: aResultSet, except: listOf(anArticle, maxIds) });

/** Articles by id, or all of an answer but some; what names a result set is read as the latter. */
export function aSelection(data: unknown, at: string): Selection {
  return isObject(data) && 'resultSet' in data ? allBut(data, at) : namedArticles(data, at);
}

export const searchRequests = requestsOf({
  search: record({
    query: text(0, 10_000),
    grammar: oneOf(['news', 'lunr']),
    sort: oneOf(['relevance', 'newest', 'oldest']),
    filter,
    offset,
    limit,
    typing: truth,
  }),
  rows: record({ resultSet: aResultSet, offset, limit }),
  arrivals: record({ resultSet: aResultSet }),
  facets: record({ resultSet: aResultSet }),
  article: record({ id: anArticle, resultSet: orNull(aResultSet) }),
  original: record({ id: anArticle }),
  exportRecords: record({ selection: aSelection, offset, limit: wholeNumber(1, 10_000) }),
});
