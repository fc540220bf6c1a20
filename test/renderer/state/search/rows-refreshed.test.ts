import { expect, test } from 'vitest';
import type { Hit } from '../../../../electron/contract/search.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import { RowCache } from '../../../../renderer/state/search/row-cache.svelte.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { hit, hits, page } from '../../support/answers.ts';
import { stubBridge } from '../../support/stub-bridge.ts';
import { searchesOfEachTest, waiting } from '../../support/waiting-searches.ts';

searchesOfEachTest();

test('an answer that was on its way when articles were tagged shows its rows as they are since', async () => {
  const search = new SearchState();
  const asked = search.ask({ query: 'dam', sort: 'newest', filter: noFilter });
  await search.refreshRows();
  waiting[0]?.answer(page({ total: 2, hits: [hit(98), hit(99)] }));
  await asked;
  // The rows that were fetched anew, and not those of the answer.
  expect(search.rows?.at(0)?.id).toBe(1);
});

test('rows that were on their way when articles were tagged are fetched once more', async () => {
  const answers: ((rows: readonly Hit[]) => void)[] = [];
  installBridge(stubBridge({ archive: { rows: () => new Promise((give) => answers.push(give)) } }).bridge);
  const rows = new RowCache(page({ total: 60, hits: hits(1, 25) }), (thrown) => {
    throw thrown;
  });
  const found = rows.between(30, 31);
  await expect.poll(() => answers.length).toBe(1);
  const refreshed = rows.refresh();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(hits(1, 25));
  await refreshed;
  answers[0]?.(hits(900, 25));
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.(hits(26, 25));
  expect((await found).map(({ id }) => id)).toEqual([31, 32]);
});

test('whoever scrolls has the next rows fetched before they are in sight, and whoever jumps does not', async () => {
  const asked: number[] = [];
  const archive = {
    rows: ({ offset, limit }: Readonly<{ offset: number; limit: number }>) => {
      asked.push(offset);
      return Promise.resolve(hits(offset + 1, limit));
    },
  };
  installBridge(stubBridge({ archive }).bridge);
  const rows = new RowCache(page({ total: 10_000, hits: hits(1, 25) }), (thrown) => {
    throw thrown;
  });
  rows.want(0, 10);
  expect(asked).toEqual([]);
  rows.want(4, 14);
  await expect.poll(() => asked).toEqual([25, 50, 75]);
  rows.want(5_000, 5_010);
  await expect.poll(() => asked.slice(3)).toEqual([5_000]);
  rows.want(4_996, 5_006);
  await expect.poll(() => asked.slice(4)).toEqual([4_975, 4_950, 4_925, 4_900]);
});
