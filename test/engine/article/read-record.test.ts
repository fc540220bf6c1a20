import { expect, test } from 'vitest';
import { readRecord } from '../../../electron/engine/article/read-record.ts';
import type { BlockText, SaidFields, TextBlock } from '../../../electron/engine/article/record-text.ts';
import type { ArticleContext } from '../../../electron/engine/article/read-article.ts';

const context: ArticleContext = {
  path: 'a/b.csv',
  fileTimeMs: Date.UTC(2024, 4, 5),
  today: '2024-06-01',
};

function read(text: BlockText, said: Partial<SaidFields> = {}) {
  return readRecord(text, said, context);
}

test('blocks cover the text, touch, and keep what a format says of them', () => {
  const { text, blocks, fields } = read(
    [
      { kind: 'body', text: 'ESTA, May 3 — The ferry to the islands stopped on Friday.' },
      { kind: 'caption', text: 'The ferry in its harbour' },
      { kind: 'body', text: ' It will not sail before June. ' },
      { kind: 'furniture', text: 'Read more' },
    ],
    { headline: 'Ferry stops', byline: 'Mina Okoro', published: '2024-05-04T10:30:00Z', outlet: 'Esta Post' },
  );
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['headline', 'Ferry stops'],
    ['space', '\n\n'],
    ['byline', 'Mina Okoro'],
    ['space', '\n\n'],
    ['dateline', 'ESTA, May 3 —'],
    ['space', ' '],
    ['body', 'The ferry to the islands stopped on Friday.'],
    ['space', '\n\n'],
    ['caption', 'The ferry in its harbour'],
    ['space', '\n\n'],
    ['body', 'It will not sail before June.'],
    ['space', '\n\n'],
    ['furniture', 'Read more'],
  ]);
  expect(blocks.at(-1)?.end).toBe(text.length);
  expect(fields).toMatchObject({
    headline: 'Ferry stops',
    byline: 'Mina Okoro',
    place: 'ESTA',
    published: { date: '2024-05-04T10:30', precision: 'minute', from: 'metadata' },
    captions: [{ text: 'The ferry in its harbour', credit: null }],
    body: ['The ferry to the islands stopped on Friday.', 'It will not sail before June.'],
    furniture: ['Read more'],
    outlet: 'Esta Post',
    words: 16,
  });
});

test('a text without blocks is read as a page, under the headline that its format names', () => {
  const { text, fields } = read('The ferry stopped on Friday.\n\nIt will not sail before June.', {
    headline: 'Ferry stops',
  });
  expect(text).toBe('Ferry stops\n\nThe ferry stopped on Friday.\n\nIt will not sail before June.');
  expect(fields).toMatchObject({
    headline: 'Ferry stops',
    body: ['The ferry stopped on Friday.', 'It will not sail before June.'],
  });
});

test('what a format says is above what the text lets guess, and what it leaves empty is nothing', () => {
  const { fields } = read('ESTA (AP) — The ferry stopped on Friday.', {
    place: 'Sarm',
    byline: '',
    language: 'ar-EG',
  });
  expect(fields).toMatchObject({
    place: 'Sarm',
    agency: 'AP',
    byline: null,
    language: 'ar',
    direction: 'rtl',
  });
});

test('a dateline opens the second paragraph behind a lead, where a dash follows a place that is known', () => {
  const lead: TextBlock = { kind: 'body', text: 'There is hardly a doubt, say professors of law.' };
  const placeIn = (second: string): string | null =>
    read([lead, { kind: 'body', text: second }], { headline: 'Law' }).fields.place;
  expect(placeIn('Bern. – The party thinks that it is right about it.')).toBe('Bern');
  expect(placeIn('Somewhere – and that is the question – it will rain.')).toBeNull();
  expect(placeIn('Bern: the party thinks that it is right about it.')).toBeNull();
});
