import { expect, test } from 'vitest';
import {
  findForms,
  findInArticle,
  findInText,
  markedForms,
  offsetsOf,
} from '../../../../renderer/text/hits/marked-forms.ts';
import { articleView } from '../../support/answers.ts';

test('finds text without regard to case, accents or the kind of space', () => {
  expect(findInText('Café\u00a0Müller, CAFE MULLER', 'cafe muller')).toEqual([
    [0, 11],
    [13, 24],
  ]);
  expect(findInText('Häuser', 'u')).toEqual([[2, 3]]);
});

test('finds Arabic words with and without their vowel signs', () => {
  expect(findInText('عَرَبِيّ', 'عربي')).toHaveLength(1);
});

test('finds nothing for nothing', () => {
  expect(findInText('text', '  ')).toEqual([]);
});

test('numbers the marks in the order of reading', () => {
  const fields = articleView(1, {
    headline: 'River',
    captions: [{ text: 'A river', credit: null }],
    body: ['No.', 'River and river'],
    furniture: ['River Times'],
  }).fields;
  expect(offsetsOf(findInArticle(fields, 'river'))).toEqual({
    headline: 0,
    standfirst: 1,
    captions: [1],
    body: [2, 2],
    furniture: [4],
    total: 5,
  });
});

test('marks the words of the hits again in the text of the file, as whole words', () => {
  const view = articleView(1, { body: ['The river rose.'] });
  const forms = markedForms(view.fields, { ...view.marks, body: [[[4, 9]]] });
  expect(findForms('river, riverside, (river)', forms)).toEqual([
    [0, 5],
    [19, 24],
  ]);
});

test('takes a form with signs of patterns as it stands', () => {
  expect(findForms('a C++ b', ['C++'])).toEqual([[2, 5]]);
});
