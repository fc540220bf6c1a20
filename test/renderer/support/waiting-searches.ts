import { afterEach, beforeEach, vi } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import { resultSetId } from '../../../electron/contract/ids.ts';
import type { SearchPage, SearchRequest } from '../../../electron/contract/search.ts';
import { installBridge } from '../../../renderer/archive.ts';
import { facets, hits } from './answers.ts';
import { stubBridge, type StubbedBridge } from './stub-bridge.ts';

export type Waiting = Readonly<{
  request: SearchRequest;
  answer: (page: SearchPage) => void;
  fail: (thrown: unknown) => void;
}>;

/** The searches that the bridge of this test was asked for, in their order. */
export const waiting: Waiting[] = [];

/** Gives each test of a file a bridge of its own, and the real time back. */
export function searchesOfEachTest(): void {
  beforeEach(() => {
    bridgeOfSearches();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** A bridge whose searches are answered by the test, in the order that it likes. */
export function bridgeOfSearches(): StubbedBridge {
  waiting.length = 0;
  const stub = stubBridge({
    archive: {
      search: (request) => new Promise<SearchPage>((answer, fail) => waiting.push({ request, answer, fail })),
      rows: ({ resultSet, offset, limit }) => {
        if (resultSet !== resultSetId(1)) {
          throw new FailureError({ code: 'result-set-gone', message: 'gone' });
        }
        return Promise.resolve(hits(offset + 1, limit));
      },
      newMatches: () => Promise.resolve({ articles: 12, notices: ['Still so.'] }),
      facets: ({ resultSet }) => {
        if (resultSet !== resultSetId(1)) {
          throw new FailureError({ code: 'result-set-gone', message: 'gone' });
        }
        return Promise.resolve(
          facets({ tags: { values: [{ key: 'Water', articles: 2, all: 5 }], others: 0 } }),
        );
      },
    },
  });
  installBridge(stub.bridge);
  return stub;
}
