import type { ArchiveApi } from '../../contract/archive-api.ts';
import type { SearchPage, SearchRequest, Selection } from '../../contract/search.ts';
import type { RequestParsers } from '../../rpc/calls.ts';

type ReadMethods =
  | 'stats'
  | 'search'
  | 'rows'
  | 'arrivals'
  | 'facets'
  | 'article'
  | 'original'
  | 'listSources'
  | 'listFailures'
  | 'listTags'
  | 'tagsOf'
  | 'exportRecords';

/** What the search thread answers: the reading half of the archive, and the ids behind a selection. */
export type SearchApi = Pick<ArchiveApi, Exclude<ReadMethods, 'search'>> &
  Readonly<{
    /** `flag` is the number of the search's flag in `SearchFlags`. */
    search(request: SearchRequest & Readonly<{ flag: number }>): Promise<SearchPage>;
    idsOf(request: Readonly<{ selection: Selection }>): Promise<Uint32Array>;
    articleCount(request: Readonly<Record<string, never>>): Promise<number>;
    /** Settles when all that was committed before is read ahead. */
    readAhead(request: Readonly<Record<string, never>>): Promise<void>;
    /** Opens the databases again, after the writer has put a new index in the place of the old. */
    reopen(request: Readonly<Record<string, never>>): Promise<void>;
  }>;

export const searchMethods = {
  stats: true,
  search: true,
  rows: true,
  arrivals: true,
  facets: true,
  article: true,
  original: true,
  listSources: true,
  listFailures: true,
  listTags: true,
  tagsOf: true,
  exportRecords: true,
  idsOf: true,
  articleCount: true,
  readAhead: true,
  reopen: true,
} as const satisfies Record<keyof SearchApi, true>;

function trusted<Request>(request: unknown): Request {
  return request as Request;
}

/** Requests between threads of the engine were parsed where they entered it. */
export const searchParsers: RequestParsers<SearchApi> = {
  stats: trusted,
  search: trusted,
  rows: trusted,
  arrivals: trusted,
  facets: trusted,
  article: trusted,
  original: trusted,
  listSources: trusted,
  listFailures: trusted,
  listTags: trusted,
  tagsOf: trusted,
  exportRecords: trusted,
  idsOf: trusted,
  articleCount: trusted,
  readAhead: trusted,
  reopen: trusted,
};
