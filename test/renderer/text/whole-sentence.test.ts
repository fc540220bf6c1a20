import { expect, test } from 'vitest';
import { wholeSentence } from '../../../renderer/text/whole-sentence.ts';

test('begins with a capital and ends in a full stop', () => {
  expect(
    ['this bracket is not closed', 'Search again.', '“20x” is no date', 'élan?', '«قريب» is no date'].map(
      wholeSentence,
    ),
  ).toEqual([
    'This bracket is not closed.',
    'Search again.',
    '“20x” is no date.',
    'Élan?',
    '«قريب» is no date.',
  ]);
});
