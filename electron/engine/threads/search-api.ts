import type { ArticleId } from '../../contract/ids.ts';
import { givenUp, readAtOnce, type GivenUp, type ReadAtOnce } from '../archive/reading-methods.ts';
import type { RequestOf } from '../../rpc/calls.ts';
import type { PageFile } from '../ingest/own-page.ts';
import type { TableToRead } from '../ingest/read-table.ts';
import type { ArticleSelection } from '../../contract/search.ts';

type Nothing = Readonly<Record<string, never>>;

type Own = Readonly<{
  /** Ascending. */
  idsOf(request: Readonly<{ selection: ArticleSelection }>): Promise<Uint32Array>;
  /** In the order of the answer. */
  orderedIdsOf(request: Readonly<{ selection: ArticleSelection }>): Promise<Uint32Array>;
  /** Where the page of an article is. */
  originalFile(request: Readonly<{ id: ArticleId }>): Promise<PageFile>;
  /** Where a table is, and what people chose for it. */
  tableFile(request: Readonly<{ path: string }>): Promise<TableToRead>;
  articleCount(request: Nothing): Promise<number>;
  /** Settles when all that was committed before is read ahead. */
  readAhead(request: Nothing): Promise<void>;
  /** Opens the databases again, after the writer has put a new index in the place of the old. */
  reopen(request: Nothing): Promise<void>;
}>;

/** What the search thread answers: the reading half of the archive, and what the other threads need to know of it. */
export type SearchApi = ReadAtOnce & Own & Flagged;

/** `flag` is the number of the call's flag in `SearchFlags`. */
export type Flagged = {
  readonly [Method in keyof GivenUp]: (
    request: RequestOf<GivenUp[Method]> & Readonly<{ flag: number }>,
  ) => ReturnType<GivenUp[Method]>;
};

const own = {
  idsOf: true,
  orderedIdsOf: true,
  originalFile: true,
  tableFile: true,
  articleCount: true,
  readAhead: true,
  reopen: true,
} as const satisfies Record<keyof Own, true>;

export const searchMethods: readonly (keyof SearchApi)[] = [
  ...givenUp,
  ...readAtOnce,
  ...(Object.keys(own) as (keyof Own)[]),
];
