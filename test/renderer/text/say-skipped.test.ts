import { expect, test } from 'vitest';
import { sayKinds, saySkipped } from '../../../renderer/text/say-skipped.ts';

const files = (...kinds: readonly string[]) => kinds.map((kind, at) => ({ kind, files: kinds.length - at }));

test('names how many files are not read, and of which kinds', () => {
  expect(saySkipped([])).toBe('');
  expect(saySkipped(files('docx', 'pdf'))).toBe('3 .docx, .pdf');
  expect(saySkipped(files('docx', 'pdf', '', 'png', '…'))).toBe('15 .docx, .pdf, of unknown kind and others');
});

test('tells how many files each kind has', () => {
  expect(sayKinds(files('docx', '', '…'))).toBe('3 .docx, 2 of unknown kind, 1 of other kinds');
});
