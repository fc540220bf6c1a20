import type { ArchiveApi } from '../archive-api.ts';
import { methodsOf, record, requestsOf, type ParsersOf } from '../parse.ts';
import { readingRequests } from './reading.ts';
import { writingRequests } from './writing.ts';

/** The parser of every request to an archive; what has none does not exist. */
export const archiveRequests: ParsersOf<ArchiveApi> = {
  ...requestsOf({ status: record({}) }),
  ...readingRequests,
  ...writingRequests,
};

export const archiveMethods = methodsOf<ArchiveApi>(archiveRequests);
