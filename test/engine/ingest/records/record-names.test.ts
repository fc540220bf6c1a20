import { expect, test } from 'vitest';
import { RecordNames } from '../../../../electron/engine/ingest/records/record-names.ts';

test('equal keys are told apart by ordinals in turn, however many there are', () => {
  const names = new RecordNames();
  const count = 5000;
  const given = Array.from({ length: count }, () => names.nameOf('a'));
  expect(given).toEqual(['a', ...Array.from({ length: count - 1 }, (_, at) => `a (${at + 2})`)]);
  expect([names.nameOf('b (2)'), names.nameOf('b'), names.nameOf('b')]).toEqual(['b (2)', 'b', 'b (3)']);
});
