import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNewsQuery } from '../../../../electron/engine/query/grammar/news-parser.ts';
import { readingOf } from '../../../../electron/engine/query/query-reading.ts';

const context = { today: 19_753, typing: false };

function read(query: string): string {
  return readingOf(parseNewsQuery(query, context).node);
}

function faults(query: string): string[] {
  return parseNewsQuery(query, context).faults.map(
    ({ at, length, message }) => `${query.slice(at, at + length)} | ${message}`,
  );
}

describe('grammar news', () => {
  it.each([
    ['oil price', 'oil AND price'],
    ['oil OR gas price', 'oil OR (gas AND price)'],
    ['(oil OR gas) AND price', '(oil OR gas) AND price'],
    ['oil NOT gas', 'oil AND NOT gas'],
    ['oil -gas', 'oil AND NOT gas'],
    ['+oil gas', 'oil AND gas'],
    ['"combat mission" withdraw*', '"combat mission" AND withdraw*'],
    ['“combat mission”', '"combat mission"'],
    ['headline:(dam OR flood)', 'headline:dam OR headline:flood'],
    ['headline:"dam burst"^2 caption:river', 'headline:"dam burst"^2 AND caption:river'],
    ['kadimi~1^3', 'kadimi~1^3'],
    ['tag:"human rights" source:esta', 'tag:"human rights" AND source:esta'],
    ['date:2021-06..2021-08 before:2022 after:-30d', 'date:2021-06..2021-08 AND before:2022 AND after:-30d'],
    ['words:>800 language:ar', 'words:>800 AND language:ar'],
    ['al-Kadhimi', 'al-Kadhimi'],
    ['oil w/5 gas', 'oil w/5 gas'],
    ['oil NEAR/5 gas', 'oil w/5 gas'],
    ['oil pre/3 "gas price" w/s pipeline', '(oil pre/3 "gas price") w/s pipeline'],
    ['oil w/p (gas OR coal) price', '(oil w/p (gas OR coal)) AND price'],
    ['oil OR gas w/5 price AND coal', 'oil OR ((gas w/5 price) AND coal)'],
    ['body:oil w/2 -gas', 'body:oil AND NOT gas'],
    ['note: this', 'note: AND this'],
    ['', 'everything'],
    ['*', 'everything'],
    ['and or not', 'and AND or AND not'],
  ])('reads %s as %s', (query, reading) => {
    expect(read(query)).toBe(reading);
  });

  it.each([
    ['"combat mission', '"combat mission', 'this quotation mark is not closed', '"combat mission"'],
    ['oil w/2000 gas', 'w/2000', 'words can be 1,000 apart at most', 'oil w/1000 gas'],
    ['(oil OR gas', '(', 'this bracket is not closed', 'oil OR gas'],
    ['oil) gas', ')', 'there is no opening bracket for this one', 'oil AND gas'],
    ['oil AND', 'AND', 'AND stands between two words', 'oil'],
    ['OR oil', 'OR', 'OR stands between two words', 'oil'],
    ['oil NOT', 'NOT', 'a word belongs behind this', 'oil'],
    ['word~9', '~9', 'an edit distance is 2 at most', 'word'],
    ['word^', '^', 'a number belongs behind ^', 'word'],
    ['headline: oil', 'headline:', 'what to look for in headline is missing', 'oil'],
    [
      'date:soon oil',
      'date:soon',
      '“soon” is no date: 2021, 2021-06, 2021-06-30, 2021-06..2021-08 or -30d would be',
      'oil',
    ],
    [
      'words:many',
      'words:many',
      '“many” is no number of words: >800, <200 or 200..800 would be',
      'everything',
    ],
  ])('says what is wrong with %s and reads the rest', (query, marked, message, reading) => {
    expect([faults(query), read(query)]).toEqual([[`${marked} | ${message}`], reading]);
  });

  it('warns where AND and OR mix without brackets', () => {
    expect(parseNewsQuery('a OR b AND c', context).notices).toEqual([
      'AND was read before OR; brackets would say which is meant.',
    ]);
  });

  it('finds a reading, and faults inside the query, for any text', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      ' ',
      'AND',
      'OR',
      'NOT',
      '-',
      '+',
      '~',
      '^',
      '9',
      ':',
      '*',
      'tag:',
      'date:',
      'a',
      '”',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }),
        (parts) => {
          const query = parts.join('');
          const parsed = parseNewsQuery(query, context);
          expect(typeof readingOf(parsed.node)).toBe('string');
          for (const { at, length } of parsed.faults) {
            expect(at >= 0 && length > 0 && at < Math.max(1, query.length)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses brackets that go deeper than it can follow', () => {
    expect(faults('('.repeat(50_000))[0]).toContain('brackets go 100 deep at most');
  });
});
