import { expect, test } from 'vitest';
import type { Correction } from '../../../../electron/contract/corrections.ts';
import { articleId } from '../../../../electron/contract/ids.ts';
import { changesOf, draftsOf } from '../../../../renderer/text/fields/field-drafts.ts';
import { articleView } from '../../support/answers.ts';

const view = articleView(1, {
  place: 'Old Esta',
  byline: 'Mina Okoro',
  published: { date: '1987-02-26T14:30', precision: 'minute', from: 'correction', confidence: 1 },
});
const correction = (field: Correction['field'], was: string | null): Correction => ({
  article: articleId(1),
  field,
  value: '',
  was,
  atMs: 0,
});
const corrected = {
  ...view,
  corrections: [correction('place', 'PORT ESTA'), correction('published', '2026-02-26T09:00')],
};
const drafts = draftsOf(view.fields);

test('what was not touched is not changed, and white space around is no change', () => {
  expect(changesOf({ ...drafts, place: ' Old Esta ' }, view)).toEqual({ fields: {}, asRead: [] });
});

test('what is other is corrected, and what is emptied is none', () => {
  expect(changesOf({ ...drafts, place: 'Esta', byline: '', published: '1987' }, view)).toEqual({
    fields: { place: 'Esta', byline: null, published: '1987' },
    asRead: [],
  });
});

test('what reads again as the page does is given back', () => {
  expect(changesOf({ ...drafts, place: 'PORT ESTA', published: '2026-02-26 09:00' }, corrected)).toEqual({
    fields: {},
    asRead: ['place', 'published'],
  });
});

test('what can not be is said at its field', () => {
  expect(changesOf({ ...drafts, headline: ' ' }, view)).toEqual({
    field: 'headline',
    problem: 'An article has to have a headline.',
  });
  expect(changesOf({ ...drafts, published: 'spring' }, view)).toMatchObject({ field: 'published' });
  expect(changesOf({ ...drafts, place: 'x'.repeat(2_001) }, view)).toMatchObject({ field: 'place' });
});
