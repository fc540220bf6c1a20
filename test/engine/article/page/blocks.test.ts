import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../../electron/engine/article/read-article.ts';
import type { Block } from '../../../../electron/contract/article.ts';

const context = { path: '2021/07/26/page.txt', fileTimeMs: 1_600_000_000_000, today: '2024-06-01' };

const realLines = fc.constantFrom(
  'Home',
  'Previous Article',
  'Next Article',
  'Related Posts',
  'Total',
  '0',
  '12 Comments',
  'Parliament passes delayed budget after a night of talks',
  'Deputies wait in the chamber. (Reuters photo)',
  'Photo: Jane Doe/AP',
  'Jane Doe/Getty Images',
  'By Jane Doe',
  'By',
  'Chris Roe - Nov 19, 2019, 10:31 pm CST',
  'Published: 26 Jul 2021 14:30',
  '٢٦ تەممووز ٢٠٢١',
  'BAGHDAD, July 26 (Reuters) — Parliament passed a long delayed budget on Monday, ending weeks of deadlock.',
  'LUXEMBOURG, April 29 -',
  'بغداد (رويترز) - صوّت البرلمان يوم الاثنين على مشروع قانون الموازنة بعد أسابيع من الجدل.',
  'بغداد/ واع',
  'واس (جدة)',
  'https://example.org/a/b',
  'The vote came after midnight, two deputies said, and few of them stayed for the speeches in the hall.',
  '© 2021 The Harbour Gazette. All rights reserved.',
  '',
  '   ',
  '\u200f',
);

/** The first fault of a list of blocks as a partition of a text, or null. */
function faultOf(text: string, blocks: readonly Block[]): string | null {
  let at = 0;
  for (const { start, end } of blocks) {
    if (start !== at) return `a gap or an overlap at ${at}`;
    if (end <= start) return `an empty block at ${start}`;
    at = end;
  }
  return at === text.length ? null : `the text ends at ${text.length}, the blocks at ${at}`;
}

describe('the blocks of an article', () => {
  it('cover any text, lone surrogates and NULs included', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(fc.property(anyText, (text) => faultOf(text, readArticle(text, context).blocks) === null));
  });

  it('cover any mixture of the lines that pages are made of', () => {
    const lines = fc.array(
      fc.oneof({ weight: 4, arbitrary: realLines }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
      {
        maxLength: 40,
      },
    );
    const breaks = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028');
    fc.assert(
      fc.property(lines, breaks, (parts, lineBreak) => {
        const text = parts.join(lineBreak);
        return faultOf(text, readArticle(text, context).blocks) === null;
      }),
      { numRuns: 300 },
    );
  });

  it('leave no letter or digit in the space between them', () => {
    fc.assert(
      fc.property(fc.array(realLines, { maxLength: 40 }), (parts) => {
        const text = parts.join('\n');
        const spaces = readArticle(text, context).blocks.filter(({ kind }) => kind === 'space');
        return spaces.every(({ start, end }) => !/[\p{L}\p{N}]/u.test(text.slice(start, end)));
      }),
    );
  });

  it('cover a text of more lines than are looked at one by one', () => {
    const text = Array.from({ length: 30_000 }, (_, row) => `Row ${row} of the table\n`).join('');
    const { blocks, fields } = readArticle(text, context);
    expect(faultOf(text, blocks)).toBeNull();
    expect(fields.words).toBe(150_000);
  });
});
