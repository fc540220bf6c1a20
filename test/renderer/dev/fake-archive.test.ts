import { describe, expect, test } from 'vitest';
import { createFakeArchive } from '../../../renderer/dev/fake-archive.ts';
import { readScenario } from '../../../renderer/dev/scenario.ts';
import { valueOf } from './open-window.ts';

const open = (address: string) =>
  createFakeArchive(readScenario(new URLSearchParams(`latency=0&${address}`)));
const filter = { tags: [], sources: [], untagged: false };
const asked = { grammar: 'news', sort: 'relevance', filter, offset: 0, limit: 20, typing: false } as const;

describe('the invented archive', () => {
  test('marks the words of the query in every snippet that has them', async () => {
    const { hits, total } = await valueOf(open('').archive.search({ ...asked, query: 'bridge' }));
    expect(total).toBeGreaterThan(20);
    for (const { snippet } of hits) {
      for (const [start, end] of snippet.marks) {
        expect(snippet.text.slice(start, end).toLowerCase()).toBe('bridge');
      }
    }
  });

  test('reads the rest of a query whose quotation mark is not closed', async () => {
    const answer = await valueOf(open('').archive.search({ ...asked, query: 'water "dry taps' }));
    expect(answer.fault).toEqual({ at: 6, length: 1, message: 'This quotation mark is not closed.' });
    expect(answer.total).toBeGreaterThan(0);
  });

  test('answers with half a million articles, any page of which can be asked for', async () => {
    const { archive } = open('state=many');
    const { resultSet, total } = await valueOf(archive.search({ ...asked, query: '' }));
    const rows = await valueOf(archive.rows({ resultSet, offset: 499_990, limit: 200 }));
    expect([total, rows.length, rows.at(-1)?.id]).toEqual([500_000, 10, 500_000]);
  });

  test('completes the last word while it is typed, and says so', async () => {
    const { archive } = open('state=full');
    const typed = await valueOf(archive.search({ ...asked, query: 'bridg', typing: true }));
    const finished = await valueOf(archive.search({ ...asked, query: 'bridg' }));
    expect([typed.total > 0, typed.reading, finished.total, finished.reading]).toEqual([
      true,
      'bridg…',
      0,
      'bridg',
    ]);
    const { resultSet, total } = typed;
    const { years, states } = await valueOf(archive.facets({ resultSet }));
    const undated = states.values.find(({ key }) => key === 'undated');
    expect(years.values.reduce((sum, { articles }) => sum + articles, undated?.articles ?? 0)).toBe(total);
  });

  test('settles a call that was given up as cancelled', async () => {
    const { archive, cancel } = createFakeArchive({
      ...readScenario(new URLSearchParams()),
      latencyMs: 60_000,
    });
    const answer = archive.search({ ...asked, query: 'water' }, 7);
    cancel(7);
    expect(await answer).toMatchObject({ failure: { code: 'cancelled' } });
  });
});
