import { describe, expect, it } from 'vitest';
import type { LibraryStatus, ImportProgress } from '../../electron/contract/archive-api.ts';
import { resultSetId } from '../../electron/contract/ids.ts';
import type { SearchPage } from '../../electron/contract/search.ts';
import { checkArchive } from '../../electron/main/self-check.ts';
import { stubEngine } from '../support/stub-engine/stub-engine.ts';

type Shape = Readonly<{ articles?: number; found?: number; tagged?: number; refound?: number }>;

function archive({ articles = 70, found = 12, tagged = 12, refound = 12 }: Shape) {
  const asked: unknown[] = [];
  const progress = { state: 'idle', failed: 1 } as ImportProgress;
  const engine = stubEngine({
    addSources: (request) => {
      asked.push(request);
      return Promise.resolve([]);
    },
    importFinished: () => Promise.resolve(progress),
    status: () => Promise.resolve({ articles } as LibraryStatus),
    search: ({ query }) => {
      const total = query.startsWith('tag:') ? refound : found;
      return Promise.resolve({ total, resultSet: resultSetId(1) } as SearchPage);
    },
    setTags: (request) => {
      asked.push(request);
      return Promise.resolve({ changed: tagged, label: 'tagged' });
    },
  });
  return { api: engine.api, asked };
}

describe('the self-check', () => {
  it('imports the sample archive, and finds by their tag the articles that it tagged', async () => {
    const { api, asked } = archive({});
    expect(await checkArchive(api, '/sample')).toEqual({
      articles: 70,
      failed: 1,
      query: 'harbour',
      hits: 12,
      tagged: 12,
    });
    expect(asked).toEqual([
      { paths: ['/sample'] },
      { selection: { resultSet: 1, except: [] }, add: ['Self-check'], remove: [] },
    ]);
  });

  it.each([
    [{ articles: 0 }, 'ended with 0 articles'],
    [{ found: 0 }, 'no article was found'],
    [{ tagged: 11 }, '11 of 12 articles were tagged'],
    [{ refound: 0 }, '0 of 12 articles were found by their tag'],
  ])('says what failed (%#)', async (shape, message) => {
    await expect(checkArchive(archive(shape).api, '/sample')).rejects.toThrow(message);
  });
});
