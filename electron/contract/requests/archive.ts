import type { ArchiveApi } from '../archive-api.ts';
import { searchRequests } from './search.ts';
import { libraryRequests, sourceRequests } from './sources.ts';
import { noteRequests, tagRequests } from './tags.ts';

/** The request parser of every method of `ArchiveApi`; each throws a `FailureError` with code `bad-request`. */
export const archiveRequests: {
  readonly [Method in keyof ArchiveApi]: (data: unknown) => Parameters<ArchiveApi[Method]>[0];
} = { ...libraryRequests, ...searchRequests, ...sourceRequests, ...tagRequests, ...noteRequests };
