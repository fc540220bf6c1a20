import { expect, test } from 'vitest';
import { sourceId, tagId } from '../../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../../electron/contract/search.ts';
import { bundled, filterTokens, readTokens } from '../../../../renderer/state/search/filter-tokens.ts';
import { isNarrowing, noFilter, settledFilter } from '../../../../renderer/state/search/search-filter.ts';

const everyKind: SearchFilter = {
  tags: [tagId(1), tagId(2)],
  sources: [sourceId(4)],
  untagged: true,
  languages: ['ar'],
  places: ['MARSA NOUR'],
  agencies: ['Northwire'],
  published: { from: '2021-06-01', to: '2021-08-31' },
};

function tokensOf(filter: SearchFilter) {
  const tags = ['Energy/Crude', 'Film', 'Port', 'Rail', 'Sea', 'Sky'];
  return filterTokens(filter, {
    tag: (id) => ({ name: tags[Number(id) - 1] ?? '', colour: 'blue' }),
    source: () => 'lantern',
  });
}

test('every kind of filter is a token and a part of the reading', () => {
  const tokens = tokensOf(everyKind);
  expect(tokens.map(({ noun, label }) => `${noun}: ${label}`)).toEqual([
    'Tag: Energy/Crude',
    'Tag: Film',
    'Tag: untagged',
    'Source: lantern',
    'Place: MARSA NOUR',
    'Agency: Northwire',
    'Language: Arabic',
    'Published: 1 Jun 2021 – 31 Aug 2021',
  ]);
  expect(readTokens(tokens)).toBe(
    'in Energy/Crude or Film · untagged · from lantern · at MARSA NOUR · by Northwire · in Arabic · 1 Jun 2021 – 31 Aug 2021',
  );
});

test('each token takes its own choice away and no other', () => {
  let filter = everyKind;
  for (const { key, without } of tokensOf(everyKind)) {
    const before = tokensOf(filter).map((token) => token.key);
    filter = without(filter);
    expect(tokensOf(filter).map((token) => token.key)).toEqual(before.filter((other) => other !== key));
  }
  expect(isNarrowing(filter)).toBe(false);
});

test('many choices are told by their number, and the last token stands for those out of sight', () => {
  const filter = { ...noFilter, tags: [1, 2, 3, 4, 5, 6].map(tagId) };
  const tokens = tokensOf(filter);
  expect(readTokens(tokens)).toBe('in Energy/Crude or Film or Port or 3 more');
  const shown = bundled(tokens);
  expect(shown.map(({ label }) => label)).toEqual(['Energy/Crude', 'Film', 'Port', '3 more']);
  expect(shown.at(-1)?.without(filter).tags).toEqual([1, 2, 3]);
});

test('a filter whose ids stand for what they stood for is the same filter', () => {
  const standing = {
    tag: (id: ReturnType<typeof tagId>) => id,
    source: (id: ReturnType<typeof sourceId>) => id,
  };
  expect(settledFilter(everyKind, standing)).toBe(everyKind);
  expect(settledFilter(everyKind, { ...standing, tag: () => tagId(2) })).toEqual({
    ...everyKind,
    tags: [tagId(2)],
  });
  expect(settledFilter(everyKind, { ...standing, source: () => null })).toEqual({
    ...everyKind,
    sources: [],
  });
});

test('what is left out, and several choices that are meant together, are said so', () => {
  const filter: SearchFilter = {
    ...noFilter,
    tags: [tagId(1), tagId(2)],
    every: ['tags'],
    years: ['2020', '2021'],
    not: { tags: [tagId(3)], places: ['OSLO'], states: ['undated'] },
  };
  expect(readTokens(tokensOf(filter))).toBe(
    'in Energy/Crude and Film · not in Port · not undated · of 2020 or 2021 · not at OSLO',
  );
  expect(tokensOf(filter).map(({ label }) => label)).toContain('not OSLO');
});
