import { expect, test } from 'vitest';
import type { Snippet } from '../../../../electron/contract/search.ts';
import { nearFirstHit } from '../../../../renderer/text/hits/near-hit.ts';

function marking(text: string, ...words: readonly string[]) {
  const marks = words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length] as const);
  return { text, marks };
}

function marked({ text, marks }: Snippet): readonly string[] {
  return marks.map(([start, end]) => text.slice(start, end));
}

test('a passage begins at a word not far before its first hit, and what is marked stays marked', () => {
  const passage = marking(
    'Three ships were being unloaded when the harbour was closed by the union.',
    'harbour',
    'union',
  );
  const near = nearFirstHit(passage, 20);
  expect(near.text).toBe('…unloaded when the harbour was closed by the union.');
  expect(marked(near)).toEqual(['harbour', 'union']);
});

test('one whose hit is in sight, or that has none, stays as it is', () => {
  const passage = marking('The harbour was closed.', 'harbour');
  expect(nearFirstHit(passage, 20)).toBe(passage);
  const without = { text: 'Three ships were being unloaded.', marks: [] };
  expect(nearFirstHit(without, 20)).toBe(without);
});

test('scripts without spaces are cut between their characters, and a long word before the hit is left out', () => {
  const near = nearFirstHit(marking('昨日の午後に多くの船が港に入り、京都の新聞が伝えた。', '京都'), 5);
  expect(near.text).toBe('…港に入り、京都の新聞が伝えた。');
  expect(marked(near)).toEqual(['京都']);
  const long = nearFirstHit(marking(`${'x'.repeat(50)} harbour`, 'harbour'), 20);
  expect(long.text).toBe('…harbour');
});
