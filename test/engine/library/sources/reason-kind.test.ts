import { expect, test } from 'vitest';
import { reasonKind } from '../../../../electron/engine/library/sources/reason-kind.ts';
import { sentence } from '../../../../electron/words/sentence.ts';

test('reasons that differ by names and numbers alone are of one kind', () => {
  const kinds = [
    reasonKind('UTF-16 with an odd number of bytes (4,117)'),
    reasonKind('UTF-16 with an odd number of bytes (23)'),
    reasonKind('its JSON is broken: Unexpected token "x"'),
    reasonKind('its JSON is broken: Unexpected end'),
    reasonKind(sentence('file.no-columns', { columns: 'a, b' })),
    reasonKind(sentence('file.no-columns', { columns: 'c' })),
  ].map(({ kind }) => kind);
  expect([kinds[0], kinds[2], kinds[4]]).toEqual([kinds[1], kinds[3], kinds[5]]);
  expect(new Set(kinds).size).toBe(3);
});

test('what is said of them all names none of them', () => {
  expect(reasonKind('"a.txt" leads nowhere').reason).toBe('… leads nowhere');
  expect(reasonKind(sentence('file.no-columns', { columns: 'a, b' })).reason).toEqual(
    sentence('file.no-columns', { columns: '…' }),
  );
  expect(reasonKind(sentence('file.no-bytes')).reason).toEqual(sentence('file.no-bytes'));
});
