import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../../../electron/engine/article/paragraphs/heading-marks.ts';
import { fieldsOf } from '../article-context.ts';

function bare(line: string): string {
  const { start, end } = withoutMarks(line, 0, line.length);
  return line.slice(start, end);
}

describe('marks of a flattened page', () => {
  it.each([
    ['****** Mole repaired ******', 'Mole repaired'],
    ['## Mole repaired', 'Mole repaired'],
    ['**Mole repaired**', 'Mole repaired'],
    ['_Mole repaired_', 'Mole repaired'],
    ['== Mole repaired ==', 'Mole repaired'],
  ])('around "%s" are no part of it', (line, text) => {
    expect(bare(line)).toBe(text);
  });

  it.each(['* an item', '*', '******', '#mole', '#', '*note: closed', '__init', '_', '** cast'])(
    'are left where they are the text: "%s"',
    (line) => {
      expect(bare(line)).toBe(line);
    },
  );

  it('leave a headline and a byline readable', () => {
    const body =
      'The old mole was repaired on Monday after four weeks of work by divers from the town above it.';
    const { headline, byline } = fieldsOf([
      '# Mole repaired before the storms',
      '',
      '**By Ann Lee**',
      '',
      body,
    ]);
    expect([headline, byline]).toEqual(['Mole repaired before the storms', 'Ann Lee']);
  });
});
