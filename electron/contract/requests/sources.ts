import { absolutePath, listOf, record, requestsOf, truth, wholeNumber } from '../parse.ts';
import { aFailure, aSource, maxIds } from './ids.ts';
import { aSelection } from './search.ts';

const nothing = record({});

export const libraryRequests = requestsOf({
  status: nothing,
  stats: nothing,
  check: record({ repair: truth }),
});

export const sourceRequests = requestsOf({
  listSources: nothing,
  addSources: record({ paths: listOf(absolutePath, 100_000) }),
  rescan: record({ sources: listOf(aSource, 10_000) }),
  removeSource: record({ source: aSource }),
  weighSource: record({ source: aSource }),
  removeArticles: record({ selection: aSelection }),
  pauseImport: nothing,
  resumeImport: nothing,
  optimize: nothing,
  cancelImport: nothing,
  importFinished: nothing,
  listFailures: record({
    offset: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    limit: wholeNumber(1, 1_000),
  }),
  retryFailures: record({ failures: listOf(aFailure, maxIds) }),
});
