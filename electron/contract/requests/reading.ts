import type { ReadingApi } from '../archive-api.ts';
import { collocateSorts, concordanceSorts, contextWords } from '../concordance-api.ts';
import { exportFields, exportFormatNames, exportLayouts } from '../export-api.ts';
import { facetNames } from '../facet-values.ts';
import {
  absolutePath,
  isoDay,
  listOf,
  oneOf,
  orNull,
  record,
  requestsOf,
  text,
  truth,
  wholeNumber,
  type ParsersOf,
} from '../parse.ts';
import { annotationOrders, highlightColours } from '../highlights.ts';
import { packedContents } from '../packing-api.ts';
import { sortOrders } from '../search.ts';
import { aFilter } from './filter.ts';
import { anArticle, aResultSet, aSource } from './id-parsers.ts';
import { maxCountedQuestions, maxHistory } from '../saved-searches.ts';
import { maxTrends, trendUnits } from '../trends-api.ts';
import { aQuestion, aTrendQuestion } from './saved-question.ts';
import { aSelection } from './selection.ts';

const nothing = record({});
const offset = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const limit = wholeNumber(1, 200);
const words = wholeNumber(contextWords.min, contextWords.max);
const nearWords = wholeNumber(0, contextWords.max);

const annotationFilter = record({
  colours: listOf(oneOf(highlightColours), highlightColours.length),
  tags: listOf(text(1, 1_000), 1_000),
  sources: listOf(aSource, 10_000),
  from: orNull(isoDay),
  to: orNull(isoDay),
  text: text(0, 10_000),
});

export const readingRequests: ParsersOf<ReadingApi> = requestsOf({
  search: record({
    query: text(0, 10_000),
    grammar: oneOf(['news', 'lunr']),
    sort: oneOf(sortOrders),
    filter: aFilter,
    offset,
    limit,
    typing: truth,
  }),
  suggest: record({ query: text(0, 10_000), caret: wholeNumber(0, 10_000) }),
  meantQuery: record({ query: text(0, 10_000), typing: truth }),
  queryRows: record({ query: text(0, 10_000) }),
  likeArticle: record({ id: anArticle }),
  rows: record({ resultSet: aResultSet, offset, limit }),
  concordance: record({
    resultSet: aResultSet,
    sort: oneOf(concordanceSorts),
    left: words,
    right: words,
    offset,
    limit,
  }),
  collocates: record({
    resultSet: aResultSet,
    sort: oneOf(collocateSorts),
    left: nearWords,
    right: nearWords,
    atLeast: wholeNumber(1, Number.MAX_SAFE_INTEGER),
    offset,
    limit,
  }),
  newMatches: record({ resultSet: aResultSet }),
  facets: record({ resultSet: aResultSet }),
  facetValues: record({ resultSet: aResultSet, facet: oneOf(facetNames), text: text(0, 1_000) }),
  article: record({ id: anArticle, resultSet: orNull(aResultSet) }),
  original: record({ id: anArticle }),
  originalPage: record({ id: anArticle }),
  listCorrections: record({ offset, limit: wholeNumber(1, 1_000) }),
  exportRecords: record({ selection: aSelection, offset, limit: wholeNumber(1, 10_000) }),
  exportArticles: record({
    selection: aSelection,
    format: oneOf(exportFormatNames),
    fields: orNull(listOf(oneOf(exportFields), exportFields.length)),
    layout: oneOf(exportLayouts),
    path: absolutePath,
    originals: truth,
  }),
  packLibrary: record({ path: absolutePath, contents: oneOf(packedContents) }),
  unpackLibrary: record({ path: absolutePath, libraryDir: absolutePath }),
  recurringLines: record({ source: aSource }),
  sourceReport: record({ source: aSource }),
  failureGroups: record({ source: orNull(aSource) }),
  readTable: record({ path: absolutePath }),
  trends: record({
    questions: listOf(aTrendQuestion, maxTrends),
    unit: orNull(oneOf(trendUnits)),
    span: orNull(record({ from: isoDay, to: isoDay })),
  }),
  listSearches: nothing,
  searchHistory: record({ limit: wholeNumber(1, maxHistory) }),
  countQuestions: record({
    questions: listOf(record({ question: aQuestion, seenUpTo: offset }), maxCountedQuestions),
  }),
  annotations: record({ ids: listOf(anArticle, 10_000) }),
  listAnnotations: record({
    filter: annotationFilter,
    order: oneOf(annotationOrders),
    within: orNull(aSelection),
    offset,
    limit,
  }),
  readingQueue: nothing,
  stats: nothing,
  listSources: nothing,
  listEncodings: nothing,
  listFailures: record({ offset, limit: wholeNumber(1, 1_000) }),
  listTags: nothing,
  tagsOf: record({ selection: aSelection }),
  removalImpact: record({ selection: aSelection }),
});
