import type { Answers } from '../../contract/answers.ts';
import type { ReadingApi } from '../../contract/archive-api.ts';
import { methodsOf } from '../../contract/parse.ts';
import { readingRequests } from '../../contract/requests/reading.ts';
import { countQuestions } from './count-questions.ts';
import { readRows } from '../query/grammar/rows/read-rows.ts';
import { trendsOf } from '../query/results/trends.ts';
import type { ArchiveReader } from './archive-reader.ts';

/** Pages and tables are read, exports written and libraries packed, by threads of their own. */
const answeredApart = [
  'originalPage',
  'readTable',
  'exportArticles',
  'packLibrary',
  'unpackLibrary',
] as const;

/** What takes a while and is told when nobody waits for it any more. */
export const givenUp = ['search', 'concordance', 'collocates'] as const;
export type GivenUp = Pick<ReadingApi, (typeof givenUp)[number]>;

/** What `readingMethods` answers: all else that is read. */
export type ReadAtOnce = Omit<ReadingApi, keyof GivenUp | (typeof answeredApart)[number]>;

export const readAtOnce = methodsOf(readingRequests).filter(
  (method): method is keyof ReadAtOnce => ![...answeredApart, ...givenUp].some((name) => name === method),
);

/** What each reading method of the archive does with an archive that is open. */
export function readingMethods(reader: ArchiveReader): Answers<ReadAtOnce> {
  const { library } = reader;
  return {
    suggest: (request) => reader.queries.suggest(request),
    meantQuery: (request) => ({ hint: reader.queries.meant(request) }),
    queryRows: ({ query }) => readRows(query),
    likeArticle: ({ id }) => reader.queries.likeArticle(id),
    rows: (request) => reader.rows(request),
    newMatches: ({ resultSet }) => reader.newMatches(resultSet),
    facets: ({ resultSet }) => reader.facets(resultSet),
    facetValues: (request) => reader.facetValues(request),
    article: ({ id, resultSet }) => reader.article(id, resultSet),
    original: ({ id }) => reader.originals.text(id),
    listCorrections: ({ offset, limit }) => library.corrections.list(offset, limit),
    exportRecords: ({ selection, offset, limit }) => reader.exportRecords(selection, offset, limit),
    recurringLines: ({ source }) => reader.furniture.recurring(source),
    sourceReport: ({ source }) => reader.sourceReports.of(source),
    failureGroups: ({ source }) => reader.sourceReports.groups(source),
    listSearches: () => library.searches.list(),
    searchHistory: ({ limit }) => library.searches.history(limit),
    countQuestions: ({ questions }) => countQuestions(reader.searcher, questions),
    trends: ({ questions, ...periods }) =>
      reader.searcher.overAll(
        questions.map((question) => ({ typing: false, ...question })),
        (snapshot, found) => ({
          ...trendsOf(
            snapshot,
            found.map(({ matched }) => matched),
            periods,
          ),
          faults: found.map(({ fault }) => fault),
        }),
      ),
    annotations: ({ ids }) => reader.annotations.of(ids),
    listAnnotations: ({ within, ...asked }) =>
      reader.annotations.list({ ...asked, within: within === null ? null : reader.idsOf(within) }),
    readingQueue: () => library.annotations.queue(),
    stats: () => reader.stats(),
    listSources: () => library.sources(),
    listEncodings: () => library.chosenEncodings(),
    listFailures: ({ offset, limit }) => library.failures(offset, limit),
    listTags: () => library.tags(),
    tagsOf: ({ selection }) => reader.tagsOf(selection),
    removalImpact: ({ selection }) => reader.removalImpact(selection),
  };
}

/** The same for what can be given up half way: `checkpoint` throws once it is. */
export function methodsToGiveUp(reader: ArchiveReader, checkpoint: () => void): Answers<GivenUp> {
  return {
    search: (request) => reader.search(request, checkpoint),
    concordance: (request) => reader.concordances.concordance(request, checkpoint),
    collocates: (request) => reader.concordances.collocates(request, checkpoint),
  };
}
