import { describe, expect, it } from 'vitest';
import { sourceId, tagId } from '../../electron/contract/ids.ts';
import { recordedIn, recordLine, type RecordedSearch } from '../../electron/contract/search-record.ts';

const recorded: RecordedSearch = {
  question: {
    query: 'dam "gave way" [1]',
    grammar: 'news',
    sort: 'newest',
    filter: {
      tags: [tagId(4)],
      sources: [sourceId(2)],
      untagged: false,
      published: { from: '2019-01-01', to: '2021-12-31' },
      outlets: ['Esta Courier'],
    },
  },
  tags: [{ id: 4, name: 'Dam/Contract' }],
  sources: [{ id: 2, name: '/news/lantern' }],
};

describe('a search record', () => {
  it('is found again in a note around it', () => {
    expect(recordedIn(`As of today:\n${recordLine(recorded)}\n(see above)`)).toEqual(recorded);
  });

  it.each([
    ['a query', 'dam AND flood'],
    ['a record that lost a letter', recordLine(recorded).replace('"query"', '"quer"')],
    ['a record that was cut', recordLine(recorded).slice(0, -10)],
    ['what is no record', '[microfiche-search {"question":null}]'],
    ['ids that are none', recordLine(recorded).replace('"id":4', '"id":"x"')],
  ])('%s is no record', (_, text) => {
    expect(recordedIn(text)).toBeNull();
  });
});
